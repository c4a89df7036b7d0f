import { z } from 'zod';
import { write } from '../../../platform/graph/statement.ts';
import { id, int } from '../../../platform/graph/types.ts';

const ids = z.array(id);
const optional = z.string().nullable();

export const unitAuthoringStatements = {
  createUnit: write('catalog/create-unit', {
    params: {
      id,
      providerId: id,
      title: id,
      summary: optional,
      effortMinutes: int,
      priceCents: int.nullable(),
      currency: optional,
      mode: id,
      language: optional,
      level: int.nullable(),
      outcomeIds: ids,
      assessmentIds: ids,
      prerequisiteIds: ids,
    },
    row: { id },
    returns: 'one',
  }),
};
