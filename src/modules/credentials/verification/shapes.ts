import { z } from 'zod';

/** What the shapes of all documents are made of. */
export const uri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/, 'must be an absolute URI');
export const text = z.string().min(1);

/** `dateTimeStamp` of XML Schema 1.1: a date and time with its zone. */
export const dateTimeStamp = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    'must be a date and time with time zone, such as 2026-01-31T12:00:00Z',
  )
  .refine((value) => !Number.isNaN(Date.parse(value)), 'is not a date that exists');

export const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1).max(64)]);

export const typeWith = (...names: string[]) =>
  oneOrMany(text).refine((type) => names.some((name) => [type].flat().includes(name)), {
    error: `must name ${names.join(' or ')}`,
  });

/** The first five things that are wrong, each with where. */
export const describe = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(({ path, message }) => `/${path.join('/')}: ${message}`)
    .join('; ');
