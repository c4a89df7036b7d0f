import { z } from 'zod';
import { batch } from '../../platform/batch.ts';
import type { Clock } from '../../platform/clock.ts';
import { conflict, forbidden, invalidInput, notFound } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import { checkInput, optionalText, webAddress } from '../../platform/input.ts';
import { type Page, type PageRequest, pageOf, pageOfList, pageWindow } from '../../platform/paging.ts';
import type { AssessmentRecord } from '../catalog/catalog.records.ts';
import type { CatalogService } from '../catalog/catalog.service.ts';
import type { Reads } from '../identity/audit/reads.ts';
import type { MutationRequest, Mutations } from '../identity/mutations.ts';
import { checkSeparation } from '../identity/sign-in/separation.ts';
import { actorOf, asLearner, asMember, isMemberOf, type Role, type Viewer } from '../identity/viewer.ts';
import { grade, type Score } from './grading.ts';
import type { ResultRecord, ScoreRecord, SubmissionRecord } from './learners.records.ts';
import { learnerStatements } from './learners.repository.ts';
import type { PersonalKeys } from './learners.service.ts';
import { openNarrative, personKeyOf, sealNarrative } from './person-seal.ts';

const workRules = z
  .object({
    assessmentId: z.string().min(1, 'must not be empty.'),
    learnerId: z.string().min(1, 'must not be empty.').nullish(),
    narrative: optionalText(10_000),
    evidenceUrl: webAddress.nullish(),
    evidenceDigest: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the evidence, as 64 lower-case hexadecimal digits.')
      .nullish(),
  })
  .refine(({ narrative, evidenceUrl }) => narrative !== null || evidenceUrl != null, {
    path: ['evidenceUrl'],
    message: 'is missing, and so is narrative: hand in at least one of the two.',
  });
type Key = MutationRequest['idempotencyKey'];
export type WorkInput = z.input<typeof workRules>;

/** Who of the assessing organisation reads what learners hand in. */
const READERS: readonly Role[] = ['ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'];
const START_OF_TIME = '0001-01-01T00:00:00.000Z';
const END_OF_TIME = '9999-12-31T00:00:00.000Z';
const instantAndId = z.tuple([z.iso.datetime(), z.string()]);

