import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Thing } from '../../../src/modules/catalog/badges/definition.ts';
import { differencesOf } from '../../../src/modules/catalog/badges/differences.ts';
import { CROWD, crowdCount } from '../../../src/modules/catalog/quality/crowd.ts';
import {
  editOf,
  isStale,
  proposalRules,
  revised,
  touchedOutcomes,
} from '../../../src/modules/catalog/quality/proposals/proposal.rules.ts';
import { wordDiff } from '../../../src/modules/catalog/quality/proposals/word-diff.ts';

describe('a crowd', () => {
  test('is counted only from ten people on, to the nearest five, whatever is counted', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (count, people) => {
        const said = crowdCount(count, people);
        if (people < CROWD) return expect(said).toBeNull();
        expect((said ?? Number.NaN) % 5).toBe(0);
        expect(Math.abs((said ?? Number.NaN) - count)).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('of people is never said to be less than ten, and one person more or less seldom shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (people) => {
        const said = crowdCount(people);
        expect(said === null).toBe(people < 10);
        if (said !== null) expect(said).toBeGreaterThanOrEqual(10);
      }),
    );
    expect([10, 11, 12].map((n) => crowdCount(n))).toEqual([10, 10, 10]);
    expect([13, 14, 15, 16, 17].map((n) => crowdCount(n))).toEqual([15, 15, 15, 15, 15]);
  });
});

describe('a difference word by word', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'cat', ' ', '  ', '\n', 'x,', 'é'), { maxLength: 24 })
    .map((parts) => parts.join(''));
  const joined = (runs: ReturnType<typeof wordDiff>, change: string) =>
    runs
      .filter((run) => run.change === 'KEPT' || run.change === change)
      .map(({ text }) => text)
      .join('');

  test('gives both texts back, in runs that alternate', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = wordDiff(before, after);
        expect(joined(runs, 'REMOVED')).toBe(before);
        expect(joined(runs, 'ADDED')).toBe(after);
        expect(runs.every((run, at) => run.change !== runs[at - 1]?.change && run.text.length > 0)).toBe(
          true,
        );
      }),
    );
  });

  test('keeps everything of a text that did not change, and what stands around a change', () => {
    fc.assert(
      fc.property(words, (text) => expect(wordDiff(text, text).every((r) => r.change === 'KEPT')).toBe(true)),
    );
    expect(wordDiff('Explains a figure to others', 'Explains an estimate to others')).toEqual([
      { change: 'KEPT', text: 'Explains ' },
      { change: 'REMOVED', text: 'a' },
      { change: 'ADDED', text: 'an' },
      { change: 'KEPT', text: ' ' },
      { change: 'REMOVED', text: 'figure' },
      { change: 'ADDED', text: 'estimate' },
      { change: 'KEPT', text: ' to others' },
    ]);
  });
});

const things = [
  { kind: 'VERSION' as const, id: 'v', texts: { name: 'Figures', description: null } },
  { kind: 'OUTCOME' as const, id: 'o1', texts: { statement: 'Explains a figure.', conditions: null } },
  { kind: 'ASSESSMENT' as const, id: 'a', texts: { title: 'Explain it', task: 'Explain a figure.' } },
  { kind: 'CRITERION' as const, id: 'c', texts: { title: 'Clear' } },
];
const part = (area: Thing['area'], key: string, name: string, parts: Thing[] = [], facts = {}): Thing => ({
  area,
  key,
  name,
  facts,
  parts,
});
const definition = part(
  'BADGE',
  '',
  'Figures',
  [
    part('OUTCOME', 'o1', 'Explains a figure.', [], { statement: 'Explains a figure.' }),
    part('OUTCOME', 'o2', 'Draws a figure.', [], { statement: 'Draws a figure.' }),
    part(
      'ASSESSMENT',
      'a',
      'Explain it',
      [part('RUBRIC', '', 'Rubric', [part('CRITERION', 'Clear', 'Clear')])],
      {
        title: 'Explain it',
        task: 'Explain a figure.',
      },
    ),
  ],
  { name: 'Figures' },
);
const place = (
  kind: (typeof things)[number]['kind'],
  id: string,
  field: string | null,
  quote: string | null = null,
) => ({
  kind,
  id,
  field,
  quote,
});

describe('a proposed change', () => {
  test('replaces a text, the words quoted in it, or takes an outcome away, and the diff says exactly that', () => {
    const edits = [
      editOf({ place: place('VERSION', 'v', 'description'), text: 'About figures.' }, things),
      editOf({ place: place('OUTCOME', 'o1', 'statement', 'a figure'), text: 'an estimate' }, things),
      editOf({ place: place('CRITERION', 'c', 'title'), text: 'Clear to everybody' }, things),
    ];
    expect(edits[1]).toMatchObject({ before: 'Explains a figure.', after: 'Explains an estimate.' });
    const differences = differencesOf(definition, revised(definition, edits)).map(
      ({ area, field, after }) => ({ area, field, after }),
    );
    expect(differences).toEqual([
      { area: 'BADGE', field: 'description', after: 'About figures.' },
      { area: 'OUTCOME', field: 'statement', after: 'Explains an estimate.' },
      { area: 'CRITERION', field: 'title', after: 'Clear to everybody' },
    ]);
    const dropped = editOf({ place: place('OUTCOME', 'o1', null), text: null }, things);
    expect(differencesOf(definition, revised(definition, [dropped]))).toMatchObject([
      { area: 'OUTCOME', kind: 'REMOVED', name: 'Explains a figure.' },
    ]);
  });

  test('of nothing changes nothing', () => {
    expect(revised(definition, [])).toEqual(definition);
  });

  test('is stale once the text is another one, or gone', () => {
    const edit = editOf({ place: place('OUTCOME', 'o1', 'statement'), text: 'Says it.' }, things);
    expect(isStale(edit, things)).toBe(false);
    expect(isStale(edit, things.slice(0, 1))).toBe(true);
    expect(isStale(edit, [{ kind: 'OUTCOME', id: 'o1', texts: { statement: 'Else.' } }])).toBe(true);
  });

  test('touches an outcome, those of an assessment, and none when it is about the badge’s own words', () => {
    const assessed = new Map([['a', ['o1', 'o2']]]);
    const edit = (kind: 'VERSION' | 'OUTCOME' | 'ASSESSMENT' | 'CRITERION', id: string) => ({
      kind,
      id,
      field: 'x',
      before: null,
      after: 'y',
    });
    expect(touchedOutcomes([edit('VERSION', 'v'), edit('CRITERION', 'c')], assessed)).toEqual([]);
    expect(touchedOutcomes([edit('OUTCOME', 'o1'), edit('ASSESSMENT', 'a')], assessed)).toEqual(['o1', 'o2']);
  });

  test.each([
    ['of work', { kind: 'EVIDENCE', id: 'W1' }, 'x', 'edits.0.place.kind'],
    ['of a version as a whole', { kind: 'VERSION', id: 'v' }, null, 'edits.0.place.field'],
    ['of a whole outcome to a text', { kind: 'OUTCOME', id: 'o' }, 'x', 'edits.0.text'],
    ['of a statement to nothing', { kind: 'OUTCOME', id: 'o', field: 'statement' }, null, 'edits.0.text'],
    ['of a field that is none', { kind: 'OUTCOME', id: 'o', field: 'task' }, 'x', 'edits.0.place.field'],
  ])('is none: %s', (_, where, text, at) => {
    const { error } = proposalRules.safeParse({ title: 't', reason: 'r', edits: [{ place: where, text }] });
    expect(error?.issues.map(({ path }) => path.join('.'))).toContain(at);
  });
});
