import { z } from 'zod';
import { id } from '../../../platform/graph/types.ts';

const text = z.string().nullable();
const list = z
  .array(z.string())
  .nullable()
  .transform((value) => value ?? []);

/** What an outcome says in one language. */
export const outcomeTextRecord = z.strictObject({
  language: id,
  statement: z.string(),
  conditions: text,
  tools: list,
  constraints: text,
  successCriteria: list,
});

export type OutcomeTextRecord = z.output<typeof outcomeTextRecord>;
