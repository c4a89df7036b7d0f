import type { AlignmentRelation } from '../catalog.records.ts';

/** What could be given so that more roles find a badge. */
export const DISCOVERABILITY_CHANGES = ['LEVEL', 'RELATION', 'SUCCESSOR', 'COUNTERPART'] as const;
export type DiscoverabilityChange = (typeof DISCOVERABILITY_CHANGES)[number];

/** An alignment of a badge version, and the skills near the one it is to. */
export interface Reach {
  /** Highest level of the learning units; null when none says any. */
  readonly unitLevel: number | null;
  /** Whether the badge is awarded for assessments. */
  readonly assessed: boolean;
  readonly outcomeId: string;
  readonly skillUri: string;
  readonly level: number | null;
  readonly relation: AlignmentRelation;
  readonly current: boolean;
  readonly mapped: readonly {
    readonly uri: string;
    readonly relation: string;
    readonly reviewState: string;
  }[];
  readonly successors: readonly string[];
}

/** A skill that a published role profile asks for. */
export interface Asked {
  readonly roleProfileId: string;
  readonly skillUri: string;
  readonly level: number | null;
  readonly evidence: string;
}

/** Role profiles that a badge would meet a requirement of, if one kind of thing were given in its alignments. */
export interface DiscoverabilityGain {
  readonly change: DiscoverabilityChange;
  readonly sentence: string;
  /** In order, each once, however many alignments lead to it. */
  readonly roleProfileIds: readonly string[];
  readonly alignments: readonly { readonly outcomeId: string; readonly skillUri: string }[];
}

const IF: Readonly<Record<DiscoverabilityChange, string>> = {
  LEVEL: 'if the level were given',
  RELATION: 'if the outcome showed the skill exactly, not only closely',
  SUCCESSOR: 'if the outcome were aligned to the skill that took the place of an ended one',
  COUNTERPART: 'if the outcome were aligned to the matching skill of the other framework, too',
};

/** Where no level is known, whatever a role asks is taken to be shown. */
const ANY_LEVEL = 8;

interface Proof {
  readonly outcomeId: string;
  readonly skills: readonly string[];
  readonly level: number;
}

/** Every skill that an alignment proves or could prove: what role profiles have to be looked for. */
export const skillsNear = (reach: readonly Reach[]): string[] => [
  ...new Set(
    reach.flatMap(({ skillUri, mapped, successors }) => [
      skillUri,
      ...mapped.map(({ uri }) => uri),
      ...successors,
    ]),
  ),
];

/**
 * What each kind of change would be worth, the greatest gain first: published role profiles of which the badge meets no
 * requirement today (as matching counts it: EXACT, or mapped EXACT and reviewed, at the level asked) and would then meet one.
 */
export function gainsOf(reach: readonly Reach[], asked: readonly Asked[]): DiscoverabilityGain[] {
  const assessed = reach.some((each) => each.assessed);
  const open = asked.filter(({ evidence }) => assessed || evidence !== 'ASSESSED');
  const metBy = ({ skills, level }: Proof) =>
    open.filter((ask) => skills.includes(ask.skillUri) && (ask.level ?? 1) <= level);
  const today = new Set(
    reach.flatMap(provenToday).flatMap((proof) => metBy(proof).map(({ roleProfileId }) => roleProfileId)),
  );
  const gains = DISCOVERABILITY_CHANGES.map((change): DiscoverabilityGain => {
    const found = reach
      .flatMap((each) => provenAfter(change, each))
      .flatMap((proof) =>
        metBy(proof)
          .filter(({ roleProfileId }) => !today.has(roleProfileId))
          .map(({ roleProfileId, skillUri }) => ({ roleProfileId, skillUri, outcomeId: proof.outcomeId })),
      );
    const roleProfileIds = [...new Set(found.map(({ roleProfileId }) => roleProfileId))].sort();
    const count = roleProfileIds.length;
    const places = found.map(
      ({ outcomeId, skillUri }) => [`${outcomeId} ${skillUri}`, { outcomeId, skillUri }] as const,
    );
    return {
      change,
      sentence: `${count} more role ${count === 1 ? 'profile' : 'profiles'} would match ${IF[change]}.`,
      roleProfileIds,
      alignments: [...new Map(places).values()],
    };
  });
  return gains
    .filter(({ roleProfileIds }) => roleProfileIds.length > 0)
    .sort((a, b) => b.roleProfileIds.length - a.roleProfileIds.length);
}

const equals = ({ skillUri, mapped }: Reach): string[] => [
  skillUri,
  ...mapped
    .filter(({ relation, reviewState }) => relation === 'EXACT' && reviewState === 'REVIEWED')
    .map(({ uri }) => uri),
];

const provenToday = (each: Reach): Proof[] =>
  each.relation === 'EXACT' && each.level !== null
    ? [{ outcomeId: each.outcomeId, skills: equals(each), level: each.level }]
    : [];

function provenAfter(change: DiscoverabilityChange, each: Reach): Proof[] {
  const { outcomeId, relation, current, mapped, successors } = each;
  const level = each.level ?? each.unitLevel ?? ANY_LEVEL;
  const shown = relation === 'EXACT' || relation === 'CLOSE';
  const proof = (when: boolean, skills: readonly string[]): Proof[] =>
    when && skills.length > 0 ? [{ outcomeId, skills, level }] : [];
  if (change === 'LEVEL') return proof(relation === 'EXACT' && each.level === null, equals(each));
  if (change === 'RELATION') return proof(relation === 'CLOSE', equals(each));
  if (change === 'SUCCESSOR') return proof(shown && !current, successors);
  const counterparts = mapped.filter(
    (mapping) =>
      (mapping.relation === 'CLOSE' && mapping.reviewState !== 'REJECTED') ||
      (mapping.relation === 'EXACT' && mapping.reviewState === 'PROPOSED'),
  );
  return proof(
    shown,
    counterparts.map(({ uri }) => uri),
  );
}
