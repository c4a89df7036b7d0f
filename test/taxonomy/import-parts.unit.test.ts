import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EdgeSet } from '../../src/modules/taxonomy/import/edge-set.ts';
import { type HeldConcept, holdsAt, planConcept } from '../../src/modules/taxonomy/import/plan-concept.ts';
import { planEdge } from '../../src/modules/taxonomy/import/plan-edge.ts';
import { type HeldText, planText } from '../../src/modules/taxonomy/import/plan-text.ts';
import { progressOn } from '../../src/modules/taxonomy/import/progress.ts';
import type { ConceptRow } from '../../src/modules/taxonomy/import/release.ts';
import { OPEN, ordinalOf, versionInName } from '../../src/modules/taxonomy/import/version.ts';
import { labelsIn, tidyText } from '../../src/modules/taxonomy/import/wording.ts';

describe('versions', () => {
  test.each([
    ['esco-1.2.0-en.zip', '1.2.0'],
    ['ESCO dataset - v1.2.0 - classification - en - csv.zip', '1.2.0'],
    ['onet-29.2-text.zip', '29.2'],
    ['db_29_2_text.zip', '29.2'],
    ['esco-1.1.1-en', '1.1.1'],
    ['download.zip', null],
    ['20250131.zip', null],
  ])('%s is %s', (name, version) => {
    expect(versionInName(name)).toBe(version);
  });

  test('are ordered by their numbers', () => {
    expect(['1.2.0', 'v1.1.1', '29.2', '1.2', 'x', '1'].map(ordinalOf)).toEqual([
      10200,
      10101,
      290200,
      10200,
      null,
      null,
    ]);
  });
});

test('labels in a cell are split, tidied, distinct and without the preferred one', () => {
  expect(labelsIn('weld\u00a0steel \r\njoin metal | weld steel\n\nWeld', 'Weld')).toEqual([
    'weld steel',
    'join metal',
  ]);
  expect(labelsIn('a|b', '')).toEqual(['a|b']);
  expect(tidyText(' one \r\n\ttwo ')).toBe('one\ntwo');
  expect(tidyText(' \n ')).toBeNull();
});

