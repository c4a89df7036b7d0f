import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  definitionOf,
  readDefinition,
  type Thing,
  type Value,
} from '../../../src/modules/catalog/badges/definition.ts';
import { type Difference, differencesOf } from '../../../src/modules/catalog/badges/differences.ts';
import { definition, everyThing } from './arbitraries.ts';

interface Draft {
  area: Thing['area'];
  key: string;
  facts: Record<string, Value>;
  parts: Draft[];
}

const copy = ({ area, key, facts, parts }: Thing): Draft => ({
  area,
  key,
  facts: { ...facts },
  parts: parts.map(copy),
});

/** A definition without what it does not state, and with its parts in one order. */
function plain({ area, key, facts, parts }: Draft): Draft {
  const said = Object.entries(facts).filter(([, value]) => value !== null);
  const place = (one: Draft) => `${one.area} ${one.key}`;
  return {
    area,
    key,
    facts: Object.fromEntries(said),
    parts: parts.map(plain).sort((one, other) => (place(one) < place(other) ? -1 : 1)),
  };
}

/** Carries out differences on what they were found from. */
function applied(before: Thing, differences: readonly Difference[]): Draft {
  const root = copy(before);
  const at = (path: readonly string[]) =>
    path.reduce((one, key) => one.parts.find((part) => part.key === key) as Draft, root);
  const steps = differences.map((difference): (() => void) => {
    const { kind, path, field, after, thing } = difference;
    const parent = at(path.slice(0, -1));
    if (kind === 'ADDED') return () => parent.parts.push(copy(thing as Thing));
    const target = at(path);
    if (kind === 'REMOVED') return () => parent.parts.splice(parent.parts.indexOf(target), 1);
    if (
      difference.before === difference.keyBefore &&
      after === difference.keyAfter &&
      after !== difference.keyBefore
    )
      return () => {
        target.key = after as string;
      };
    return () => {
      target.facts[field as string] = after;
    };
  });
  for (const step of steps) step();
  return root;
}

describe('the differences of two versions', () => {
  test('are none between a version and itself, in whatever order its parts come', () => {
    fc.assert(
      fc.property(definition, (one) => {
        expect(differencesOf(one, one)).toEqual([]);
        expect(differencesOf(one, { ...one, parts: [...one.parts].reverse() })).toEqual([]);
      }),
    );
  });

  test('turn the one into the other: nothing that changed is left out', () => {
    fc.assert(
      fc.property(definition, definition, (before, after) => {
        expect(plain(applied(before, differencesOf(before, after)))).toEqual(plain(copy(after)));
      }),
      { numRuns: 300 },
    );
  });

  test('name each field of each thing when it alone changed, with both values', () => {
    fc.assert(
      fc.property(
        definition,
        fc.nat(),
        fc.constantFrom('level', 'conditions', 'brandNew'),
        (before, n, field) => {
          const after = structuredClone(before);
          const things = everyThing(after);
          const changed = things[n % things.length] as Thing;
          (changed.facts as Record<string, Value>)[field] = 'something else entirely';
          expect(differencesOf(before, after)).toEqual([
            expect.objectContaining({
              kind: 'CHANGED',
              area: changed.area,
              field,
              before: everyThing(before)[n % things.length]?.facts[field] ?? null,
              after: 'something else entirely',
            }),
          ]);
        },
      ),
    );
  });

  test('count a version that lost everything as everything removed, and the other way round', () => {
    fc.assert(
      fc.property(definition, (one) => {
        const bare = { ...one, parts: [] };
        const kinds = (differences: Difference[]) => differences.map(({ kind }) => kind);
        expect(kinds(differencesOf(one, bare))).toEqual(one.parts.map(() => 'REMOVED'));
        expect(kinds(differencesOf(bare, one))).toEqual(one.parts.map(() => 'ADDED'));
      }),
    );
  });
});

const level = (id: string, title: string, descriptor: string) => ({ id, title, descriptor, points: 1 });
const row = (change: {
  name?: string;
  outcomeId?: string;
  statement?: string;
  level?: number;
  descriptor?: string;
}) => ({
  version: {
    id: 'v',
    number: 2,
    state: 'DRAFT',
    name: change.name ?? 'Networks',
    tags: ['it'],
    changeReason: 'x',
  },
  outcomes: [
    {
      outcome: {
        id: change.outcomeId ?? 'o',
        statement: change.statement ?? 'Configures a switch for two networks.',
      },
      alignments: [{ skillUri: 'urn:skill', level: change.level ?? 4, relation: 'EXACT' }],
    },
  ],
  assessments: [
    {
      assessment: { id: 'a', title: 'Set up', supervised: true },
      rubrics: [
        {
          rubric: { id: `r${change.descriptor}`, title: 'Rubric' },
          criteria: [
            {
              criterion: { id: `c${change.descriptor}`, title: 'Separation', position: 1 },
              levels: [
                level(`l${change.descriptor}`, 'Working', change.descriptor ?? 'They do not see each other.'),
              ],
            },
          ],
        },
      ],
    },
  ],
  badges: [],
});
const between = (one: Parameters<typeof row>[0], other: Parameters<typeof row>[0]) =>
  differencesOf(definitionOf(row(one)), definitionOf(row(other))).map(
    ({ area, kind, within, name, field, before, after }) => ({
      area,
      kind,
      within,
      name,
      field,
      before,
      after,
    }),
  );

describe('people read', () => {
  test('an outcome written anew in other words as one that changed', () => {
    expect(between({}, { outcomeId: 'p', statement: 'Configures a switch for three networks.' })).toEqual([
      expect.objectContaining({ area: 'OUTCOME', kind: 'CHANGED', field: 'id', before: 'o', after: 'p' }),
      expect.objectContaining({
        area: 'OUTCOME',
        kind: 'CHANGED',
        field: 'statement',
        after: 'Configures a switch for three networks.',
      }),
    ]);
  });

  test('an outcome about something else as one gone and one come', () => {
    const kinds = between({}, { outcomeId: 'p', statement: 'Writes a report.' }).map(({ kind }) => kind);
    expect(kinds).toEqual(['REMOVED', 'ADDED']);
  });

  test('a level of an alignment, with what it stands in', () => {
    expect(between({}, { level: 5 })).toEqual([
      {
        area: 'ALIGNMENT',
        kind: 'CHANGED',
        within: ['Configures a switch for two networks.'],
        name: 'urn:skill',
        field: 'level',
        before: 4,
        after: 5,
      },
    ]);
  });

  test('a descriptor of a rubric that was copied, and nothing of the copy’s own ids', () => {
    expect(between({}, { descriptor: 'Nothing passes between them.' })).toEqual([
      {
        area: 'LEVEL',
        kind: 'CHANGED',
        within: ['Set up', 'Rubric', 'Separation'],
        name: 'Working',
        field: 'descriptor',
        before: 'They do not see each other.',
        after: 'Nothing passes between them.',
      },
    ]);
  });
});

describe('a definition that is kept', () => {
  test('reads back as it was', () => {
    fc.assert(
      fc.property(definition, (one) => {
        expect(readDefinition(JSON.stringify(one))).toEqual(one);
      }),
    );
  });

  test('says nothing of the book-keeping of its version', () => {
    expect(Object.keys(definitionOf(row({})).facts).sort()).toEqual(['name', 'tags']);
  });
});
