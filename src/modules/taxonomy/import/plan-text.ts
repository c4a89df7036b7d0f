import type { Kind, TextRow } from './release.ts';
import { OPEN } from './version.ts';

/** A text as the graph holds it: what one concept is called in one language, in `[since, until)`. */
export interface HeldText {
  readonly key: string;
  readonly kind: Kind | null;
  readonly label: string;
  readonly alternatives: readonly string[];
  readonly hidden: readonly string[];
  readonly description: string | null;
  readonly since: number;
  readonly until: number;
}

export interface TextPlan {
  /** `reworded`: same label, other alternatives or description. `widened`: it was already so in an earlier release. */
  readonly outcome: 'same' | 'added' | 'relabelled' | 'reworded' | 'completed' | 'widened';
  /** Ends at this version: its key. */
  readonly close?: string;
  readonly write?: Omit<HeldText, 'key'>;
  /** Held since this version too: its key. */
  readonly widen?: string;
}

/**
 * What becomes of the texts of one concept in one language when release `version` states one. `held` are those that end after
 * it. A partial edition only adds and relabels: it may say less than is known.
 */
export function planText(
  held: readonly HeldText[],
  row: Omit<TextRow, 'file' | 'line' | 'uri'>,
  kind: Kind,
  version: number,
  complete: boolean,
): TextPlan {
  const now = held.find((text) => text.since <= version && version < text.until);
  if (now) return planKnown(now, row, kind, version, complete);
  const next = held.filter((text) => text.since > version).sort((a, b) => a.since - b.since)[0];
  if (next && sameText(next, stated(row, next))) return { outcome: 'widened', widen: next.key };
  const write = { ...stated(row, null), kind, since: version, until: next?.since ?? OPEN };
  return { outcome: 'added', write };
}

function planKnown(
  now: HeldText,
  row: Omit<TextRow, 'file' | 'line' | 'uri'>,
  kind: Kind,
  version: number,
  complete: boolean,
): TextPlan {
  const relabelled = now.label !== row.label;
  const words = stated(row, now);
  if (!complete && (!relabelled || now.since === version)) return { outcome: 'same' };
  if (sameText(now, words))
    return now.kind === kind
      ? { outcome: 'same' }
      : { outcome: 'completed', write: { ...words, kind, since: now.since, until: now.until } };
  // The same release, now told in full: the text it had before was never another release's.
  if (now.since === version)
    return { outcome: 'completed', write: { ...words, kind, since: version, until: now.until } };
  return {
    outcome: relabelled ? 'relabelled' : 'reworded',
    close: now.key,
    write: { ...words, kind, since: version, until: now.until },
  };
}

type Words = Pick<HeldText, 'label' | 'alternatives' | 'hidden' | 'description'>;

/** What a row says, completed with what it leaves out. */
const stated = (row: Omit<TextRow, 'file' | 'line' | 'uri'>, known: Words | null): Words => ({
  label: row.label,
  alternatives: row.alternatives ?? known?.alternatives ?? [],
  hidden: row.hidden ?? known?.hidden ?? [],
  description: row.description === undefined ? (known?.description ?? null) : row.description,
});

const sameText = (a: Words, b: Words): boolean =>
  a.label === b.label &&
  a.description === b.description &&
  sameLabels(a.alternatives, b.alternatives) &&
  sameLabels(a.hidden, b.hidden);

/** Publishers list alternatives in no particular order. */
const sameLabels = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set([...a, ...b]).size === new Set(a).size;

export const textKey = (uri: string, language: string, since: number): string =>
  `${uri}|${language}|${since}`;
