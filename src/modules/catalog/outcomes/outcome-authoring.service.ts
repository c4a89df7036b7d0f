import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import { actorOf } from '../../identity/viewer.ts';
import { refuseWhileUsed } from '../authoring.refusals.ts';
import { type Authoring, type Key, ownUnits, requireKnown, written } from '../authoring.ts';
import type { OutcomeRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import {
  type CheckedOutcome,
  type OutcomeInput,
  type OutcomeUpdate,
  outcomeRules,
  outcomeUpdateRules,
} from './outcome.rules.ts';
import { outcomeAuthoringStatements } from './outcome-authoring.repository.ts';
import { lockOwnOutcome, refuseCertified } from './outcome-locks.ts';

const statements = { ...catalogStatements, ...outcomeAuthoringStatements };
type Store = Repository<typeof statements>;

/** Writes the outcomes of the viewer’s own organisation. */
export class OutcomeAuthoringService {
  constructor(private readonly authoring: Authoring) {}

  async createOutcome(input: OutcomeInput, key?: Key): Promise<OutcomeRecord> {
    const author = this.authoring.author();
    const { learningUnitIds, ...outcome } = checkInput('input', outcomeRules, input);
    const id = this.authoring.newId();
    const done = await this.authoring.change({ name: 'createOutcome', input, key, id }, async (run) => {
      const store = repository(run, statements);
      await knownSkills(store, outcome);
      await ownUnits(store, author, learningUnitIds);
      await store.createOutcome({
        ...contentOf(id, outcome),
        author: actorOf(author),
        now: this.authoring.now(),
        ownerId: author.organizationId,
        unitIds: learningUnitIds,
      });
    });
    return written(this.authoring.catalog.outcome(done));
  }

  /** Replaces everything an outcome says. CONFLICT once a badge was published that certifies it: what was awarded keeps its meaning. */
  async updateOutcome(id: string, input: OutcomeUpdate, key?: Key): Promise<OutcomeRecord> {
    const author = this.authoring.author();
    const outcome = checkInput('input', outcomeUpdateRules, input);
    const request = { name: 'updateOutcome', input: { id, input }, key, id };
    const done = await this.authoring.change(request, async (run) => {
      const store = repository(run, statements);
      refuseCertified(await lockOwnOutcome(store, author, id));
      await knownSkills(store, outcome);
      await store.updateOutcome({
        ...contentOf(id, outcome),
        author: actorOf(author),
        now: this.authoring.now(),
      });
    });
    return written(this.authoring.catalog.outcome(done));
  }

  /** Takes an outcome away. CONFLICT, saying by what, while it is in use. */
  async deleteOutcome(id: string, key?: Key): Promise<string> {
    const author = this.authoring.author();
    const request = { name: 'deleteOutcome', input: { id }, key, id };
    return this.authoring.change(request, async (run) => {
      const store = repository(run, statements);
      const { badgeIds } = await lockOwnOutcome(store, author, id);
      const { unitIds, ...counted } = await store.usesOfOutcome({ id });
      refuseWhileUsed('outcome', { badges: badgeIds, 'learning units': unitIds, ...counted });
      await store.deleteOutcome({ id });
    });
  }
}

async function knownSkills(store: Store, { alignments }: CheckedOutcome) {
  const uris = alignments.map(({ skillUri }) => skillUri);
  if (uris.length === 0) return;
  requireKnown(
    'skill',
    uris.map((uri, at) => [uri, `input.alignments[${at}].skillUri`]),
    (await store.knownSkills({ uris })).map(({ uri }) => uri),
  );
}

const contentOf = (id: string, outcome: CheckedOutcome) => ({
  ...outcome,
  id,
  bloom: outcome.bloom ?? null,
  alignments: outcome.alignments.map((claim) => ({ ...claim, confidence: claim.confidence ?? null })),
});
