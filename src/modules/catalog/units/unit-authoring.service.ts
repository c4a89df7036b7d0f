import { repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import {
  type Authoring,
  type Key,
  ownAssessments,
  ownOutcomes,
  visibleBadges,
  written,
} from '../authoring.ts';
import type { UnitRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import { type UnitInput, unitRules } from './unit.rules.ts';
import { unitAuthoringStatements } from './unit-authoring.repository.ts';

const statements = { ...catalogStatements, ...unitAuthoringStatements };

/** Writes the learning units of the viewer’s own organisation. */
export class UnitAuthoringService {
  constructor(private readonly authoring: Authoring) {}

  async createUnit(input: UnitInput, key?: Key): Promise<UnitRecord> {
    const author = this.authoring.author();
    const { prerequisiteBadgeIds, ...unit } = checkInput('input', unitRules, input);
    const id = this.authoring.newId();
    const done = await this.authoring.change({ name: 'createLearningUnit', input, key, id }, async (run) => {
      const store = repository(run, statements);
      await ownOutcomes(store, author, unit.outcomeIds);
      await ownAssessments(store, author, unit.assessmentIds);
      await visibleBadges(store, author, prerequisiteBadgeIds, 'input.prerequisiteBadgeIds');
      await store.createUnit({
        ...unit,
        id,
        providerId: author.organizationId,
        priceCents: unit.priceCents ?? null,
        currency: unit.currency ?? null,
        language: unit.language ?? null,
        level: unit.level ?? null,
        prerequisiteIds: prerequisiteBadgeIds,
      });
    });
    return written(this.authoring.catalog.unit(done));
  }
}
