import { z } from 'zod';
import { read, write } from '../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../platform/graph/types.ts';
import { evidenceRecord, learnerRow, submissionRecord } from './learners.records.ts';

const ids = z.array(id);
const optional = z.string().nullable();
const total = z.number().int();

export const learnerStatements = {
  createLearner: write('learners/create-learner', {
    params: {
      organizationId: id,
      id,
      tieBreak: int,
      now: instant,
      sealedProfile: id,
      emailIndex: id,
      region: optional,
      language: optional,
      key: z.strictObject({ id, wrapped: id, kek: id }),
    },
    row: { id },
    returns: 'one',
  }),
  learnersByIds: read('learners/learners-by-ids', { params: { ids }, row: learnerRow, returns: 'many' }),
  knownToOrganization: read('learners/known-to-organization', {
    params: { learnerId: id, organizationId: id },
    row: { known: z.boolean() },
    returns: 'maybe',
  }),
  createSubmission: write('learners/create-submission', {
    params: {
      id,
      learnerId: id,
      assessmentId: id,
      now: instant,
      attempt: int,
      assessors: int,
      sealedNarrative: optional,
      sealedChange: optional,
      evidence: rows({ id, position: int, url: optional, digest: optional, sealedWords: optional }),
    },
    row: { id },
    returns: 'one',
  }),
  lockAttempts: write('learners/lock-attempts', {
    params: { learnerId: id, assessmentId: id, now: instant },
    row: {
      attempts: z.array(
        z.strictObject({
          submittedAt: dateTime,
          result: z.strictObject({ achievedAt: dateTime, passed: z.boolean() }).nullable(),
        }),
      ),
    },
    returns: 'maybe',
  }),
  evidenceOfSubmissions: read('learners/evidence-of-submissions', {
    params: { ids },
    row: { submissionId: id, evidence: evidenceRecord },
    returns: 'many',
  }),
  submissionsByIds: read('learners/submissions-by-ids', {
    params: { ids },
    row: { submission: submissionRecord },
    returns: 'many',
  }),
  submissionsOfAssessment: read('learners/submissions-of-assessment', {
    params: {
      organizationId: id,
      assessmentId: id,
      graded: z.boolean().nullable(),
      afterAt: instant,
      afterId: z.string(),
      limit: int,
    },
    row: { submission: submissionRecord },
    returns: 'many',
  }),
  submissionsOfAssessmentCount: read('learners/submissions-of-assessment-count', {
    params: { organizationId: id, assessmentId: id, graded: z.boolean().nullable() },
    row: { total },
    returns: 'one',
  }),
  submissionsOfLearner: read('learners/submissions-of-learner', {
    params: { learnerId: id, beforeAt: instant, afterId: z.string(), limit: int },
    row: { submission: submissionRecord },
    returns: 'many',
  }),
  submissionsOfLearnerCount: read('learners/submissions-of-learner-count', {
    params: { learnerId: id },
    row: { total },
    returns: 'one',
  }),
};
