/** The language texts are shown in when none is asked for. */
export const DEFAULT_LANGUAGE = 'en';

/**
 * The full-text index of each language: its node label, its name and the Lucene analyser Neo4j ships for it.
 * Languages whose analyser Neo4j lacks (Polish, Croatian, Slovak …) fold case and accents only.
 */
const indexed = [
  'ar',
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fi',
  'fr',
  'ga',
  'hr',
  'hu',
  'is',
  'it',
  'lt',
  'lv',
  'mt',
  'nl',
  'no',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'sv',
  'uk',
] as const;

const primary = (language: string): string => {
  const base = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return base === 'nb' || base === 'nn' ? 'no' : base;
};

const suffix = (language: string): string => {
  const base = primary(language);
  return (indexed as readonly string[]).includes(base) ? base : 'other';
};

/** The label a `ConceptText` in `language` (a BCP 47 tag) carries beside `ConceptText`, so that its language's full-text index finds it: `TextEn`. */
export const textLabel = (language: string): string => {
  const tag = suffix(language);
  return `Text${tag.charAt(0).toUpperCase()}${tag.slice(1)}`;
};

/** The full-text index that holds the texts of `language` (a BCP 47 tag): `text_en`, or `text_other` for a language without one. */
export const textIndex = (language: string): string => `text_${suffix(language)}`;

/** The languages to try for an answer, best first: the asked tag, its base language, English. What is in none of them falls back to any language there is. */
export const fallbackChain = (language: string): string[] => {
  const asked = language.toLowerCase();
  return [...new Set([asked, asked.split('-')[0] ?? asked, 'en'])];
};
