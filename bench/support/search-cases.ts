import { readerOf } from '../../src/modules/taxonomy/search/words.ts';
import type { Random } from './random.ts';

/** A question and the URIs that are right answers to it. */
export interface Case {
  readonly query: string;
  readonly right: ReadonlySet<string>;
  readonly kind: 'Occupation' | 'Skill';
  /**
   * Of the set that the published figures are about. A title: half of its words or more stand in one name of a right answer
   * (the others can only be guessed). A phrase: at most half of its and the label's words are the same.
   */
  readonly headline: boolean;
}

export interface NamedConcept {
  readonly uri: string;
  readonly label: string;
  readonly alternatives: readonly string[];
}

/** What a case is told apart by. */
export const keyOf = ({ kind, query, right }: Case): string =>
  kind === 'Skill' ? ([...right][0] ?? '') : query;

export interface MappedTitles extends NamedConcept {
  /** ESCO occupations that the crosswalk maps to this O*NET occupation: exact, close, narrow or broad. */
  readonly mapped: readonly string[];
}

/** Half of all cases, by a title or a skill's URI: weights are fitted on these, figures are measured on the others. */
export const isForFitting = (key: string): boolean => {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key.toLowerCase(), 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 13)) & 1) === 0;
};

const namesOf = ({ label, alternatives }: NamedConcept): readonly string[] => [label, ...alternatives];

/** Job titles: alternate titles of O*NET; right is every ESCO occupation that the crosswalk maps to an O*NET occupation with the title. */
export function titleCases(onet: readonly MappedTitles[], esco: readonly NamedConcept[]): Case[] {
  const { words } = readerOf('en');
  const stems = (text: string) => words(text).map(({ stem }) => stem);
  const vocabulary = new Map(
    esco.map((concept) => [concept.uri, namesOf(concept).map((name) => new Set(stems(name)))]),
  );
  const byTitle = new Map<string, { query: string; right: Set<string> }>();
  for (const { alternatives, mapped } of onet)
    for (const title of alternatives) {
      const known = byTitle.get(title.toLowerCase()) ?? { query: title, right: new Set<string>() };
      byTitle.set(title.toLowerCase(), known);
      for (const uri of mapped) known.right.add(uri);
    }
  return [...byTitle.values()]
    .filter(({ right }) => right.size > 0)
    .map(({ query, right }) => {
      const asked = stems(query);
      const headline = [...right].some((uri) =>
        (vocabulary.get(uri) ?? []).some(
          (name) => asked.filter((stem) => name.has(stem)).length >= asked.length / 2,
        ),
      );
      return { query, right, kind: 'Occupation' as const, headline };
    })
    .sort((a, b) => (a.query < b.query ? -1 : 1));
}

/**
 * Skill phrases: one alternative label of each skill; right is that skill. Held out of the index is that label or, the harder
 * way, every alternative of the skill.
 */
export function phraseCases(skills: readonly NamedConcept[], random: Random): Case[] {
  const { words } = readerOf('en');
  const stems = (text: string) => new Set(words(text).map(({ stem }) => stem));
  return skills
    .filter(({ alternatives }) => alternatives.length > 0)
    .map(({ uri, label, alternatives }) => {
      const query = alternatives[Math.floor(random() * alternatives.length)] ?? label;
      const [asked, inLabel] = [stems(query), stems(label)];
      const shared = [...asked].filter((stem) => inLabel.has(stem)).length;
      return {
        query,
        right: new Set([uri]),
        kind: 'Skill' as const,
        headline: shared / (asked.size + inLabel.size - shared) <= 0.5,
      };
    });
}

/** So many of a list, drawn without replacement. */
export function draw<T>(list: readonly T[], many: number, random: Random): T[] {
  const pool = [...list];
  for (let i = pool.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [pool[i], pool[j]] = [pool[j] as T, pool[i] as T];
  }
  return pool.slice(0, many);
}

export interface HitRate {
  readonly hit1: number;
  readonly hit10: number;
}

/** How often a right answer comes first, and how often it is among the first ten. */
export async function hitRate(
  cases: readonly Case[],
  find: (one: Case) => Promise<readonly string[]> | readonly string[],
): Promise<HitRate> {
  let first = 0;
  let ten = 0;
  for (const one of cases) {
    const place = (await find(one)).slice(0, 10).findIndex((uri) => one.right.has(uri));
    if (place === 0) first += 1;
    if (place >= 0) ten += 1;
  }
  return { hit1: first / cases.length, hit10: ten / cases.length };
}
