import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int } from '../../../platform/graph/types.ts';
import { markingRecord, resultRecord } from '../learners.records.ts';

const ids = z.array(id);
const graded = {
  submissionId: id,
  id,
  now: instant,
  passed: z.boolean(),
  points: int,
  assessor: id,
  levelIds: ids,
};

export const markingStatements = {
  lockSubmission: write('learners/grading/lock-submission', {
    params: { id, now: instant },
    row: {
      graded: z.boolean(),
      needed: z.number().int(),
      rubricId: id.nullable(),
      reviewers: z.array(id),
      markings: z.array(
        z.strictObject({ assessor: id, scores: z.array(z.strictObject({ criterionId: id, levelId: id })) }),
      ),
    },
    returns: 'one',
  }),
  createMarking: write('learners/grading/create-marking', {
    params: { ...graded, position: int },
    row: { id },
    returns: 'one',
  }),
  createResult: write('learners/grading/create-result', {
    params: { ...graded, moderated: z.boolean(), sealedReason: z.string().nullable() },
    row: { id },
    returns: 'one',
  }),
  resultsOfSubmissions: read('learners/grading/results-of-submissions', {
    params: { ids },
    row: { submissionId: id, result: resultRecord },
    returns: 'many',
  }),
  markingsOfSubmissions: read('learners/grading/markings-of-submissions', {
    params: { ids },
    row: { submissionId: id, marking: markingRecord },
    returns: 'many',
  }),
};
