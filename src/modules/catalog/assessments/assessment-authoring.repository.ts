import { z } from 'zod';
import { write } from '../../../platform/graph/statement.ts';
import { id, int, rows } from '../../../platform/graph/types.ts';

const ids = z.array(id);
const optional = z.string().nullable();

export const assessmentAuthoringStatements = {
  createAssessment: write('catalog/create-assessment', {
    params: {
      id,
      ownerId: id,
      title: id,
      kind: id,
      task: optional,
      supervised: z.boolean(),
      rubric: z.strictObject({
        id,
        title: id,
        criteria: rows({
          id,
          title: id,
          position: int,
          levels: rows({
            id,
            title: id,
            points: int,
            descriptor: optional,
            position: int,
            passing: z.boolean(),
          }),
        }),
      }),
      outcomeIds: ids,
      unitIds: ids,
    },
    row: { id },
    returns: 'one',
  }),
};
