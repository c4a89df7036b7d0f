import { conflict, notFound } from '../../../platform/errors.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import type { Member } from '../../identity/viewer.ts';
import { foreign } from '../authoring.refusals.ts';
import { type Authoring, type Key, ownOutcomes, ownUnits, written } from '../authoring.ts';
import type { AssessmentRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import {
  type AssessmentChange,
  type AssessmentInput,
  assessmentChangeRules,
  assessmentRules,
  type CheckedRubric,
  type Refusal,
  whyNotChangeable,
  whyNotDeletable,
} from './assessment.rules.ts';
import { assessmentAuthoringStatements } from './assessment-authoring.repository.ts';

const statements = { ...catalogStatements, ...assessmentAuthoringStatements };
type Store = Repository<typeof statements>;

/** Writes the assessments of the viewer’s own organisation. */
export class AssessmentAuthoringService {
  constructor(private readonly authoring: Authoring) {}

  /** Writes an assessment with its rubric; one that takes the place of another carries on the versions of its rubric. */
  async createAssessment(input: AssessmentInput, key?: Key): Promise<AssessmentRecord> {
    const author = this.authoring.author();
    const checked = checkInput('input', assessmentRules, input);
    const { learningUnitIds, outcomeIds, rubric, followsId, broughtById, ...assessment } = checked;
    const id = this.authoring.newId();
    const first = this.rubric(rubric);
    const done = await this.authoring.change({ name: 'createAssessment', input, key, id }, async (run) => {
      const store = repository(run, statements);
      await ownOutcomes(store, author, outcomeIds);
      await ownUnits(store, author, learningUnitIds);
      await this.knownEmployer(store, broughtById);
      const before = followsId ? await this.lock(store, author, followsId, 'input.followsId') : null;
      await store.createAssessment({
        id,
        ownerId: author.organizationId,
        assessment,
        outcomeIds,
        unitIds: learningUnitIds,
        broughtById,
        followsId,
      });
      await store.putRubric({
        assessmentId: id,
        rubric: { ...first, version: (before?.rubric?.version ?? 0) + 1 },
        followsId: before?.rubric?.id ?? null,
      });
    });
    return written(this.authoring.catalog.assessment(done));
  }

  /**
   * Replaces what an assessment says. CONFLICT when a published badge is awarded for it (`ASSESSMENT_IN_USE`), or when the rubric would
   * change under work that is being marked (`GRADING_UNDERWAY`).
   */
  async updateAssessment(id: string, input: AssessmentChange, key?: Key): Promise<AssessmentRecord> {
    const author = this.authoring.author();
    const checked = checkInput('input', assessmentChangeRules, input);
    const { learningUnitIds, outcomeIds, rubric, broughtById, ...assessment } = checked;
    const request = { name: 'updateAssessment', input: { id, input }, key, id };
    const changed = rubric && this.rubric(rubric);
    const done = await this.authoring.change(request, async (run) => {
      const store = repository(run, statements);
      const use = await this.lock(store, author, id);
      refuse(whyNotChangeable(use, rubric !== null));
      await ownOutcomes(store, author, outcomeIds);
      await ownUnits(store, author, learningUnitIds);
      await this.knownEmployer(store, broughtById);
      await store.updateAssessment({ id, assessment, outcomeIds, unitIds: learningUnitIds, broughtById });
      if (changed) await this.replaceRubric(store, id, use.rubric, changed);
    });
    return written(this.authoring.catalog.assessment(done));
  }

  /** Deletes an assessment on which nothing stands; else CONFLICT (`ASSESSMENT_IN_USE`), which names what does. */
  async deleteAssessment(id: string, key?: Key): Promise<string> {
    const author = this.authoring.author();
    return this.authoring.change({ name: 'deleteAssessment', input: { id }, key, id }, async (run) => {
      const store = repository(run, statements);
      const use = await this.lock(store, author, id);
      refuse(whyNotDeletable(use));
      if (use.rubric) await store.deleteRubric({ id: use.rubric.id });
      await store.deleteAssessment({ id });
    });
  }

  /** A rubric by which work was graded stays, as the version before; one that nobody used yet is replaced. */
  private async replaceRubric(store: Store, assessmentId: string, before: Before, next: WrittenRubric) {
    const kept = before?.scored === true;
    await store.putRubric({
      assessmentId,
      rubric: { ...next, version: before ? before.version + (kept ? 1 : 0) : 1 },
      followsId: (kept ? before.id : before?.followsId) ?? null,
    });
    if (before && !kept) await store.deleteRubric({ id: before.id });
  }

  private async knownEmployer(store: Store, id: string | null) {
    if (id !== null && !(await store.employer({ id }))) throw notFound('employer', id, 'input.broughtById');
  }

  private async lock(store: Store, author: Member, id: string, argument?: string) {
    const found = await store.lockAssessment({ id, now: this.authoring.now() });
    if (!found) throw notFound('assessment', id, argument);
    if (found.ownerId !== author.organizationId) throw foreign('assessment', id, argument);
    return found;
  }

  private rubric({ title, criteria }: CheckedRubric) {
    return {
      id: this.authoring.newId(),
      title,
      criteria: criteria.map((criterion, at) => ({
        id: this.authoring.newId(),
        title: criterion.title,
        position: at + 1,
        levels: criterion.levels.map((level, step) => ({
          ...level,
          id: this.authoring.newId(),
          position: step + 1,
        })),
      })),
    };
  }
}

type Before = NonNullable<Awaited<ReturnType<Store['lockAssessment']>>>['rubric'];
type WrittenRubric = ReturnType<AssessmentAuthoringService['rubric']>;

function refuse(refusal: Refusal | null): void {
  if (refusal) throw conflict(refusal.message, { reason: refusal.reason, ...refusal.details });
}
