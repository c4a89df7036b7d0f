import { z } from 'zod';
import { optionalText, text, whole } from '../../../platform/input.ts';
import { STATUS_AUDIENCES } from '../credential.ts';
import { STATUS_CHANGES } from './status.rules.ts';

/** What is changed in one transaction when nothing else is said, and at most. */
export const BULK_LIMIT = { default: 200, max: 1000 } as const;

export const bulkRules = z
  .object({
    change: z.enum(STATUS_CHANGES),
    reason: text(500),
    audience: z.enum(STATUS_AUDIENCES).default('HOLDER'),
    badgeVersionId: optionalText(200),
    cohortId: optionalText(200),
    signedWith: optionalText(500),
    limit: whole(1, BULK_LIMIT.max, 'credentials').default(BULK_LIMIT.default),
  })
  .refine((input) => input.badgeVersionId !== null || input.cohortId !== null || input.signedWith !== null, {
    path: ['badgeVersionId'],
    message: 'or cohortId or signedWith is needed, to say which credentials are meant.',
  });

/** Which credentials are to change and how. */
export type BulkStatusRequest = z.input<typeof bulkRules>;
