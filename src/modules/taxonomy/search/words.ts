/** One word of a text: as written (lower case, no accents) and as its stem. */
export interface Word {
  readonly text: string;
  readonly stem: string;
}

/** Takes texts of one language apart into words; remembers the words it has seen. */
export interface Reader {
  words(text: string): readonly Word[];
  /** The same of a text that is folded already. */
  wordsOfFolded(folded: string): readonly Word[];
  word(text: string): Word;
}

const smallWords = new Set(
  (
    'a an and as at by for from in into of on or the to with within ' +
    'der die das den dem und oder für fur von vom zu zur zum im in auf mit bei ein eine ' +
    'le la les l un une de du des d et ou en pour par sur dans au aux ' +
    'el los las y o para con por del ' +
    'het een van voor en of met op te ' +
    'och att av till på pa i den det ett'
  ).split(' '),
);

/** True for a folded word that names nothing, such as `of`. */
export const isSmallWord = (word: string): boolean => smallWords.has(word);

const plainText = /^[\x20-\x7e]*$/;

/** Lower case, no accents, one space between words: two names that read the same give the same text. */
export const fold = (text: string): string =>
  (plainText.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, ''))
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]s(?![\p{L}\p{N}])/gu, ' ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();

/** A reader for a language (BCP 47 tag). Only English words are stemmed; elsewhere likeness of letters does that work. */
export function readerOf(language: string): Reader {
  const stem = language.split('-')[0] === 'en' ? englishStem : (word: string) => word;
  const seen = new Map<string, Word>();
  const word = (text: string): Word => {
    const known = seen.get(text);
    if (known) return known;
    const made = { text, stem: stem(text) };
    // Far more than a language's labels have: only strange questions could fill it.
    if (seen.size >= 100_000) seen.clear();
    seen.set(text, made);
    return made;
  };
  const wordsOfFolded = (folded: string): Word[] => {
    const all = folded === '' ? [] : folded.split(' ');
    const telling = all.filter((part) => !smallWords.has(part));
    return [...new Set(telling.length > 0 ? telling : all)].map(word);
  };
  return { word, wordsOfFolded, words: (text) => wordsOfFolded(fold(text)) };
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/, 'ization$1'],
  [/is(e|es|ed|er|ers|ing)$/, 'iz$1'],
  [/ys(e|es|ed|er|ers|ing)$/, 'yz$1'],
  [/our(s|ed|ing|al|er|ist|able)?$/, 'or$1'],
  [/ogue(s?)$/, 'og$1'],
  [/amme(s?)$/, 'am$1'],
  [/(cent|met|theat|fib|lit)re(s?)$/, '$1er$2'],
  [/([fdl])ence$/, '$1ense'],
  [/ll(ed|ing|er|ers|or|ors)$/, 'l$1'],
  [/aeo|ae/, 'e'],
  [/(?<=.)oe(?=[dmst])/, 'e'],
  [/grey/, 'gray'],
  [/tyre(s?)$/, 'tire$1'],
  [/plough/, 'plow'],
  [/aluminium/, 'aluminum'],
];
const perhapsBritish = /is|ys|our|ogue|amme|re|ence|ll|ae|oe|grey|tyre|plough|alum/;

/** Ending, what replaces it, how many letters must stay before it. The first that fits is taken. */
const endings: readonly (readonly [string, string, number])[] = [
  ...(['izations', 'ization'] as const).map((ending) => [ending, 'iz', 3] as const),
  ...(['ational', 'ations', 'ation', 'ators', 'ator', 'ating', 'ates', 'ated', 'ate'] as const).map(
    (ending) => [ending, 'at', 3] as const,
  ),
  ...(['ments', 'ment', 'nesses', 'ness', 'ities', 'ity', 'ively', 'ives', 'ive'] as const).map(
    (ending) => [ending, '', 4] as const,
  ),
  ['ically', 'ic', 3],
  ['ical', 'ic', 3],
  ...(['ances', 'ance', 'ences', 'ence', 'ists', 'ist', 'ions', 'ion'] as const).map(
    (ending) => [ending, '', 4] as const,
  ),
  ...(['ings', 'ing', 'ers', 'er', 'ors', 'or'] as const).map((ending) => [ending, '', 3] as const),
  ['ies', 'y', 2],
  ['ied', 'y', 2],
  ['ed', '', 3],
  ['sses', 'ss', 2],
  ['xes', 'x', 2],
  ['ches', 'ch', 2],
  ['shes', 'sh', 2],
  ['es', '', 3],
  ['s', '', 3],
  ['ly', '', 3],
  ['al', '', 4],
  ['e', '', 3],
];

/** What an English word shares with its other forms and its family: `managing`, `manager`, `management` give `manag`; British and American spellings meet. */
export function englishStem(word: string): string {
  let stem = word;
  if (perhapsBritish.test(stem))
    for (const [british, american] of spellings) stem = stem.replace(british, american);
  if (stem.endsWith('ss') || stem.length < 4) return stem;
  const fits = endings.find(
    ([ending, , least]) =>
      stem.endsWith(ending) &&
      stem.length - ending.length >= least &&
      !(ending === 's' && /[su]s$/.test(stem)),
  );
  if (fits) stem = stem.slice(0, -fits[0].length) + fits[1];
  if (/([bdfgklmnprt])\1$/.test(stem) && stem.length > 3) stem = stem.slice(0, -1);
  if (stem.endsWith('y') && stem.length > 3) stem = `${stem.slice(0, -1)}i`;
  return stem.endsWith('e') && stem.length > 4 ? stem.slice(0, -1) : stem;
}

const abbreviations: Readonly<Record<string, string>> = {
  admin: 'administrator',
  ai: 'artificial intelligence',
  asst: 'assistant',
  ceo: 'chief executive officer',
  cfo: 'chief financial officer',
  cio: 'chief information officer',
  coo: 'chief operating officer',
  cto: 'chief technology officer',
  dev: 'developer',
  engr: 'engineer',
  hr: 'human resources',
  ict: 'information communication technology',
  mgr: 'manager',
  ml: 'machine learning',
  qa: 'quality assurance',
  qc: 'quality control',
  rn: 'registered nurse',
  sr: 'senior',
  jr: 'junior',
  tech: 'technician',
  ui: 'user interface',
  ux: 'user experience',
  vp: 'vice president',
};

/** English abbreviations of job titles spelt out: `HR mgr` reads `human resources manager`. */
export const spellOut = (text: string, language: string): string =>
  language.split('-')[0] === 'en'
    ? fold(text)
        .split(' ')
        .map((word) => (Object.hasOwn(abbreviations, word) ? abbreviations[word] : word))
        .join(' ')
    : text;
