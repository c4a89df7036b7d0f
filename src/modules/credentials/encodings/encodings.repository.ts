import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id } from '../../../platform/graph/types.ts';

export const encodingStatements = {
  partsOfStack: read('credentials/encodings/parts-of-stack', {
    params: { learnerId: id, id },
    row: { userId: id, partId: id },
    returns: 'many',
  }),
  publisher: write('credentials/encodings/publisher', {
    params: { id, name: z.string(), url: z.string() },
    row: { name: z.string() },
    returns: 'one',
  }),
};