describe('an edge set', () => {
  const edge = fc.record({
    from: fc.integer({ min: 0, max: 2 ** 17 - 1 }),
    to: fc.integer({ min: 0, max: 2 ** 18 - 1 }),
    variant: fc.integer({ min: 0, max: 2 ** 18 - 1 }),
  });

  test('finds each edge it was given once, and no other', () => {
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 3_000 }), edge, (edges, stranger) => {
        const set = new EdgeSet(0);
        for (const { from, to, variant } of edges) set.add(from, to, variant);
        const distinct = new Set(edges.map(({ from, to, variant }) => `${from} ${to} ${variant}`));
        expect(set.seal()).toBe(edges.length - distinct.size);
        expect(set.size).toBe(distinct.size);
        for (const { from, to, variant } of edges)
          expect(set.at(set.find(from, to, variant))).toEqual({ from, to, variant, values: [] });
        expect(set.find(stranger.from, stranger.to, stranger.variant) >= 0).toBe(
          distinct.has(`${stranger.from} ${stranger.to} ${stranger.variant}`),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('joins rows that complete each other, and counts those that say nothing new', () => {
    const set = new EdgeSet(2);
    set.add(1, 2, 0, [4.5, Number.NaN]);
    set.add(0, 2, 0, [1, 1]);
    set.add(1, 2, 0, [Number.NaN, 3]);
    set.add(1, 2, 0, [5, 5]);
    expect(set.seal()).toBe(1);
    expect(set.at(set.find(1, 2, 0)).values).toEqual([4.5, 3]);
  });

  test('refuses numbers that have no room', () => {
    expect(() => new EdgeSet(0).add(2 ** 17, 0, 0)).toThrow('More concepts');
  });
});

/** Releases in their order; whether each has the thing, and how it is worded there. */
const history = fc
  .array(fc.option(fc.constantFrom('one', 'two'), { nil: null }), { minLength: 1, maxLength: 8 })
  .map((says) => says.map((said, index) => ({ version: 10_000 + index * 100, said })));

describe('after any history of complete releases', () => {
  const row = (jobZone: number | null): ConceptRow => ({
    file: 'f',
    line: 1,
    uri: 'u',
    kind: 'Skill',
    code: null,
    skillType: null,
    reuseLevel: null,
    jobZone,
    obsolete: false,
    replacedBy: [],
  });

  const left = (held: HeldConcept | null, version: number): HeldConcept | null =>
    held && held.until > version ? { ...held, until: version } : held;

  test('a concept holds in exactly the releases that have it', () => {
    fc.assert(
      fc.property(history, (releases) => {
        let held: HeldConcept | null = null;
        for (const { version, said } of releases) {
          if (said !== null) held = planConcept(held, row(null), version, true).concept;
          else held = left(held, version);
        }
        for (const { version, said } of releases)
          expect(held !== null && holdsAt(held, version)).toBe(said !== null);
      }),
    );
  });

  test('exactly one text holds in each release that has one, worded as it said', () => {
    fc.assert(
      fc.property(history, (releases) => {
        const texts = new Map<string, HeldText>();
        for (const { version, said } of releases) {
          const open = [...texts.values()].filter(({ until }) => until > version);
          if (said === null) {
            for (const text of open) texts.set(text.key, { ...text, until: version });
            continue;
          }
          const plan = planText(open, { label: said, alternatives: [] }, 'Skill', version, true);
          const closed = plan.close ? texts.get(plan.close) : undefined;
          if (closed) texts.set(closed.key, { ...closed, until: version });
          if (plan.write) texts.set(`${plan.write.since}`, { ...plan.write, key: `${plan.write.since}` });
          expect(plan.widen).toBeUndefined();
        }
        for (const { version, said } of releases) {
          const holding = [...texts.values()].filter(
            ({ since, until }) => since <= version && version < until,
          );
          expect(holding.map(({ label }) => label)).toEqual(said === null ? [] : [said]);
        }
      }),
    );
  });
});

describe('texts', () => {
  const held: HeldText = {
    key: 'k',
    kind: 'Skill',
    label: 'weld',
    alternatives: ['join', 'solder'],
    hidden: [],
    description: 'about it',
    since: 10_101,
    until: OPEN,
  };

  test('are the same in whatever order alternatives come, and where a file does not have them at all', () => {
    const same = { outcome: 'same' };
    expect(
      planText([held], { label: 'weld', alternatives: ['solder', 'join'] }, 'Skill', 10_200, true),
    ).toEqual(same);
    expect(planText([held], { label: 'weld' }, 'Skill', 10_200, true)).toEqual(same);
  });

  test('with other alternatives are reworded, not relabelled', () => {
    expect(planText([held], { label: 'weld', alternatives: ['join'] }, 'Skill', 10_200, true)).toMatchObject({
      outcome: 'reworded',
      close: 'k',
      write: { alternatives: ['join'], description: 'about it', since: 10_200, until: OPEN },
    });
  });

  test('that were there in an earlier release too are widened', () => {
    const later = { ...held, since: 10_200 };
    expect(planText([later], { label: 'weld' }, 'Skill', 10_101, true)).toEqual({
      outcome: 'widened',
      widen: 'k',
    });
    expect(planText([later], { label: 'fuse' }, 'Skill', 10_101, true)).toMatchObject({
      outcome: 'added',
      write: { since: 10_101, until: 10_200 },
    });
  });

  test('of a partial edition relabel an older release and leave their own', () => {
    expect(planText([held], { label: 'fuse' }, 'Skill', 10_200, false)).toMatchObject({
      outcome: 'relabelled',
    });
    expect(planText([held], { label: 'fuse' }, 'Skill', 10_101, false)).toEqual({ outcome: 'same' });
  });
});

test('an edge with other values ends and begins anew, or is corrected within its own release', () => {
  const edge = { id: 'e', since: 10_101, until: OPEN, values: [4, Number.NaN] };
  expect(planEdge([edge], [4, Number.NaN], 10_200, true)).toEqual({ outcome: 'same' });
  expect(planEdge([edge], [5, Number.NaN], 10_200, true)).toEqual({
    outcome: 'changed',
    close: 'e',
    writeUntil: OPEN,
  });
  expect(planEdge([edge], [5, Number.NaN], 10_101, true)).toEqual({ outcome: 'changed', writeUntil: OPEN });
  expect(planEdge([edge], [5, Number.NaN], 10_200, false)).toEqual({ outcome: 'same' });
  expect(planEdge([{ ...edge, since: 10_300 }], [4, Number.NaN], 10_200, true)).toEqual({
    outcome: 'widened',
    widen: 'e',
  });
  expect(planEdge([], [4], 10_200, true)).toEqual({ outcome: 'added', writeUntil: OPEN });
});

describe('progress', () => {
  const terminal = (isTTY: boolean) => {
    const written: string[] = [];
    return { written, isTTY, columns: 60, write: (text: string) => written.push(text) };
  };

  test('is a bar on a terminal', () => {
    const screen = terminal(true);
    const progress = progressOn(screen, () => 0);
    progress.on('concepts', 50, 100);
    progress.on('concepts', 60, 100);
    progress.on('concepts', 100, 100);
    progress.done();
    expect(screen.written).toHaveLength(3);
    expect(screen.written[0]).toContain('[████████████            ] concepts: 50 of 100');
    expect(screen.written.every((text) => text.startsWith('\r'))).toBe(true);
  });

  test('is plain lines elsewhere: one a step, and one every five seconds', () => {
    const screen = terminal(false);
    let now = 0;
    const progress = progressOn(screen, () => now);
    progress.on('concepts', 1, 10);
    progress.on('concepts', 2, 10);
    now = 6_000;
    progress.on('concepts', 3, 10);
    progress.on('texts', 0);
    progress.done();
    expect(screen.written).toEqual(['concepts: 1 of 10 …\n', 'concepts: 3 of 10 …\n', 'texts …\n']);
  });
});
