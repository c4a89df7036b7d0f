import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant } from '../../../platform/graph/types.ts';

export const badgeRetiringStatements = {
  withdrawVersion: write('catalog/badges/withdraw-version', {
    params: { id, now: instant, reason: id },
    row: { id },
    returns: 'one',
  }),
  useOfDraft: read('catalog/badges/use-of-draft', {
    params: { id },
    row: { uses: z.array(z.string()) },
    returns: 'one',
  }),
  deleteDraft: write('catalog/badges/delete-draft', { params: { id }, row: {}, returns: 'none' }),
};
