import { z } from 'zod';
import { read } from '../../../platform/graph/statement.ts';
import { id } from '../../../platform/graph/types.ts';

const whole = z.number().int();

export const calibrationStatements = {
  scoresOfAssessments: read('learners/calibration/scores-of-assessments', {
    params: { ids: z.array(id) },
    row: {
      assessmentId: id,
      ownerId: id,
      rubric: z.strictObject({
        id,
        title: z.string().nullable(),
        version: whole,
        criteria: z.array(z.strictObject({ id, title: z.string(), steps: whole })),
      }),
      scores: z.array(
        z.strictObject({ workId: id, criterionId: id, assessor: id, step: whole, points: whole }),
      ),
    },
    returns: 'many',
  }),
};
