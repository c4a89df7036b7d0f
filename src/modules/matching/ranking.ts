import { z } from 'zod';
import { invalidInput } from '../../platform/errors.ts';
import { ELIGIBILITIES, type Eligibility, type Match } from './engine/model.ts';
import type { MatchPolicy } from './engine/policy.ts';
import { comparePositions, type Position, positionOf } from './engine/rank.ts';

/** One entry of a ranking: what was scored, and where it stands. */
export interface Ranked<T> {
  readonly item: T;
  readonly match: Match;
  readonly position: Position;
}

/** Where a page of a ranking begins: the ranking it belongs to (policy, instant) and the entry before it. */
export const rankingCursor = z.object({
  policy: z.string(),
  at: z.iso.datetime(),
  position: z.object({
    eligibility: z.enum(ELIGIBILITIES),
    points: z.number().int(),
    confidence: z.number().int(),
    tieBreak: z.number(),
    id: z.string(),
  }),
});
export type RankingCursor = z.output<typeof rankingCursor>;

/** How long the pages of one ranking can be asked for: each is weighed as of the instant of the first. */
const CURSOR_LIFE_MS = 60 * 60 * 1_000;

/** The instant a page is weighed at: now, or that of the ranking the cursor belongs to. Throws INVALID_INPUT for one too old or of another policy. */
export function evaluationTime(after: RankingCursor | null, now: Date, policy: MatchPolicy): Date {
  if (!after) return now;
  const at = new Date(after.at);
  if (after.policy !== policy.version || at > now || now.getTime() - at.getTime() > CURSOR_LIFE_MS)
    throw invalidInput('after', 'belongs to a ranking of more than an hour ago. Start again without it.', {
      reason: 'CURSOR_EXPIRED',
    });
  return at;
}

/** What a ranking may be narrowed to. `minFit` is 0 to 1. */
export interface RankingFilter {
  readonly eligibility?: readonly Eligibility[] | null | undefined;
  readonly minFit?: number | null | undefined;
}

/** Throws INVALID_INPUT for a `minFit` outside of 0 to 1 or an empty list of classes. */
export function checkFilter(filter: RankingFilter): void {
  const { minFit, eligibility } = filter;
  if (minFit != null && !(minFit >= 0 && minFit <= 1))
    throw invalidInput('filter.minFit', `must be a number from 0 to 1, not ${minFit}.`);
  if (eligibility?.length === 0)
    throw invalidInput('filter.eligibility', 'must name at least one class, or be left out.');
}

/** Ranks the entries, best first, narrowed by the filter. */
export function rank<T>(
  entries: readonly { item: T; match: Match; tieBreak: number; id: string }[],
  filter: RankingFilter,
  policy: MatchPolicy,
): Ranked<T>[] {
  const floor = (filter.minFit ?? 0) * policy.points;
  return entries
    .map(({ item, match, tieBreak, id }) => ({ item, match, position: positionOf(match, tieBreak, id) }))
    .filter(({ match }) => match.points >= floor)
    .filter(({ match }) => !filter.eligibility || filter.eligibility.includes(match.eligibility))
    .sort((a, b) => comparePositions(a.position, b.position));
}

/** What comes after the entry a cursor stands for, wherever that entry is now. */
export const following = <T>(ranked: readonly Ranked<T>[], after: RankingCursor | null): Ranked<T>[] =>
  after ? ranked.filter(({ position }) => comparePositions(position, after.position) > 0) : [...ranked];
