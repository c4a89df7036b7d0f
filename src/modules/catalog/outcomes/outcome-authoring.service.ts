import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import { actorOf } from '../../identity/viewer.ts';
import { type Authoring, type Key, ownUnits, requireKnown, written } from '../authoring.ts';
import type { OutcomeRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import { type CheckedOutcome, type OutcomeInput, outcomeRules } from './outcome.rules.ts';
import { outcomeAuthoringStatements } from './outcome-authoring.repository.ts';

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
