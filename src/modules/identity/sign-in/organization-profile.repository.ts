import { z } from 'zod';
import { write } from '../../../platform/graph/statement.ts';
import { id } from '../../../platform/graph/types.ts';

export const organizationProfileStatements = {
  updateOrganization: write('identity/sign-in/update-organization', {
    params: { id, url: z.string().nullable(), regions: z.array(z.string()) },
    row: { id },
    returns: 'one',
  }),
};
