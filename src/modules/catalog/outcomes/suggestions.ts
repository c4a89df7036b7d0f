import type { MatchKind } from '../../taxonomy/search/rank.ts';
import { fold } from '../../taxonomy/search/words.ts';

/** What the taxonomy search takes at most. */
export const LONGEST_QUESTION = 200;

/** What to ask the taxonomy for: verb and object say it best, else the statement; cut between words where it is too long. */
export function questionFor(outcome: {
  readonly statement: string;
  readonly verb?: string | null;
  readonly object?: string | null;
}): string {
  const { verb, object, statement } = outcome;
  const text = (verb && object ? `${verb} ${object}` : statement).trim();
  if (text.length <= LONGEST_QUESTION) return text;
  const cut = text.slice(0, LONGEST_QUESTION + 1).replace(/\s+\S*$/, '');
  return cut.length > LONGEST_QUESTION ? text.slice(0, LONGEST_QUESTION) : cut;
}

/** The words of a name that stand in the question, too, perhaps in another form: they begin alike. */
export function sharedWords(question: string, name: string): string[] {
  const asked = wordsOf(question);
  return wordsOf(name).filter((word) => asked.some((other) => beginAlike(word, other)));
}

const wordsOf = (text: string): string[] => [
  ...new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2),
  ),
];

function beginAlike(one: string, other: string): boolean {
  const length = Math.max(3, Math.min(one.length, other.length) - 2);
  return one.slice(0, length) === other.slice(0, length);
}

/** Why a skill is suggested, in one plain sentence (English). */
export function whyOf(kind: MatchKind, matchedText: string, question: string): string {
  const shared = sharedWords(question, matchedText).map((word) => `“${word}”`);
  const words = shared.length > 0 ? `; it shares ${shared.join(', ')}` : '';
  switch (kind) {
    case 'EXACT_LABEL':
      return `Its label is exactly that: “${matchedText}”.`;
    case 'EXACT_ALTERNATIVE':
      return `It is also called exactly that: “${matchedText}”.`;
    case 'LABEL':
      return `Its label “${matchedText}” has every word${words}.`;
    case 'ALTERNATIVE':
      return `Its other name “${matchedText}” has every word${words}.`;
    case 'MAPPED':
      return `A skill of another framework that corresponds to it has such a name: “${matchedText}”${words}.`;
    case 'FUZZY':
      return `Its name “${matchedText}” is alike${words}.`;
  }
}
