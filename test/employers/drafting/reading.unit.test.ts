import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Read, suggestedIn } from '../../../src/modules/employers/drafting/from-text.ts';
import { mentionsIn, type Named } from '../../../src/modules/employers/drafting/naming.ts';
import { plainText } from '../../../src/modules/employers/drafting/plain-text.ts';
import { LONGEST_SENTENCE, sentencesOf } from '../../../src/modules/employers/drafting/sentences.ts';
import { readerOf } from '../../../src/modules/employers/drafting/wording.ts';
import { lexiconLearner } from '../../../src/modules/taxonomy/search/lexicon.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'nl', 'sv', 'pt-BR'];
const piece = fc.constantFrom(
  'Requirements',
  'Essential:',
  'Nice to have:',
  'About us',
  'What we offer',
  'SQL',
  'Python',
  'e.g.',
  'must',
  'a plus',
  'advanced',
  '- ',
  '* ',
  '1. ',
  '\n',
  '\n\n',
  '. ',
  '; ',
  ', ',
  ' and ',
  '(',
  ')',
  ' ',
  '🙂',
  'é',
  'x'.repeat(250),
  '...',
  '\t',
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 400 }),
);
const RUNS = { numRuns: 400 };

describe('the sentences of a text', () => {
  test('stand in it in order, apart from each other, short enough to be looked up, with something to look up', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...LANGUAGES), (text, language) => {
        const { sentences, asides } = sentencesOf(text, language);
        let last = 0;
        for (const { start, end } of sentences) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end - start).toBeLessThanOrEqual(LONGEST_SENTENCE);
          expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        for (const aside of asides)
          expect(sentences.every(({ start, end }) => end <= aside.start || start >= aside.end)).toBe(true);
      }),
      RUNS,
    );
  });

  test('read the same when the text stands behind another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const before = 'Tasks:\n';
        const moved = sentencesOf(before + text, 'en').sentences.map(({ start, end }) => [
          start - before.length,
          end - before.length,
        ]);
        expect(moved).toEqual(sentencesOf(text, 'en').sentences.map(({ start, end }) => [start, end]));
      }),
      RUNS,
    );
  });

  test('take their necessity from the clause, else the sentence, else the heading', () => {
    const text =
      'Essential:\n- Know SQL\n- Know R, Java would be a plus\nDesirable\n- Go\n- You must speak German.\nTasks:\n- Plan.';
    const { sentences } = sentencesOf(text, 'en');
    const at = (word: string) => {
      const start = text.indexOf(word);
      const span = { start, end: start + word.length };
      return (
        sentences.find((one) => one.start <= start && one.end >= span.end)?.cuesAt(span).necessity?.value ??
        null
      );
    };
    expect(['SQL', 'Java', 'Go', 'German', 'Plan'].map(at)).toEqual(['MUST', 'NICE', 'NICE', 'MUST', null]);
  });

  test('leave out what speaks of the employer, until another heading', () => {
    const text =
      'About us\nWe do SQL.\nWe are many.\nYour profile:\nYou do R.\nWhat we offer: free coffee.\nYou do Go.';
    const { sentences, asides } = sentencesOf(text, 'en');
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(['You do R.', 'You do Go.']);
    expect(asides.map(({ start, end }) => text.slice(start, end))).toEqual([
      'We do SQL.\nWe are many.',
      ' free coffee.',
    ]);
  });

  test('do not end at an abbreviation', () => {
    const text = 'Know a language, e.g. Rust or Go. Then plan.';
    expect(sentencesOf(text, 'en').sentences).toHaveLength(2);
  });
});

describe('the wording', () => {
  test.each([
    ['en', 'SQL is required', 'MUST'],
    ['en', 'preferred, but not required', 'NICE'],
    ['en', 'we plan things', null],
    ['de', 'Deutschkenntnisse sind erforderlich', 'MUST'],
    ['de', 'Englisch ist von Vorteil', 'NICE'],
    ['fr', 'anglais souhaité', 'NICE'],
    ['es', 'imprescindible inglés', 'MUST'],
    ['nl', 'kennis van SQL is vereist', 'MUST'],
    ['sv', 'meriterande med SQL', 'NICE'],
  ])('of %s: "%s" says %s', (language, text, value) => {
    expect(readerOf(language).necessity(text)?.value ?? null).toBe(value);
  });

  test.each([
    ['en', 'basic SQL', 2],
    ['en', 'good knowledge of SQL', 4],
    ['en', 'very good knowledge of SQL', 5],
    ['en', 'advanced SQL', 7],
    ['en', 'EQF level 6', 6],
    ['en', 'basic SQL and advanced R', null],
    ['en', 'SQL', null],
    ['en', 'working with people on deep learning', null],
    ['nl', 'op basis van cijfers', null],
    ['de', 'fundierte Kenntnisse', 5],
    ['de', 'sehr gute Kenntnisse', 5],
  ])('of %s: "%s" asks for EQF step %s', (language, text, value) => {
    expect(readerOf(language).level(text)?.value ?? null).toBe(value);
  });

  test('finds words where it says, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...LANGUAGES), (text, language) => {
        const reader = readerOf(language);
        for (const cue of [reader.necessity(text), reader.level(text)])
          if (cue) expect(text.slice(cue.start, cue.start + cue.word.length)).toBe(cue.word);
      }),
      RUNS,
    );
  });
});

