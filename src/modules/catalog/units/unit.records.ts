import { z } from 'zod';
import { dateTime, id } from '../../../platform/graph/types.ts';

const text = z.string().nullable();

/** When and where a learning unit takes place. */
export const sessionRecord = z.strictObject({
  id,
  startsAt: dateTime,
  endsAt: dateTime,
  place: text,
  online: z.boolean(),
  seats: z.number().int().nullable(),
});

/** What a learning unit says in one language. */
export const unitTextRecord = z.strictObject({
  language: id,
  title: z.string(),
  summary: text,
  description: text,
  imageAlt: text,
  accessibilitySummary: text,
});

/** Another way to show the same; one of the two ids is null. */
export const equivalentRecord = z.strictObject({
  learningUnitId: id.nullable(),
  assessmentId: id.nullable(),
  reason: z.string(),
});

export type SessionRecord = z.output<typeof sessionRecord>;
export type UnitTextRecord = z.output<typeof unitTextRecord>;
export type EquivalentRecord = z.output<typeof equivalentRecord>;
