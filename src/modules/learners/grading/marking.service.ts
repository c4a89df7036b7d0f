import { batch, batchMany } from '../../../platform/batch.ts';
import { conflict, forbidden, invalidInput, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput, text } from '../../../platform/input.ts';
import { type Page, type PageRequest, pageOfList } from '../../../platform/paging.ts';
import type { RubricRecord } from '../../catalog/catalog.records.ts';
import type { CatalogService } from '../../catalog/catalog.service.ts';
import type { Change, MutationRequest, Mutations } from '../../identity/mutations.ts';
import { checkSeparation, reviewed } from '../../identity/sign-in/separation.ts';
import { actorOf, actorsOf, asMember, isMemberOf, type Member, type Viewer } from '../../identity/viewer.ts';
import type { MarkingRecord, ResultRecord, ScoreRecord, SubmissionRecord } from '../learners.records.ts';
import { openText, sealText } from '../person-seal.ts';
import type { SubmissionsService } from '../submissions.service.ts';
import { visibleMarkings } from './blinding.ts';
import { grade, type Score } from './grade.ts';
import { markingStatements } from './marking.repository.ts';
import { disputed, moderated, settle } from './settle.ts';

type Key = MutationRequest['idempotencyKey'];
type Store = Repository<typeof markingStatements>;
type Held = Awaited<ReturnType<Store['lockSubmission']>>;
const reasonRules = text(2_000);

/** Marks work, by one assessor or several who do not see what the others gave, and decides where they differ. */
export class MarkingService {
  private readonly results;
  private readonly markings;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      catalog: CatalogService;
      submissions: SubmissionsService;
      mutations: Mutations;
    },
  ) {
    const graph = repository(deps.graph.run, markingStatements);
    this.results = batch(
      (ids) => graph.resultsOfSubmissions({ ids }),
      ({ submissionId }) => submissionId,
    );
    this.markings = batchMany(
      (ids) => graph.markingsOfSubmissions({ ids }),
      ({ submissionId }) => submissionId,
    );
  }

  /** How work was graded; null while it waits. */
  async resultOf(submissionId: string): Promise<ResultRecord | null> {
    return (await this.results.load(submissionId))?.result ?? null;
  }

  scoresOf({ scores }: ResultRecord | MarkingRecord, page: PageRequest): Page<ScoreRecord> {
    return pageOfList(page, scores, ({ criterion }) => criterion.id);
  }

  /** Why a moderator decided as they did, opened; null where nobody had to, or when the learner was erased. */
  async reasonOf({ id, learnerId, sealedReason }: ResultRecord): Promise<string | null> {
    if (sealedReason === null) return null;
    const personKey = await this.deps.submissions.personKey(learnerId);
    return personKey && openText(personKey, ['Result', id, 'sealedReason'], sealedReason);
  }

  /** What assessors gave, as far as the viewer may see it now; see `visibleMarkings`. */
  async markingsOf(submission: SubmissionRecord, page: PageRequest): Promise<Page<MarkingRecord>> {
    const { viewer } = this.deps;
    const seen = visibleMarkings(viewer, submission);
    const all = seen === 'NONE' ? [] : await this.markings.load(submission.id);
    const actors = actorsOf(viewer);
    const shown = all.map(({ marking }) => marking);
    return pageOfList(
      page,
      seen === 'ALL' ? shown : shown.filter(({ assessor }) => actors.includes(assessor)),
      ({ id }) => id,
    );
  }

  /** True for what the viewer gave themselves. */
  isOwn({ assessor }: MarkingRecord): boolean {
    return actorsOf(this.deps.viewer).includes(assessor);
  }

  /**
   * Marks work by the rubric of its assessment, once an assessor. Answers the result, or null while other assessors have to mark it or differ.
   * For ASSESSOR of the organisation it was handed in to, if it is not their own and they did not review the badge from outside.
   */
  async mark(submissionId: string, scores: readonly Score[], key?: Key): Promise<ResultRecord | null> {
    const { assessor, submission, rubric } = await this.toMark(submissionId);
    const grading = graded(rubric, scores);
    await this.deps.mutations.perform(
      { name: 'gradeSubmission', input: { submissionId, scores }, idempotencyKey: key },
      async (change) => {
        const store = repository(change.run, markingStatements);
        const held = await store.lockSubmission({ id: submissionId, now: change.now });
        checkSeparation(assessor, 'ASSESSOR', reviewed(held.reviewers));
        refuseMarking(held, assessor);
        requireRubric(held, rubric);
        const id = newId(change.now);
        const row = { ...grading, submissionId, now: change.now, assessor: actorOf(assessor) };
        await store.createMarking({ ...row, id, position: held.markings.length + 1 });
        const made = [submissionId, id];
        const all = [...held.markings.map((marking) => marking.scores), scores];
        if (settle(all, held.needed) === 'AGREED') {
          const result = newId(change.now);
          await store.createResult({ ...row, id: result, moderated: false, sealedReason: null });
          made.push(result);
        }
        this.note(change, 'gradeSubmission', submission, made);
        return id;
      },
    );
    return this.resultOf(submissionId);
  }

  /**
   * Decides between assessors who differ: gives a level to each criterion for which they do, and says why. What they agree on stays. For
   * ASSESSOR of the organisation who did not mark the work themselves.
   */
  async moderate(
    submissionId: string,
    scores: readonly Score[],
    reason: string,
    key?: Key,
  ): Promise<ResultRecord> {
    const { assessor, submission, rubric } = await this.toMark(submissionId);
    const why = checkInput('reason', reasonRules, reason);
    const personKey = await this.deps.submissions.personKey(submission.learnerId);
    if (!personKey) throw notFound('submission', submissionId);
    await this.deps.mutations.perform(
      { name: 'moderateSubmission', input: { submissionId, scores, reason }, idempotencyKey: key },
      async (change) => {
        const store = repository(change.run, markingStatements);
        const held = await store.lockSubmission({ id: submissionId, now: change.now });
        checkSeparation(assessor, 'ASSESSOR', reviewed(held.reviewers));
        refuseModeration(held, assessor);
        requireRubric(held, rubric);
        const markings = held.markings.map((marking) => marking.scores);
        const open = new Set(disputed(markings));
        graded({ ...rubric, criteria: rubric.criteria.filter(({ id }) => open.has(id)) }, scores);
        const grading = graded(rubric, moderated(markings, scores));
        const id = newId(change.now);
        await store.createResult({
          ...grading,
          submissionId,
          id,
          now: change.now,
          assessor: actorOf(assessor),
          moderated: true,
          sealedReason: sealText(personKey, ['Result', id, 'sealedReason'], why),
        });
        this.note(change, 'moderateSubmission', submission, [submissionId, id]);
        return id;
      },
    );
    const result = await this.resultOf(submissionId);
    if (!result) throw new Error('The result just written cannot be read.');
    return result;
  }

  private async toMark(submissionId: string) {
    const assessor = asMember(this.deps.viewer, 'ASSESSOR');
    const submission = await this.deps.submissions.visible(submissionId);
    if (!submission || !isMemberOf(assessor, submission.ownerId, 'ASSESSOR'))
      throw notFound('submission', submissionId);
    checkSeparation(assessor, 'ASSESSOR', [{ duty: 'LEARNER', by: submission.learnerId }]);
    const rubric = await this.deps.catalog.rubricOf(submission.assessmentId);
    if (!rubric)
      throw invalidInput('submissionId', 'answers an assessment without a rubric; it cannot be graded.');
    return { assessor, submission, rubric };
  }

  private note({ audit }: Change, action: string, submission: SubmissionRecord, objects: string[]): void {
    audit({ chain: submission.ownerId, action, purpose: null, subject: submission.learnerId, objects });
  }
}

