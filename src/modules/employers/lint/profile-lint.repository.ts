import { z } from 'zod';
import { read } from '../../../platform/graph/statement.ts';
import { id } from '../../../platform/graph/types.ts';
import { requirementRecord } from '../role-profile.records.ts';

export const profileLintStatements = {
  profileFacts: read('employers/lint/profile-facts', {
    params: { ids: z.array(id) },
    row: {
      profile: z.strictObject({
        id,
        title: z.string(),
        description: z.string().nullable(),
        occupationUri: z.string().nullable(),
      }),
      requirements: z.array(requirementRecord.extend({ badges: z.number().int() })),
    },
    returns: 'many',
  }),
};
