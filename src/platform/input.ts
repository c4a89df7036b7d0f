import { z } from 'zod';
import { invalidInput } from './errors.ts';

/**
 * Checks an argument against its rules and answers it cleaned (trimmed, defaults filled in). Throws INVALID_INPUT that names
 * the first place that is wrong, and lists every one of them in `problems`.
 */
export function checkInput<T>(argument: string, rules: z.ZodType<T>, value: unknown): T {
  const { data, error } = rules.safeParse(value);
  if (!error) return data as T;
  const problems = error.issues.map(({ path, message }) => ({ argument: placeOf(argument, path), message }));
  const [first] = problems;
  throw invalidInput(first?.argument ?? argument, first?.message ?? 'cannot be used.', { problems });
}

/** `input.alignments[1].level` from `input` and `['alignments', 1, 'level']`. */
export const placeOf = (argument: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, part) => (typeof part === 'number' ? `${place}[${part}]` : `${place}.${String(part)}`),
    argument,
  );

/** A text that says something, of at most `max` characters. */
export const text = (max: number) =>
  z.string().trim().min(1, 'must not be empty.').max(max, `must have at most ${max} characters.`);

/** A text that may be left out; null then. */
export const optionalText = (max: number) =>
  text(max)
    .nullish()
    .transform((value) => value ?? null);

/** A whole number within bounds. */
export const whole = (min: number, max: number, unit = '') => {
  const message = `must be a whole number from ${min} to ${max}${unit && ` ${unit}`}.`;
  return z.number({ error: message }).int(message).min(min, message).max(max, message);
};

/** A step of the European Qualifications Framework. */
export const eqfLevel = whole(1, 8, '(steps of the European Qualifications Framework)');

/** A list without repetition, of at most `max` entries. */
export const distinct = <T extends z.ZodType>(
  item: T,
  max: number,
  keyOf: (value: z.output<T>) => unknown = (value) => value,
) =>
  z
    .array(item)
    .max(max, `must have at most ${max} entries.`)
    .superRefine((values, context) => {
      const seen = new Set<unknown>();
      values.forEach((value, index) => {
        const key = keyOf(value);
        if (seen.has(key))
          context.addIssue({ code: 'custom', path: [index], message: 'is there twice; name each once.' });
        seen.add(key);
      });
    });

/** A list of ids without repetition; empty when left out. */
export const ids = (max: number) =>
  distinct(z.string().min(1, 'must not be empty.').max(200), max)
    .nullish()
    .transform((value) => value ?? []);

/** An http or https address. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address, such as https://example.org/page.' })
  .max(2_000, 'must have at most 2000 characters.');

/** BCP 47, reduced to what labels are stored under: a language, perhaps a script or a region. */
export const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag, such as en or pt-BR.')
  .transform((tag) => tag.toLowerCase());

/** ISO 3166: a country, or a part of one. */
export const regionCode = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be a code of ISO 3166, such as DE or GB-SCT.');
