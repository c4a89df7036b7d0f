import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { DomainError } from '../../src/platform/errors.ts';
import { checkInput, distinct, placeOf, text, whole } from '../../src/platform/input.ts';

const rules = z.object({ name: text(5), levels: z.array(z.object({ level: whole(1, 8) })) });

function refusal(value: unknown): DomainError {
  try {
    checkInput('input', rules, value);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('taken');
}

describe('checking input', () => {
  test('answers it cleaned', () => {
    expect(checkInput('input', rules, { name: ' a ', levels: [] })).toEqual({ name: 'a', levels: [] });
  });

  test('names the first wrong place and lists them all', () => {
    const error = refusal({ name: '', levels: [{ level: 3 }, { level: 9 }] });
    expect(error.code).toBe('INVALID_INPUT');
    expect(error.message).toBe('input.name: must not be empty.');
    expect(error.details).toEqual({
      argument: 'input.name',
      problems: [
        { argument: 'input.name', message: 'must not be empty.' },
        { argument: 'input.levels[1].level', message: 'must be a whole number from 1 to 8.' },
      ],
    });
  });

  test('writes a place as one would in the language', () => {
    expect(placeOf('input', [])).toBe('input');
    expect(placeOf('scores', [0, 'levelId'])).toBe('scores[0].levelId');
  });

  test('refuses a repetition, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 6 }), (values) => {
        expect(distinct(z.number(), 6).safeParse(values).success).toBe(
          new Set(values).size === values.length,
        );
      }),
    );
  });
});
