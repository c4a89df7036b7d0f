import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { prerequisiteRules } from '../../../src/modules/catalog/units/prerequisites.rules.ts';
import {
  askedOf,
  clausesOf,
  depthOf,
  factsOf,
  isMet,
  nameOf,
  type Prerequisite,
  type PrerequisiteFact,
  storedPrerequisite,
} from '../../../src/modules/catalog/units/prerequisites.ts';

const FACTS: PrerequisiteFact[] = [
  { op: 'badge', badgeId: 'b1' },
  { op: 'badge', badgeId: 'b2' },
  { op: 'outcome', outcomeId: 'o1' },
  { op: 'outcome', outcomeId: 'b1' },
  { op: 'skill', skillUri: 'urn:s', level: 3 },
  { op: 'skill', skillUri: 'urn:s', level: 4 },
];

/** Rules of at most three levels, over few facts, so that facts repeat and absorb each other. */
const { rule } = fc.letrec<{ rule: Prerequisite; fact: Prerequisite; list: Prerequisite[] }>((tie) => ({
  fact: fc.constantFrom(...FACTS),
  list: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }),
  rule: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'rule' },
    tie('fact'),
    tie('list').map((of): Prerequisite => ({ op: 'all', of })),
    tie('list').map((of): Prerequisite => ({ op: 'any', of })),
    fc
      .tuple(tie('list'), fc.nat())
      .map(([of, n]): Prerequisite => ({ op: 'some', n: 1 + (n % of.length), of })),
  ),
}));

const worlds = Array.from({ length: 1 << FACTS.length }, (_, set) => {
  const held = new Set(FACTS.filter((_, at) => (set >> at) & 1).map(nameOf));
  return (fact: PrerequisiteFact) => held.has(nameOf(fact));
});

describe('a rule of prerequisites', () => {
  test('as clauses holds in exactly the same worlds', () => {
    fc.assert(
      fc.property(rule, (tree) => {
        const clauses = clausesOf(tree);
        if (!clauses) throw new Error('so small a rule has few clauses');
        for (const known of worlds)
          expect(clauses.every((clause) => clause.some(known))).toBe(isMet(tree, known));
      }),
      { numRuns: 400 },
    );
  });

  test('has clauses of which none contains another and none names a fact twice', () => {
    fc.assert(
      fc.property(rule, (tree) => {
        const named = (clausesOf(tree) ?? []).map((clause) => clause.map(nameOf));
        for (const [at, clause] of named.entries()) {
          expect(new Set(clause).size).toBe(clause.length);
          for (const [other, longer] of named.entries())
            if (other !== at) expect(clause.every((name) => longer.includes(name))).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('never asks for less when one knows more', () => {
    fc.assert(
      fc.property(rule, fc.constantFrom(...FACTS), (tree, more) => {
        for (const known of worlds)
          if (isMet(tree, known))
            expect(isMet(tree, (fact) => known(fact) || nameOf(fact) === nameOf(more))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('is stored and read as the same rule', () => {
    fc.assert(
      fc.property(rule, (tree) => {
        expect(storedPrerequisite.parse(JSON.stringify(tree))).toEqual(tree);
      }),
      { numRuns: 200 },
    );
  });

  test('no rule asks for nothing', () => {
    expect(clausesOf(null)).toEqual([]);
    expect(factsOf(null)).toEqual([]);
    expect(isMet(null, () => false)).toBe(true);
    expect(storedPrerequisite.parse(null)).toBeNull();
  });

  test('is asked for by counting parts', () => {
    const of = [...FACTS].slice(0, 3);
    expect(askedOf({ op: 'all', of })).toBe(3);
    expect(askedOf({ op: 'any', of })).toBe(1);
    expect(askedOf({ op: 'some', n: 2, of })).toBe(2);
    expect(clausesOf({ op: 'some', n: 2, of })).toHaveLength(3);
    expect(depthOf({ op: 'all', of: [{ op: 'any', of }] })).toBe(3);
  });
});

describe('a rule as it is written', () => {
  const problems = (input: unknown) =>
    prerequisiteRules.safeParse(input).error?.issues.map(({ path, message }) => [path.join('.'), message]);
  const badges = (count: number) => Array.from({ length: count }, (_, at) => ({ badgeId: `b${at}` }));

  test('becomes the rule that is stored, and each fact knows its place', () => {
    const input = {
      all: [
        { badgeId: 'b1' },
        { some: { n: 1, of: [{ outcomeId: 'o1' }, { skill: { uri: 'urn:s', level: 3 } }] } },
      ],
    };
    const tree = prerequisiteRules.parse(input);
    expect(tree).toEqual({
      op: 'all',
      of: [
        { op: 'badge', badgeId: 'b1' },
        {
          op: 'some',
          n: 1,
          of: [
            { op: 'outcome', outcomeId: 'o1' },
            { op: 'skill', skillUri: 'urn:s', level: 3 },
          ],
        },
      ],
    });
    expect(factsOf(tree, 'input.prerequisites').map(({ place }) => place)).toEqual([
      'input.prerequisites.all[0].badgeId',
      'input.prerequisites.all[1].some.of[0].outcomeId',
      'input.prerequisites.all[1].some.of[1].skill.uri',
    ]);
  });

  test.each([
    ['nothing', {}, '', 'exactly one of'],
    ['two things', { badgeId: 'b', outcomeId: 'o' }, '', 'exactly one of'],
    ['an empty list', { all: [] }, 'all', 'at least one'],
    ['more than there are', { some: { n: 3, of: badges(2) } }, 'some.n', 'more than there are'],
    ['none of them', { some: { n: 0, of: badges(2) } }, 'some.n', 'whole number'],
    ['a level outside the scale', { skill: { uri: 'urn:s', level: 9 } }, 'skill.level', '1 to 8'],
    ['the same twice', { any: [{ badgeId: 'b' }, { badgeId: 'b' }] }, '', 'twice'],
    ['too many facts', { all: [{ all: badges(40) }, { outcomeId: 'o' }] }, '', 'at most 40'],
    [
      'too many levels',
      { all: [{ any: [{ all: [{ any: [{ all: [{ badgeId: 'b' }] }] }] }] }] },
      '',
      'at most 5 levels',
    ],
    ['too many combinations', { some: { n: 10, of: badges(20) } }, '', 'too many combinations'],
  ])('%s: refused, with the place', (_what, input, place, message) => {
    expect(problems(input)?.[0]).toEqual([place, expect.stringContaining(message)]);
  });
});
