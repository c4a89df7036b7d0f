import fc from 'fast-check';
import type { BadgeWay, Instance, PlanUnit } from '../../src/modules/pathways/engine/model.ts';

const list = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const BADGES = list('b', 7);
const ASSESSMENTS = list('a', 9);
const FACTS = list('f', 4);
const GOALS = list('g', 5);
const some = (ids: string[], max: number) => fc.subarray(ids, { maxLength: max });

const unit = (id: string): fc.Arbitrary<PlanUnit> =>
  fc.record({
    id: fc.constant(id),
    minutes: fc.integer({ min: 0, max: 9 }).map((hours) => hours * 60),
    priceCents: fc.integer({ min: 0, max: 5 }).map((euros) => euros * 100),
    currency: fc.constant('EUR'),
    prerequisites: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 3, arbitrary: fc.array(some([...BADGES, ...FACTS], 3), { maxLength: 2 }) },
    ),
    assessments: some(ASSESSMENTS, 2),
  });

const way: fc.Arbitrary<BadgeWay> = fc.record({
  badge: fc.constantFrom(...BADGES),
  assessments: some(ASSESSMENTS, 2),
  parts: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(BADGES, 3) }),
  proves: some(FACTS, 2),
  covers: some(GOALS, 3),
});

/** Small catalogues with shared assessments, badges of several ways, stacks, prerequisites and cycles among them. */
export const instance: fc.Arbitrary<Instance> = fc.integer({ min: 1, max: 9 }).chain((units) =>
  fc.record({
    goals: fc.subarray(GOALS, { minLength: 1 }),
    held: some(BADGES, 2),
    units: fc.tuple(...list('u', units).map(unit)),
    ways: fc.array(way, { minLength: 1, maxLength: 12 }),
  }),
);