/** Grades by the rubric, or throws INVALID_INPUT naming the place. */
function graded(rubric: RubricRecord, scores: readonly Score[]) {
  const grading = grade(rubric, scores);
  if ('message' in grading) throw invalidInput(grading.argument, grading.message);
  return { ...grading, levelIds: [...grading.levelIds] };
}

const alreadyGraded = () =>
  conflict(
    'This work was graded before, and a result never changes. Hand the work in again to be graded anew.',
    { reason: 'ALREADY_GRADED' },
  );

function refuseMarking(held: Held, assessor: Member): void {
  if (held.graded) throw alreadyGraded();
  const actors = actorsOf(assessor);
  if (held.markings.some((marking) => actors.includes(marking.assessor)))
    throw conflict('You have marked this work. It waits for another assessor.', { reason: 'ALREADY_MARKED' });
  if (held.markings.length >= held.needed)
    throw conflict(
      'The assessors of this work differ. Decide between them with moderateSubmission instead of marking it again.',
      { reason: 'MODERATION_NEEDED' },
    );
}

function refuseModeration(held: Held, assessor: Member): void {
  if (held.graded) throw alreadyGraded();
  const actors = actorsOf(assessor);
  if (held.markings.some((marking) => actors.includes(marking.assessor)))
    throw forbidden('You marked this work, so somebody else must decide.', {
      reason: 'SEPARATION_OF_DUTIES',
      duty: 'ASSESSOR',
      inTheWay: 'ASSESSOR',
    });
  if (held.markings.length < held.needed)
    throw conflict('There is nothing to decide yet: grade this work with gradeSubmission.', {
      reason: 'NOTHING_TO_MODERATE',
    });
}

function requireRubric({ rubricId }: Held, { id }: RubricRecord): void {
  if (rubricId !== id)
    throw conflict('The rubric was changed meanwhile. Read it again and grade by the new one.', {
      reason: 'RUBRIC_CHANGED',
    });
}
