import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { circleThrough, type Supply } from '../../../src/modules/catalog/units/prerequisite-cycle.ts';
import { isMet, type Prerequisite } from '../../../src/modules/catalog/units/prerequisites.ts';

const UNITS = ['u0', 'u1', 'u2', 'u3'];
const BADGES = ['b0', 'b1', 'b2', 'b3'];
const ASSESSMENTS = ['a0', 'a1', 'a2', 'a3'];
const OUTCOMES = ['o0', 'o1'];

const fact: fc.Arbitrary<Prerequisite> = fc.oneof(
  fc.constantFrom(...BADGES).map((badgeId): Prerequisite => ({ op: 'badge', badgeId })),
  fc.constantFrom(...OUTCOMES).map((outcomeId): Prerequisite => ({ op: 'outcome', outcomeId })),
);
const rule: fc.Arbitrary<Prerequisite | null> = fc.oneof(
  fc.constant(null),
  fact,
  fc
    .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(fact, { minLength: 1, maxLength: 3 }))
    .map(([op, of]): Prerequisite => ({ op, of })),
);
const supply: fc.Arbitrary<Supply> = fc.record({
  units: fc.tuple(
    ...UNITS.map((id) =>
      fc.record({
        id: fc.constant(id),
        prerequisites: rule,
        assessments: fc.subarray(ASSESSMENTS, { maxLength: 2 }),
      }),
    ),
  ),
  badges: fc.tuple(
    ...BADGES.map((badgeId) =>
      fc.record({
        badgeId: fc.constant(badgeId),
        ways: fc.array(
          fc.record({
            assessments: fc.subarray(ASSESSMENTS, { maxLength: 2 }),
            parts: fc.subarray(BADGES, { maxLength: 1 }),
            outcomes: fc.subarray(OUTCOMES),
            skills: fc.constant([]),
          }),
          { maxLength: 2 },
        ),
      }),
    ),
  ),
});

/** Does what can be done, step by step, as a learner would; answers whether u0 was ever started. */
function canStart({ units, badges }: Supply, helped: boolean): boolean {
  const free = new Set(ASSESSMENTS.filter((id) => !units.some((unit) => unit.assessments.includes(id))));
  const passed = new Set([...free, ...(helped ? (units[0]?.assessments ?? []) : [])]);
  const held = new Set<string>();
  const started = new Set<string>();
  const proofs = (outcomeId: string) =>
    badges.filter(({ ways }) => ways.some(({ outcomes }) => outcomes.includes(outcomeId)));
  for (let round = 0; round < 20; round += 1) {
    for (const { badgeId, ways } of badges)
      if (
        ways.length === 0 ||
        ways.some(
          (way) => way.assessments.every((id) => passed.has(id)) && way.parts.every((id) => held.has(id)),
        )
      )
        held.add(badgeId);
    for (const unit of units)
      if (
        isMet(unit.prerequisites, (asked) =>
          asked.op === 'badge'
            ? held.has(asked.badgeId)
            : asked.op === 'outcome' &&
              (proofs(asked.outcomeId).length === 0 ||
                proofs(asked.outcomeId).some(({ badgeId }) => held.has(badgeId))),
        )
      ) {
        started.add(unit.id);
        for (const id of unit.assessments) passed.add(id);
      }
  }
  return started.has('u0');
}

describe('a circle of prerequisites', () => {
  test('is found exactly when a unit needs its own help to start, and leads from it back to it', () => {
    fc.assert(
      fc.property(supply, (world) => {
        const circle = circleThrough('u0', world);
        expect(circle !== null).toBe(!canStart(world, false) && canStart(world, true));
        if (!circle) return;
        expect(circle[0]).toBe('learning unit u0');
        expect(circle.at(-1)).toBe('learning unit u0');
        expect(new Set(circle).size).toBe(circle.length - 1);
        expect(circle.length).toBeGreaterThan(2);
      }),
      { numRuns: 1_500 },
    );
  });

  test('is none when what it asks for can be had from another unit', () => {
    const badge = { badgeId: 'b', ways: [{ assessments: ['a'], parts: [], outcomes: [], skills: [] }] };
    const own = { id: 'u0', prerequisites: { op: 'badge', badgeId: 'b' }, assessments: ['a'] } as const;
    const other = { id: 'u1', prerequisites: null, assessments: ['a'] };
    expect(circleThrough('u0', { units: [own], badges: [badge] })).toEqual([
      'learning unit u0',
      'badge b',
      'learning unit u0',
    ]);
    expect(circleThrough('u0', { units: [own, other], badges: [badge] })).toBeNull();
  });
});