/** Work that learners hand in, and how it was graded. Seen by the learner and by the organisation whose assessment it answers. */
export class SubmissionsService {
  private readonly graph;
  private readonly results;
  private readonly people;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      clock: Clock;
      catalog: CatalogService;
      keys: PersonalKeys;
      mutations: Mutations;
      reads: Reads;
    },
  ) {
    const graph = repository(deps.graph.run, learnerStatements);
    this.graph = graph;
    this.results = batch(
      (ids) => graph.resultsOfSubmissions({ ids }),
      ({ submissionId }) => submissionId,
    );
    this.people = batch(
      (ids) => graph.learnersByIds({ ids }),
      ({ id }) => id,
    );
  }

  /** Null when there is none, or when it is neither the viewer's own nor handed in to the viewer's organisation, which is audited. */
  async submission(id: string): Promise<SubmissionRecord | null> {
    const found = await this.find(id);
    if (found) this.noteRead(found);
    return found;
  }

  /** Work for an assessment of the viewer's organisation, oldest first; `graded` keeps only graded or ungraded work. Audited. */
  async ofAssessment(
    assessmentId: string,
    graded: boolean | null,
    page: PageRequest,
  ): Promise<Page<SubmissionRecord>> {
    const { organizationId } = asMember(this.deps.viewer, ...READERS);
    const assessment = await this.deps.catalog.assessment(assessmentId);
    if (assessment && assessment.ownerId !== organizationId) throw notTheirs(assessment);
    const window = pageWindow(page, instantAndId);
    const [afterAt, afterId] = window.after ?? [START_OF_TIME, ''];
    const rows = await this.graph.submissionsOfAssessment({
      organizationId,
      assessmentId,
      graded,
      afterAt: new Date(afterAt),
      afterId,
      limit: window.limit,
    });
    for (const { submission } of rows.slice(0, window.first)) this.noteRead(submission);
    return pageOf(window, rows, asPage, async () => {
      return (await this.graph.submissionsOfAssessmentCount({ organizationId, assessmentId, graded })).total;
    });
  }

  /** The viewer's own work, last first. */
  async mine(page: PageRequest): Promise<Page<SubmissionRecord>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const window = pageWindow(page, instantAndId);
    const [beforeAt, afterId] = window.after ?? [END_OF_TIME, ''];
    const rows = await this.graph.submissionsOfLearner({
      learnerId,
      beforeAt: new Date(beforeAt),
      afterId,
      limit: window.limit,
    });
    return pageOf(window, rows, asPage, async () => {
      return (await this.graph.submissionsOfLearnerCount({ learnerId })).total;
    });
  }

  /** What the learner wrote, opened; null when nothing was written or the learner's key was destroyed. */
  async narrativeOf({ id, learnerId, sealedNarrative }: SubmissionRecord): Promise<string | null> {
    if (sealedNarrative === null) return null;
    const personKey = await this.personKey(learnerId);
    return personKey && openNarrative(personKey, id, sealedNarrative);
  }

  async resultOf(submissionId: string): Promise<ResultRecord | null> {
    return (await this.results.load(submissionId))?.result ?? null;
  }

  scoresOf(result: ResultRecord, page: PageRequest): Page<ScoreRecord> {
    return pageOfList(page, result.scores, ({ criterion }) => criterion.id);
  }

  /** Hands in work: a learner their own, issuer staff that of a learner their organisation knows, for its own assessment. */
  async submit(input: WorkInput, idempotencyKey?: Key): Promise<SubmissionRecord> {
    const { viewer } = this.deps;
    const staff = viewer.role === 'LEARNER' ? null : asMember(viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const work = checkInput('input', workRules, input);
    const learnerId = staff ? work.learnerId : asLearner(viewer).learnerId;
    if (!learnerId) throw invalidInput('input.learnerId', 'must say whose work it is when staff hand it in.');
    if (work.learnerId && work.learnerId !== learnerId)
      throw forbidden('A learner hands in their own work only.');
    const assessment = await this.deps.catalog.assessment(work.assessmentId);
    if (!assessment) throw notFound('assessment', work.assessmentId, 'input.assessmentId');
    if (staff) {
      const { organizationId } = staff;
      if (assessment.ownerId !== organizationId) throw notTheirs(assessment);
      const row = await this.graph.knownToOrganization({ learnerId, organizationId });
      if (!row?.known) throw notFound('learner', learnerId, 'input.learnerId');
    }
    const personKey = await this.personKey(learnerId);
    if (!personKey) throw notFound('learner', learnerId);
    const id = await this.deps.mutations.perform(
      { name: 'submitWork', input, idempotencyKey },
      async ({ run, now, audit }) => {
        const made = newId(now);
        const stored = await repository(run, learnerStatements).createSubmission({
          id: made,
          learnerId,
          assessmentId: assessment.id,
          now,
          sealedNarrative: work.narrative && sealNarrative(personKey, made, work.narrative),
          evidenceUrl: work.evidenceUrl ?? null,
          evidenceDigest: work.evidenceDigest ?? null,
        });
        if (!stored) throw notFound('learner', learnerId);
        audit({
          chain: assessment.ownerId,
          action: 'submitWork',
          purpose: null,
          subject: learnerId,
          objects: [made],
        });
        return made;
      },
    );
    return this.reread(id);
  }

  /** Grades work by the rubric of its assessment, once and for all. For ASSESSOR of the organisation it was handed in to, if it is not their own. */
  async grade(submissionId: string, scores: readonly Score[], idempotencyKey?: Key): Promise<ResultRecord> {
    const assessor = asMember(this.deps.viewer, 'ASSESSOR');
    const submission = await this.find(submissionId);
    if (!submission) throw notFound('submission', submissionId);
    checkSeparation(assessor, 'ASSESSOR', [{ duty: 'LEARNER', by: submission.learnerId }]);
    const rubric = await this.deps.catalog.rubricOf(submission.assessmentId);
    if (!rubric)
      throw invalidInput('submissionId', 'answers an assessment without a rubric; it cannot be graded.');
    const grading = grade(rubric, scores);
    if ('message' in grading) throw invalidInput(grading.argument, grading.message);
    const { passed, points, levelIds } = grading;
    await this.deps.mutations.perform(
      { name: 'gradeSubmission', input: { submissionId, scores }, idempotencyKey },
      async ({ run, now, audit }) => {
        const store = repository(run, learnerStatements);
        if ((await store.lockSubmission({ id: submissionId })).graded)
          throw conflict(
            'This work was graded before, and a result never changes. Hand the work in again to be graded anew.',
            {
              reason: 'ALREADY_GRADED',
            },
          );
        const id = newId(now);
        await store.createResult({
          submissionId,
          id,
          now,
          passed,
          points,
          assessor: actorOf(assessor),
          levelIds: [...levelIds],
        });
        audit({
          chain: submission.ownerId,
          action: 'gradeSubmission',
          purpose: null,
          subject: submission.learnerId,
          objects: [submissionId, id],
        });
        return id;
      },
    );
    const result = await this.resultOf(submissionId);
    if (!result) throw new Error('The result just written cannot be read.');
    return result;
  }

  private async find(id: string): Promise<SubmissionRecord | null> {
    const [row] = await this.graph.submissionsByIds({ ids: [id] });
    return row && this.maySee(row.submission) ? row.submission : null;
  }

  private noteRead({ id, learnerId, ownerId }: SubmissionRecord): void {
    if (learnerId !== this.deps.viewer.learnerId)
      this.deps.reads.note({ chain: ownerId, purpose: 'ASSESSMENT', subject: learnerId, objects: [id] });
  }

  private maySee({ learnerId, ownerId }: SubmissionRecord): boolean {
    const { viewer } = this.deps;
    return (
      (viewer.role === 'LEARNER' && viewer.learnerId === learnerId) || isMemberOf(viewer, ownerId, ...READERS)
    );
  }

  private async personKey(learnerId: string): Promise<Buffer | null> {
    const person = await this.people.load(learnerId);
    return person && personKeyOf(this.deps.keys.keyEncryptionKey, person.key);
  }

  private async reread(id: string): Promise<SubmissionRecord> {
    const [row] = await this.graph.submissionsByIds({ ids: [id] });
    if (!row) throw new Error('The submission just written cannot be read.');
    return row.submission;
  }
}

const asPage = {
  node: ({ submission }: { submission: SubmissionRecord }) => submission,
  keysOf: ({ submission }: { submission: SubmissionRecord }): [string, string] => [
    submission.submittedAt.toISOString(),
    submission.id,
  ],
};

const notTheirs = ({ id }: AssessmentRecord) =>
  forbidden(`The assessment "${id}" belongs to another organisation; only its own people may do that.`, {
    what: 'assessment',
    id,
  });
