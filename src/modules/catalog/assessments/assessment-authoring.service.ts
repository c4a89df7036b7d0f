import { repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import { type Authoring, type Key, ownOutcomes, ownUnits, written } from '../authoring.ts';
import type { AssessmentRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import { type AssessmentInput, assessmentRules } from './assessment.rules.ts';
import { assessmentAuthoringStatements } from './assessment-authoring.repository.ts';

const statements = { ...catalogStatements, ...assessmentAuthoringStatements };

/** Writes the assessments of the viewer’s own organisation. */
export class AssessmentAuthoringService {
  constructor(private readonly authoring: Authoring) {}

  async createAssessment(input: AssessmentInput, key?: Key): Promise<AssessmentRecord> {
    const author = this.authoring.author();
    const { learningUnitIds, rubric, ...assessment } = checkInput('input', assessmentRules, input);
    const id = this.authoring.newId();
    const criteria = rubric.criteria.map(({ title, levels }, criterion) => ({
      id: this.authoring.newId(),
      title,
      position: criterion + 1,
      levels: levels.map((level, step) => ({ ...level, id: this.authoring.newId(), position: step + 1 })),
    }));
    const rubricId = this.authoring.newId();
    const done = await this.authoring.change({ name: 'createAssessment', input, key, id }, async (run) => {
      const store = repository(run, statements);
      await ownOutcomes(store, author, assessment.outcomeIds);
      await ownUnits(store, author, learningUnitIds);
      await store.createAssessment({
        ...assessment,
        id,
        ownerId: author.organizationId,
        rubric: { id: rubricId, title: rubric.title, criteria },
        unitIds: learningUnitIds,
      });
    });
    return written(this.authoring.catalog.assessment(done));
  }
}
