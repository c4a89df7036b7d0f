import type { Answer } from './api.ts';

/** What the first error says to machines; undefined when there was none. */
export const extensionsOf = (answer: Answer<unknown>): Record<string, unknown> | undefined =>
  answer.errors[0]?.extensions;

/** The code of the first error; undefined when there was none. */
export const codeOf = (answer: Answer<unknown>): unknown => extensionsOf(answer)?.['code'];

/** Code and reason of each error, one after the other; null for an error without a reason. */
export const codesOf = (answer: Answer<unknown>): unknown[] =>
  answer.errors.flatMap(({ extensions }) => [extensions['code'], extensions['reason'] ?? null]);