const named = (uri: string, label: string, ...alternatives: string[]): Named => ({
  uri,
  label,
  alternatives,
  hidden: [],
});
const SKILLS = [
  named('stakeholders', 'negotiate with stakeholders'),
  named('testing', 'software testing', 'test software'),
  named('test', 'testing'),
  named('management', 'project management', 'manage projects'),
  named('commissioning', 'project commissioning', 'project management'),
  named('sql', 'SQL'),
  named('r', 'R'),
];
const learner = lexiconLearner('en');
for (const { label, alternatives } of SKILLS) learner.read([label, ...alternatives]);
for (const other of [
  'plan budgets',
  'manage staff',
  'manage budgets',
  'project planning',
  'write reports',
  'manage time',
])
  learner.read([other]);
const lexicon = learner.lexicon();
const bestOf = (sentence: string) =>
  [...mentionsIn(sentence, 0, SKILLS, lexicon)].sort((a, b) => b.score - a.score)[0];

describe('what a sentence names', () => {
  test('is what all of whose words it has, close together', () => {
    const sentence = 'Negotiate with project stakeholders or suppliers.';
    const best = bestOf(sentence);
    expect(best).toMatchObject({ uri: 'stakeholders', byLabel: true });
    expect(sentence.slice(best?.start, best?.end)).toBe('Negotiate with project stakeholders');
    const apart = bestOf(
      'Negotiate prices and terms of delivery every month, and write to all of our stakeholders',
    );
    expect(apart?.score ?? 0).toBeLessThan(best?.score ?? 0);
  });

  test('is surest when written out in full', () => {
    expect(bestOf('project management')?.score).toBeGreaterThan(bestOf('management of projects')?.score ?? 1);
    expect(bestOf('nothing of that')?.score ?? 0).toBeLessThan(0.3);
  });

  test('is no small letter of an abbreviation', () => {
    expect(bestOf('i.e. r. and so on')).toBeUndefined();
    expect(bestOf('Know R')?.uri).toBe('r');
  });

  test('lies in the sentence, with a score from 0 to 1, whatever the sentence', () => {
    fc.assert(
      fc.property(anyText, fc.nat(50), (sentence, offset) => {
        for (const { start, end, score } of mentionsIn(sentence, offset, SKILLS, lexicon)) {
          expect(start).toBeGreaterThanOrEqual(offset);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(offset + sentence.length);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      RUNS,
    );
  });
});

describe('suggestions from a text', () => {
  const read = (text: string): Read[] =>
    sentencesOf(text, 'en').sentences.flatMap((sentence) =>
      mentionsIn(text.slice(sentence.start, sentence.end), sentence.start, SKILLS, lexicon).map(
        (mention) => ({
          mention,
          field: 'text',
          text,
          cues: sentence.cuesAt(mention),
        }),
      ),
    );
  const suggest = (text: string, level: number | null = null) =>
    suggestedIn(read(text), { leastScore: 0.5, level, source: 'TEXT' });

  test('say how often, how much, at which level and where', () => {
    const text = 'Must have: advanced SQL.\nWe use SQL daily.';
    const [sql] = suggest(text);
    expect(sql).toMatchObject({ skillUri: 'sql', necessity: 'MUST', level: 7, weight: 2, source: 'TEXT' });
    expect(sql?.places.map(({ start, end, text: said }) => [text.slice(start, end), said])).toEqual([
      ['SQL', 'SQL'],
      ['SQL', 'SQL'],
    ]);
    expect(suggest('We use SQL.', 4)).toMatchObject([{ necessity: 'NICE', level: 4 }]);
  });

  test('keep the longer of two names, and the skill of that very name', () => {
    expect(suggest('You do software testing.').map(({ skillUri }) => skillUri)).toEqual(['testing']);
    expect(suggest('You do project management.').map(({ skillUri }) => skillUri)).toEqual(['management']);
  });

  test('name each skill once and stay within bounds, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = suggest(text);
        expect(new Set(found.map(({ skillUri }) => skillUri)).size).toBe(found.length);
        for (const { places, score, weight, level } of found) {
          expect(places.length).toBeGreaterThan(0);
          for (const place of places) expect(text.slice(place.start, place.end)).toBe(place.text);
          expect(score).toBeGreaterThanOrEqual(0.5);
          expect(weight).toBeGreaterThanOrEqual(1);
          expect(level === null || (level >= 1 && level <= 8)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('the text of HTML', () => {
  test('has its blocks on lines of their own and its entities read', () => {
    expect(plainText('<p>You <b>test</b> &amp; plan.</p><ul><li>SQL</li><li>R&#38;D &#x41;</li></ul>')).toBe(
      'You test & plan.\n\n- SQL\n- R&D A',
    );
    expect(plainText('a < b and b > c')).toBe('a < b and b > c');
    expect(plainText('<script>alert(1)</script>Hello<style>x</style>')).toBe('Hello');
  });

  test('holds none of its tags', () => {
    const html = fc
      .array(
        fc.constantFrom(
          '<p>',
          '</p>',
          '<li>',
          '<',
          '>',
          '<b class="x">',
          'text',
          '\n',
          '&amp;',
          '<script>',
          '</script>',
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(html, (value) => {
        expect(plainText(value)).not.toMatch(/<\/?(?:p|li|b|script)\b[^<>]*>/);
      }),
      RUNS,
    );
  });
});
