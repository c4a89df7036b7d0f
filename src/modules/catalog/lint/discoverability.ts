/** What could be given so that more roles find a badge. */
export const DISCOVERABILITY_CHANGES = ['LEVEL', 'RELATION', 'SUCCESSOR', 'COUNTERPART'] as const;
export type DiscoverabilityChange = (typeof DISCOVERABILITY_CHANGES)[number];

/** Role profiles that a badge would meet a requirement of, if one kind of thing were given in its alignments. */
export interface DiscoverabilityGain {
  readonly change: DiscoverabilityChange;
  readonly sentence: string;
  /** Each once, however many alignments lead to it. */
  readonly roleProfileIds: readonly string[];
  readonly alignments: readonly { readonly outcomeId: string; readonly skillUri: string }[];
}

const IF: Readonly<Record<DiscoverabilityChange, string>> = {
  LEVEL: 'if the level were given',
  RELATION: 'if the outcome showed the skill exactly, not only closely',
  SUCCESSOR: 'if the outcome were aligned to the skill that took the place of an ended one',
  COUNTERPART: 'if the outcome were aligned to the matching skill of the other framework, too',
};

/** One gain for each kind of change that would be worth something, the greatest first. */
export function gainsOf(
  rows: readonly {
    readonly change: DiscoverabilityChange;
    readonly outcomeId: string;
    readonly skillUri: string;
    readonly roleProfileIds: readonly string[];
  }[],
): DiscoverabilityGain[] {
  const gains = DISCOVERABILITY_CHANGES.map((change) => {
    const own = rows.filter((row) => row.change === change);
    const roleProfileIds = [...new Set(own.flatMap((row) => row.roleProfileIds))].sort();
    const count = roleProfileIds.length;
    return {
      change,
      sentence: `${count} more role ${count === 1 ? 'profile' : 'profiles'} would match ${IF[change]}.`,
      roleProfileIds,
      alignments: own.map(({ outcomeId, skillUri }) => ({ outcomeId, skillUri })),
    };
  });
  return gains
    .filter(({ roleProfileIds }) => roleProfileIds.length > 0)
    .sort((a, b) => b.roleProfileIds.length - a.roleProfileIds.length);
}
