import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyLexicon, lexiconLearner } from '../../src/modules/taxonomy/search/lexicon.ts';
import { distance } from '../../src/modules/taxonomy/search/likeness.ts';
import { luceneQuery } from '../../src/modules/taxonomy/search/lucene.ts';
import { rank } from '../../src/modules/taxonomy/search/rank.ts';
import type { Candidate } from '../../src/modules/taxonomy/search/signals.ts';
import { englishStem, fold, readerOf, spellOut } from '../../src/modules/taxonomy/search/words.ts';

const name = fc
  .array(
    fc.constantFrom('manage', 'staff', 'nurse', 'ward', 'of', 'Ärzte', 'c++', 'x', 'colour', "nurse's"),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(' '));
const candidates = fc.uniqueArray(
  fc.record<Candidate>({
    uri: fc.uuid(),
    label: name,
    alternatives: fc.array(name, { maxLength: 3 }),
    hidden: fc.array(name, { maxLength: 1 }),
    description: fc.option(name),
    mapped: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { selector: ({ uri }) => uri, maxLength: 12 },
);

describe('ranking', () => {
  test('exact labels come before exact alternatives, and these before everything else', () => {
    fc.assert(
      fc.property(name, candidates, (query, list) => {
        const tiers = rank(query, list).map(({ matchKind }) =>
          matchKind === 'EXACT_LABEL' ? 0 : matchKind === 'EXACT_ALTERNATIVE' ? 1 : 2,
        );
        expect(tiers).toEqual([...tiers].sort());
      }),
    );
  });

  test('the order of the candidates does not matter, and none is lost or doubled', () => {
    fc.assert(
      fc.property(name, candidates, fc.infiniteStream(fc.nat()), (query, list, numbers) => {
        const keyed = list.map((candidate) => ({ candidate, key: numbers.next().value }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ candidate }) => candidate);
        const ranked = rank(query, list);
        expect(rank(query, shuffled)).toEqual(ranked);
        expect(ranked.map(({ uri }) => uri).sort()).toEqual(list.map(({ uri }) => uri).sort());
      }),
    );
  });

  test('scores lie between 0 and 1 and never rise down the list', () => {
    fc.assert(
      fc.property(name, candidates, (query, list) => {
        const scores = rank(query, list).map(({ score }) => score);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });
});

describe('words', () => {
  test.each([
    ['managing', 'management'],
    ['organisation', 'organizations'],
    ['colour', 'color'],
    ['programmes', 'program'],
    ['carpenters', 'carpenter'],
    ['planned', 'planning'],
    ['analyse', 'analyzing'],
  ])('%s and %s share a stem', (a, b) => {
    expect(englishStem(a)).toBe(englishStem(b));
  });

  test.each([
    ['nurse', 'nursery'],
    ['business', 'bus'],
    ['gas', 'gates'],
  ])('%s and %s do not', (a, b) => {
    expect(englishStem(a)).not.toBe(englishStem(b));
  });

  test('stems are not longer than their words by more than a spelling', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => {
        expect(englishStem(word).length).toBeLessThanOrEqual(word.length + 2);
        expect(englishStem(word)).not.toBe('');
      }),
    );
  });

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('abbreviations of English job titles are spelt out', () => {
    expect(spellOut('HR Mgr', 'en')).toBe('human resources manager');
    expect(spellOut('HR Mgr', 'de')).toBe('HR Mgr');
    expect(
      readerOf('en')
        .words('Head of the Nurses')
        .map(({ text }) => text),
    ).toEqual(['head', 'nurses']);
  });

  test('distance counts slips and is the same both ways', () => {
    expect([distance('matron', 'mtaron', 2), distance('ward', 'war', 2), distance('abc', 'xyzq', 2)]).toEqual(
      [1, 1, 3],
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[abc]{0,6}$/), fc.stringMatching(/^[abc]{0,6}$/), (a, b) => {
        expect(distance(a, b, 6)).toBe(distance(b, a, 6));
        expect(distance(a, b, 6) === 0).toBe(a === b);
      }),
    );
  });
});

describe('the lexicon', () => {
  test('learns which words stand in each other’s place', () => {
    const learner = lexiconLearner('en');
    for (const thing of ['staff', 'budgets', 'projects', 'archives'])
      learner.read([`manage ${thing}`, `oversee ${thing}`, `${thing} in general`]);
    const { synonyms, frequency, names } = learner.lexicon();
    const [manage, oversee] = ['manage', 'oversee'].map(englishStem) as [string, string];
    expect(synonyms.get(manage)?.get(oversee)).toBeGreaterThan(0.5);
    expect(synonyms.get(oversee)?.get(manage)).toBe(synonyms.get(manage)?.get(oversee));
    expect([names, frequency.get(manage)]).toEqual([12, 4]);
  });
});

test('only letters, digits and our own marks reach the index', () => {
  const reader = readerOf('en');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
      const query = luceneQuery(text, { kinds: ['Skill'], framework: text }, emptyLexicon('en'), reader);
      const [, terms = ''] = /label:\(([^)]*)\) alternatives/.exec(query) ?? [];
      for (const term of terms.split(' ').filter((part) => part !== ''))
        expect(term).toMatch(/^[\p{L}\p{N}]+([~][12]|\*|\^[\d.]+)?$/u);
      expect(terms).not.toMatch(/[A-Z]/);
    }),
  );
});
