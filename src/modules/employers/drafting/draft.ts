import type { Necessity } from '../role-profile.records.ts';
import type { Span } from './sentences.ts';

export const SUGGESTION_SOURCES = ['OCCUPATION', 'ROLE_LEVEL', 'TEXT', 'JOB_POSTING'] as const;
export type SuggestionSource = (typeof SUGGESTION_SOURCES)[number];

/** Where in a text something is said; `field` names the text: `text`, or the property of a JobPosting. */
export interface SaidAt extends Span {
  readonly field: string;
  readonly text: string;
}

/** A requirement that is suggested: nothing of it holds until a person says so. */
export interface Suggestion {
  readonly skillUri: string;
  readonly necessity: Necessity;
  readonly weight: number;
  readonly level: number | null;
  /** How well a text names the skill, 0 to 1; null where the source names the skill itself. */
  readonly score: number | null;
  readonly source: SuggestionSource;
  readonly sourceUri: string | null;
  readonly why: string;
  readonly places: readonly SaidAt[];
}

/** Something of the source that has no place in the draft. */
export interface Unplaced {
  /** `jobLocation.geo`, `text[120–180]`, or a skill's URI. */
  readonly path: string;
  /** What stands there, cut short. */
  readonly value: string;
  readonly reason: string;
}

/** What a source says of a vacancy rather than of the role. */
export interface VacancyDraft {
  readonly region: string | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly openings: number | null;
  readonly contactUrl: string | null;
}

/** A role profile as somebody might write it, for a person to go through. It is stored nowhere. */
export interface ProfileDraft {
  readonly title: string | null;
  readonly description: string | null;
  readonly region: string | null;
  readonly occupationUri: string | null;
  readonly suggestions: readonly Suggestion[];
  /** How many more were found than a role profile can ask for. */
  readonly omitted: number;
  readonly unplaced: readonly Unplaced[];
  readonly vacancy: VacancyDraft | null;
}

/** As many requirements as a version of a role profile may have. */
export const MOST_SUGGESTIONS = 100;
const SHOWN = 200;

/** Each skill once (the greater weight, must before nice, the higher level), musts first, then by weight and score, as many as a profile may have. */
export function arranged(suggestions: readonly Suggestion[]): { suggestions: Suggestion[]; omitted: number } {
  const bySkill = new Map<string, Suggestion>();
  for (const one of suggestions) {
    const known = bySkill.get(one.skillUri);
    bySkill.set(one.skillUri, known ? merged(known, one) : one);
  }
  const all = [...bySkill.values()].sort(
    (a, b) =>
      Number(b.necessity === 'MUST') - Number(a.necessity === 'MUST') ||
      b.weight - a.weight ||
      (b.score ?? 1) - (a.score ?? 1) ||
      (a.skillUri < b.skillUri ? -1 : 1),
  );
  return { suggestions: all.slice(0, MOST_SUGGESTIONS), omitted: Math.max(0, all.length - MOST_SUGGESTIONS) };
}

function merged(a: Suggestion, b: Suggestion): Suggestion {
  const [first, second] = (b.score ?? 1) > (a.score ?? 1) ? [b, a] : [a, b];
  const levels = [a.level, b.level].filter((level) => level !== null);
  return {
    ...first,
    necessity: a.necessity === 'MUST' || b.necessity === 'MUST' ? 'MUST' : 'NICE',
    weight: Math.max(a.weight, b.weight),
    level: levels.length > 0 ? Math.max(...levels) : null,
    why: a.why === b.why ? a.why : `${first.why} ${second.why}`,
    places: [...a.places, ...b.places].sort((x, y) =>
      x.field < y.field ? -1 : x.field > y.field ? 1 : x.start - y.start || x.end - y.end,
    ),
  };
}

/** A value as it is shown to somebody, cut short. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
