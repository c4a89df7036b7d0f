import { z } from 'zod';
import { batch, batchMany } from '../../platform/batch.ts';
import type { Clock } from '../../platform/clock.ts';
import { conflict, forbidden, invalidInput, notFound } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import { checkInput, optionalText } from '../../platform/input.ts';
import {
  newestFirst,
  oldestFirst,
  type Page,
  type PageRequest,
  pageOf,
  pageOfList,
} from '../../platform/paging.ts';
import { secretDraw } from '../../platform/seal.ts';
import type { AssessmentRecord } from '../catalog/catalog.records.ts';
import type { CatalogService } from '../catalog/catalog.service.ts';
import type { Reads } from '../identity/audit/reads.ts';
import type { MutationRequest, Mutations } from '../identity/mutations.ts';
import { asLearner, asMember, isMemberOf, type Role, type Viewer } from '../identity/viewer.ts';
import { type EvidenceWords, evidenceList, openWords, SILENT, sealedEvidence } from './evidence.ts';
import { isBlind, isDisputed, waitsFor } from './grading/blinding.ts';
import { assessorsNeeded } from './grading/settle.ts';
import type { EvidenceRecord, SubmissionRecord } from './learners.records.ts';
import { learnerStatements } from './learners.repository.ts';
import type { PersonalKeys } from './learners.service.ts';
import { openNarrative, openText, personKeyOf, sealNarrative, sealText } from './person-seal.ts';
import { type Retake, retake } from './retake.ts';

const workRules = z
  .object({
    assessmentId: z.string().min(1, 'must not be empty.'),
    learnerId: z.string().min(1, 'must not be empty.').nullish(),
    narrative: optionalText(10_000),
    evidence: evidenceList,
    changed: optionalText(2_000),
  })
  .refine(({ narrative, evidence }) => narrative !== null || evidence.length > 0, {
    path: ['evidence'],
    message: 'is empty, and so is narrative: hand in at least one of the two.',
  });
type Key = MutationRequest['idempotencyKey'];
export type WorkInput = z.input<typeof workRules>;

/** Who of the assessing organisation reads what learners hand in. */
const READERS: readonly Role[] = ['ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'];

/** How far the grading of work is. */
export type SubmissionState = 'WAITING' | 'MODERATION' | 'GRADED';

/** A piece of evidence as the viewer may see it. */
export type Evidence = EvidenceWords & Pick<EvidenceRecord, 'id' | 'url' | 'digest'>;

/** Work that learners hand in. Seen by the learner and by the organisation whose assessment it answers. */
export class SubmissionsService {
  private readonly graph;
  private readonly evidence;
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
    this.evidence = batchMany(
      (ids) => graph.evidenceOfSubmissions({ ids }),
      ({ submissionId }) => submissionId,
    );
    this.people = batch(
      (ids) => graph.learnersByIds({ ids }),
      ({ id }) => id,
    );
  }

  /** Null when there is none, or when it is neither the viewer's own nor handed in to the viewer's organisation, which is audited. */
  async submission(id: string): Promise<SubmissionRecord | null> {
    const found = await this.visible(id);
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
    const window = oldestFirst(page);
    const rows = await this.graph.submissionsOfAssessment({
      organizationId,
      assessmentId,
      graded,
      ...window.from,
    });
    for (const { submission } of rows.slice(0, window.first)) this.noteRead(submission);
    return pageOf(window, rows, asPage, async () => {
      return (await this.graph.submissionsOfAssessmentCount({ organizationId, assessmentId, graded })).total;
    });
  }

  /** The viewer's own work, last first. */
  async mine(page: PageRequest): Promise<Page<SubmissionRecord>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const window = newestFirst(page);
    const rows = await this.graph.submissionsOfLearner({
      learnerId,
      ...window.from,
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

  /** What was changed since the attempt before, opened; null when nothing was asked for or the learner’s key was destroyed. */
  async changedOf({ id, learnerId, sealedChange }: SubmissionRecord): Promise<string | null> {
    if (sealedChange === null) return null;
    const personKey = await this.personKey(learnerId);
    return personKey && openText(personKey, ['Submission', id, 'sealedChange'], sealedChange);
  }

  /** Whose work it is; null for an assessor who must not know. */
  learnerIdOf(submission: SubmissionRecord): string | null {
    return isBlind(this.deps.viewer, submission) ? null : submission.learnerId;
  }

  stateOf(submission: SubmissionRecord): SubmissionState {
    if (submission.graded) return 'GRADED';
    return isDisputed(submission) ? 'MODERATION' : 'WAITING';
  }

  waitsForViewer(submission: SubmissionRecord): boolean {
    return waitsFor(this.deps.viewer, submission);
  }

  /** The evidence of a piece of work, opened, in the order it was handed in. Who made it stays hidden from an assessor who must not know. */
  async evidenceOf(submission: SubmissionRecord, page: PageRequest): Promise<Page<Evidence>> {
    const rows = await this.evidence.load(submission.id);
    const personKey = await this.personKey(submission.learnerId);
    const blind = isBlind(this.deps.viewer, submission);
    const shown = rows.map(({ evidence: { id, url, digest, sealedWords } }) => {
      const said = personKey && sealedWords !== null ? openWords(personKey, id, sealedWords) : SILENT;
      return { id, url, digest, ...said, ...(blind && { attribution: null }) };
    });
    return pageOfList(page, shown, ({ id }) => id);
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
        const store = repository(run, learnerStatements);
        const held = await store.lockAttempts({ learnerId, assessmentId: assessment.id, now });
        if (!held) throw notFound('learner', learnerId);
        const attempt = allowed(retake(assessment, held.attempts, { now, changed: work.changed }));
        const made = newId(now);
        await store.createSubmission({
          id: made,
          learnerId,
          assessmentId: assessment.id,
          now,
          attempt,
          assessors: assessorsNeeded(assessment, secretDraw(this.deps.keys.indexKey, 'double marking', made)),
          sealedNarrative: work.narrative && sealNarrative(personKey, made, work.narrative),
          sealedChange:
            work.changed && sealText(personKey, ['Submission', made, 'sealedChange'], work.changed),
          evidence: work.evidence.map((piece, at) => sealedEvidence(personKey, newId(now), piece, at + 1)),
        });
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

  /** The key of a learner; null when it was destroyed. */
  async personKey(learnerId: string): Promise<Buffer | null> {
    const person = await this.people.load(learnerId);
    return person && personKeyOf(this.deps.keys.keyEncryptionKey, person.key);
  }

  /** The work itself, when the viewer may see it; not audited, for services that do something with it. */
  async visible(id: string): Promise<SubmissionRecord | null> {
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

  private async reread(id: string): Promise<SubmissionRecord> {
    const [row] = await this.graph.submissionsByIds({ ids: [id] });
    if (!row) throw new Error('The submission just written cannot be read.');
    return row.submission;
  }
}

/** The number of the attempt, or the error that says why there is none now. */
function allowed(result: Retake): number {
  if ('attempt' in result) return result.attempt;
  const { reason, message, argument, from } = result;
  if (argument) throw invalidInput(argument, message, { reason });
  throw conflict(message, { reason, ...(from && { from: from.toISOString() }) });
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
