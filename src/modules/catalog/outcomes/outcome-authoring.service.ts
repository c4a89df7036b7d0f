import { notFound } from '../../../platform/errors.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import { type Authoring, type Key, ownUnits, written } from '../authoring.ts';
import type { OutcomeRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import { type OutcomeInput, outcomeRules } from './outcome.rules.ts';
import { outcomeAuthoringStatements } from './outcome-authoring.repository.ts';

const statements = { ...catalogStatements, ...outcomeAuthoringStatements };

/** Writes the outcomes of the viewer’s own organisation. */
export class OutcomeAuthoringService {
  constructor(private readonly authoring: Authoring) {}

  async createOutcome(input: OutcomeInput, key?: Key): Promise<OutcomeRecord> {
    const author = this.authoring.author();
    const { learningUnitIds, ...outcome } = checkInput('input', outcomeRules, input);
    const id = this.authoring.newId();
    const done = await this.authoring.change({ name: 'createOutcome', input, key, id }, async (run) => {
      const store = repository(run, statements);
      const uris = outcome.alignments.map(({ skillUri }) => skillUri);
      const known = new Set((await store.knownSkills({ uris })).map(({ uri }) => uri));
      const at = uris.findIndex((uri) => !known.has(uri));
      if (at >= 0) throw notFound('skill', uris[at] ?? '', `input.alignments[${at}].skillUri`);
      await ownUnits(store, author, learningUnitIds);
      await store.createOutcome({ ...outcome, id, ownerId: author.organizationId, unitIds: learningUnitIds });
    });
    return written(this.authoring.catalog.outcome(done));
  }
}
