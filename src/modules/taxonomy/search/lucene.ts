import type { Lexicon } from './lexicon.ts';
import type { Reader } from './words.ts';
import { fold, spellOut } from './words.ts';

export interface IndexFilter {
  readonly kinds: readonly string[];
  readonly framework?: string | null;
  readonly notFramework?: string | null;
}

const fields = [
  ['label', ''],
  ['alternatives', ''],
  ['hidden', ''],
  ['description', '^0.1'],
] as const;

/**
 * The question in the full-text index's own language. Only letters, digits and marks of ours reach it, so nothing that is
 * typed can be read as its syntax. Words no name has are looked for a slip or two away, and as beginnings.
 */
export function luceneQuery(text: string, filter: IndexFilter, lexicon: Lexicon, reader: Reader): string {
  const words = [...new Set([...fold(text).split(' '), ...fold(spellOut(text, lexicon.language)).split(' ')])]
    .map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter((word) => word !== '');
  const terms = words
    .flatMap((word) => [word, ...slips(word, lexicon, reader), ...synonyms(word, lexicon, reader)])
    .join(' ');
  const asked = fields.map(([field, boost]) => `${field}:(${terms})${boost}`).join(' ');
  return [
    `+kind:(${filter.kinds.join(' ')})`,
    filter.framework ? `+framework:${framework(filter.framework)}` : '',
    filter.notFramework ? `-framework:${framework(filter.notFramework)}` : '',
    `+(${asked})`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function slips(word: string, lexicon: Lexicon, reader: Reader): string[] {
  const { stem } = reader.word(word);
  if (word.length < 4 || lexicon.frequency.has(stem)) return [];
  const reach = word.length < 8 ? 1 : 2;
  return [...new Set([word, stem])].map((form) => `${form}~${reach}`).concat(`${word}*`);
}

/** Words that often stand in its place, counting less. */
function synonyms(word: string, lexicon: Lexicon, reader: Reader): string[] {
  return [...(lexicon.synonyms.get(reader.word(word).stem) ?? [])]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 4)
    .map(([stem, alike]) => `${lexicon.forms.get(stem) ?? stem}^${(alike * 0.5).toFixed(2)}`)
    .filter((term) => /^[\p{L}\p{N}]+\^/u.test(term));
}

/** An id of a framework as a phrase of letters and digits only. */
const framework = (id: string): string =>
  `"${id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()}"`;
