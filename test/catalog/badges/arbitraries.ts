import fc from 'fast-check';
import type { Area, Facts, Thing } from '../../../src/modules/catalog/badges/definition.ts';

const word = fc.constantFrom('set', 'up', 'a', 'switch', 'plan', 'two', 'networks', 'Büro', 'write', 'tests');
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const scalar = fc.oneof(fc.string({ maxLength: 8 }), fc.integer({ min: 0, max: 9 }), fc.boolean());
const facts: fc.Arbitrary<Facts> = fc.dictionary(
  fc.constantFrom('level', 'conditions', 'tools', 'points', 'kind'),
  fc.oneof(scalar, fc.constant(null), fc.array(scalar, { minLength: 1, maxLength: 3 })),
  { noNullPrototype: true },
);

const thing = (
  area: Area,
  parts: fc.Arbitrary<Thing[]> = fc.constant([]),
  key: fc.Arbitrary<string> = fc.integer({ min: 0, max: 6 }).map((n) => `${area}-${n}`),
): fc.Arbitrary<Thing> =>
  fc
    .record({ area: fc.constant(area), key, name, facts, parts })
    .map((one) => ({ ...one, facts: { ...one.facts, title: one.name } }));

/** A few things of one area, each with a key of its own. */
const some = (item: fc.Arbitrary<Thing>, maxLength = 4) =>
  fc.uniqueArray(item, { selector: ({ key }) => key, maxLength });

/** Things that are told apart by what they are called. */
const titled = (area: Area, parts?: fc.Arbitrary<Thing[]>) =>
  thing(area, parts).map(({ facts: { title: _, ...rest }, ...one }) => ({
    ...one,
    key: one.name,
    facts: rest,
  }));

const rubric = thing('RUBRIC', some(titled('CRITERION', some(titled('LEVEL')))), fc.constant(''));

/** Any badge version, with keys few enough that two of them often share some. */
export const definition: fc.Arbitrary<Thing> = fc
  .record({
    badge: thing('BADGE', undefined, fc.constant('')),
    outcomes: some(thing('OUTCOME', some(thing('ALIGNMENT')))),
    assessments: some(
      thing(
        'ASSESSMENT',
        rubric.map((one) => [one]),
      ),
    ),
    parts: some(thing('PART')),
  })
  .map(({ badge, outcomes, assessments, parts }) => ({
    ...badge,
    parts: [...outcomes, ...assessments, ...parts],
  }));

/** Every thing of a definition, itself included. */
export const everyThing = (one: Thing): Thing[] => [one, ...one.parts.flatMap(everyThing)];
