import { type Lexicon, weightOf } from '../../taxonomy/search/lexicon.ts';
import { dice, trigrams } from '../../taxonomy/search/likeness.ts';
import { isSmallWord, type Word } from '../../taxonomy/search/words.ts';
import type { Span } from './sentences.ts';

/** A concept that a sentence may name. */
export interface Named {
  readonly uri: string;
  readonly label: string;
  readonly alternatives: readonly string[];
  readonly hidden: readonly string[];
}

/** That a text names a concept, how well, and where. */
export interface Mention extends Span {
  readonly uri: string;
  /** The name of the concept that the text comes closest to. */
  readonly name: string;
  /** True when that is its label, not another name. */
  readonly byLabel: boolean;
  /** 0 to 1: for ordering and cutting off, not a probability. */
  readonly score: number;
}

interface Token extends Span {
  readonly word: Word;
}

/** Words of a sentence that stand for a word of a name count as much as they are alike; below this they do not stand for it. */
const ALIKE = 0.3;
/** How alike letters must be where a language has no stems. */
const LETTERS = 0.75;
/** The words of a name in another order are weaker evidence. */
const TURNED = 0.85;
/** An alternative name is weaker evidence than the label. */
const ALTERNATIVE = 0.92;

/**
 * Finds what a sentence names. The search asks how much of the question is in a name; this asks the reverse, how much of the name is in the sentence: all of it, in rare words,
 * and close together. "Negotiate with project stakeholders" names "negotiate with stakeholders" and not "stakeholder management".
 */
export function mentionsIn(
  sentence: string,
  offset: number,
  candidates: readonly Named[],
  lexicon: Lexicon,
): Mention[] {
  const tokens = tokensOf(sentence, offset, lexicon);
  const alike = likenessOf(lexicon);
  return candidates.flatMap((candidate) => {
    const names = [candidate.label, ...candidate.alternatives, ...candidate.hidden];
    const found = names.flatMap((name, i) => {
      const mention = mentionOf(name, tokens, lexicon, alike);
      return mention
        ? [
            {
              ...mention,
              score: mention.score * (i === 0 ? 1 : ALTERNATIVE),
              uri: candidate.uri,
              name,
              byLabel: i === 0,
            },
          ]
        : [];
    });
    const best = found.reduce<Mention | null>(
      (top, one) => (top && top.score >= one.score ? top : one),
      null,
    );
    return best ? [best] : [];
  });
}

function tokensOf(sentence: string, offset: number, { reader }: Lexicon): Token[] {
  return [...sentence.matchAll(/[\p{L}\p{N}+#]+(?:\p{M}+[\p{L}\p{N}]*)*/gu)].flatMap(({ index, 0: text }) => {
    const [word] = reader.words(text);
    // a small letter alone is of an abbreviation; a capital may be a language
    return word && word.text !== '' && !isSmallWord(word.text) && !/^\p{Ll}$/u.test(text)
      ? [{ word, start: offset + index, end: offset + index + text.length }]
      : [];
  });
}

type Alike = (said: Word, named: Word) => number;

function likenessOf({ language, synonyms }: Lexicon): Alike {
  const stemmed = language.split('-')[0] === 'en';
  return (said, named) => {
    if (said.text === named.text) return 1;
    if (said.stem === named.stem) return 0.95;
    const synonym = synonyms.get(said.stem)?.get(named.stem) ?? 0;
    if (stemmed || said.text.length < 5 || named.text.length < 5) return synonym;
    const letters = dice(trigrams(said.text), trigrams(named.text));
    return Math.max(synonym, letters >= LETTERS ? letters * 0.95 : 0);
  };
}

function mentionOf(
  name: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  alike: Alike,
): (Span & { score: number }) | null {
  const words = lexicon.reader.words(name);
  const rarest = Math.log(2 + lexicon.names);
  let [all, said, places] = [0, 0, [] as number[]];
  let exact = true;
  for (const word of words) {
    const weight = weightOf(lexicon, word.stem);
    all += weight;
    let [best, at] = [0, -1];
    for (const [i, token] of tokens.entries()) {
      const value = alike(token.word, word);
      if (value > best) [best, at] = [value, i];
    }
    exact &&= best === 1;
    if (best < ALIKE) continue;
    said += weight * best;
    places = [...places, at];
  }
  const [first, last] = [tokens[Math.min(...places)], tokens[Math.max(...places)]];
  if (!first || !last || all === 0) return null;
  const reach = Math.max(...places) - Math.min(...places) + 1;
  const together = Math.sqrt(places.length / Math.max(reach, places.length));
  const telling = 1 - Math.exp((-1.2 * all) / rarest);
  const order = places.every((place, i) => i === 0 || place >= (places[i - 1] ?? 0)) ? 1 : TURNED;
  const score = (said / all) ** 2 * telling * (0.4 + 0.6 * together) * order;
  // written out in full, word by word, it is meant, however common its words are
  const inOrder = places.every((place, i) => i === 0 || place === (places[i - 1] ?? 0) + 1);
  const literal = exact && words.length > 1 && inOrder ? 0.6 + 0.4 * telling : 0;
  return { start: first.start, end: last.end, score: Math.min(1, Math.max(score, literal)) };
}
