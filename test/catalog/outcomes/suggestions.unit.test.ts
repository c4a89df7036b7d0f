import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  LONGEST_QUESTION,
  questionFor,
  sharedWords,
  whyOf,
} from '../../../src/modules/catalog/outcomes/suggestions.ts';
import { MATCH_KINDS } from '../../../src/modules/taxonomy/search/rank.ts';

describe('what the taxonomy is asked for an outcome', () => {
  test('is never longer than a search takes, and is the beginning of what is said', () => {
    fc.assert(
      fc.property(
        fc.record({
          statement: fc.string({ minLength: 1, maxLength: 1_000 }),
          verb: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
          object: fc.option(fc.string({ minLength: 1, maxLength: 300 })),
        }),
        (outcome) => {
          const question = questionFor(outcome);
          const whole =
            outcome.verb && outcome.object ? `${outcome.verb} ${outcome.object}` : outcome.statement;
          expect(question.length).toBeLessThanOrEqual(LONGEST_QUESTION);
          expect(whole.trim().startsWith(question)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is cut between words where there are words', () => {
    const question = questionFor({ statement: `${'network '.repeat(24)}configuration of switches` });
    expect(question).toBe(`${'network '.repeat(24).trim()}`);
    expect(questionFor({ statement: 'x'.repeat(300) })).toHaveLength(LONGEST_QUESTION);
  });
});

describe('why a skill is suggested', () => {
  test('names the words that it shares in some form', () => {
    expect(sharedWords('Configures switches for two networks', 'configure network switch')).toEqual([
      'configure',
      'network',
      'switch',
    ]);
    expect(sharedWords('Bake bread', 'configure network switch')).toEqual([]);
  });

  test('is one sentence that quotes the name, whatever the kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MATCH_KINDS), fc.string(), fc.string(), (kind, name, question) => {
        const why = whyOf(kind, name, question);
        expect(why).toContain(`“${name}”`);
        expect(why.endsWith('.')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
