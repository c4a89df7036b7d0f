import type { SaidAt, Suggestion, SuggestionSource } from './draft.ts';
import type { Mention } from './naming.ts';
import type { Cues } from './sentences.ts';

/** A mention with what the text says of it. */
export interface Read {
  readonly mention: Mention;
  readonly cues: Cues;
  /** The text that was read, and its name. */
  readonly field: string;
  readonly text: string;
}

/** So often named, no more is it worth. */
const MOST_WEIGHT = 5;

/**
 * Suggests a requirement for each skill that is named well enough. Where a shorter name lies within a longer one that is named at least as well ("testing" within "software testing"),
 * only the longer one is suggested there; and where it is the label of one skill and another name of a second, only the first.
 */
export function suggestedIn(
  reads: readonly Read[],
  options: { readonly leastScore: number; readonly level: number | null; readonly source: SuggestionSource },
): Suggestion[] {
  const good = reads.filter(({ mention }) => mention.score >= options.leastScore);
  const bySkill = new Map<string, Read[]>();
  for (const read of good)
    if (!good.some((other) => swallows(other, read)))
      bySkill.set(read.mention.uri, [...(bySkill.get(read.mention.uri) ?? []), read]);
  return [...bySkill].map(([skillUri, found]) => suggestionOf(skillUri, found, options));
}

function swallows(outer: Read, inner: Read): boolean {
  const [a, b] = [outer.mention, inner.mention];
  return (
    outer.field === inner.field &&
    a.uri !== b.uri &&
    a.start <= b.start &&
    a.end >= b.end &&
    (a.end - a.start > b.end - b.start ? a.score >= b.score : a.score > b.score && a.byLabel && !b.byLabel)
  );
}

function suggestionOf(
  skillUri: string,
  found: readonly Read[],
  { level: otherwise, source }: { readonly level: number | null; readonly source: SuggestionSource },
): Suggestion {
  const best = found.reduce((top, one) => (one.mention.score > top.mention.score ? one : top));
  const must = found.find(({ cues }) => cues.necessity?.value === 'MUST');
  const nice = found.find(({ cues }) => cues.necessity?.value === 'NICE');
  const said = (must ?? nice)?.cues.necessity ?? null;
  const levels = found
    .flatMap(({ cues }) => (cues.level ? [cues.level] : []))
    .sort((a, b) => b.value - a.value);
  const level = levels[0] ?? null;
  const places: SaidAt[] = found
    .map(({ mention, field, text }) => ({
      field,
      start: mention.start,
      end: mention.end,
      text: text.slice(mention.start, mention.end),
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const words = [
    `“${places[0]?.text ?? ''}” comes close to its name “${best.mention.name}”`,
    said
      ? `“${said.word}” says ${said.value === 'MUST' ? 'that it is a must' : 'nice to have'}`
      : 'no word says how much it matters',
    level ? `“${level.word}” is read as EQF step ${level.value}` : 'no word says at which level',
  ];
  return {
    skillUri,
    necessity: said?.value ?? 'NICE',
    weight: Math.min(MOST_WEIGHT, found.length),
    level: level?.value ?? otherwise,
    score: Math.round(best.mention.score * 1_000) / 1_000,
    source,
    sourceUri: null,
    why: `${words.join('; ')}.`,
    places,
  };
}
