import { z } from 'zod';
import { text } from '../../../platform/input.ts';
import { STATUS_AUDIENCES } from '../credential.ts';

/** What is done about an incident in one transaction when nothing else is said, and at most. */
export const SETTLE_LIMIT = { default: 50, max: 500 } as const;

export const compromiseRules = z.object({
  key: text(500),
  since: z.date(),
  reason: text(500),
  audience: z.enum(STATUS_AUDIENCES).default('HOLDER'),
});

/** Which key others may have, from when on they may have had it, why that is thought, and who may know. */
export type CompromiseReport = z.input<typeof compromiseRules>;
