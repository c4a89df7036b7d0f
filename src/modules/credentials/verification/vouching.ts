import {
  type ClaimedAlignment,
  couldNot,
  type Finding,
  pass,
  type TrustAnswer,
  type VouchedAlignment,
} from './report.ts';

/** What a registry vouches for: frameworks as the beginnings of their addresses, levels as steps of the EQF. Left out or null: all. */
export interface VouchedScope {
  readonly frameworks?: readonly string[] | null;
  readonly levels?: readonly number[] | null;
}

/** Where the European Commission publishes the steps of the European Qualifications Framework. */
const EQF_STEP = /^https?:\/\/data\.europa\.eu\/snb\/eqf\/([1-8])$/;

type Target = Pick<ClaimedAlignment, 'targetUrl'>;

const stepOf = ({ targetUrl }: Target): number | null => {
  const step = EQF_STEP.exec(targetUrl)?.[1];
  return step === undefined ? null : Number(step);
};

/** Whether an address is this one or lies below it. A name alone would not do: anybody may write one. */
const isBelow = (address: string, start: string): boolean =>
  address === start || address.startsWith(/[/#:]$/.test(start) ? start : `${start}/`);

const inFrameworks = ({ targetUrl }: Target, frameworks: VouchedScope['frameworks']): boolean =>
  !frameworks || frameworks.some((start) => isBelow(targetUrl, start));

/**
 * Which of these alignments a scope covers: skills by the address of their framework, and all of them only if the credential states an
 * EQF level (by its address) within the levels, where those are limited.
 */
export function coveredBy({ frameworks, levels }: VouchedScope, alignments: readonly Target[]): boolean[] {
  const steps = alignments.flatMap((alignment) => stepOf(alignment) ?? []);
  const rightLevel = !levels || (steps.length > 0 && steps.every((step) => levels.includes(step)));
  return alignments.map(
    (alignment) => rightLevel && (stepOf(alignment) !== null || inFrameworks(alignment, frameworks)),
  );
}

/** Alignments, each with whether the registry that knows the issuer vouches for it. */
export function vouchedBy(trust: TrustAnswer, alignments: readonly ClaimedAlignment[]): VouchedAlignment[] {
  const covered = coveredBy(trust, alignments);
  return alignments.map((alignment, i) => ({
    ...alignment,
    vouched: trust.status === 'KNOWN' && covered[i] === true,
  }));
}

/** Whether a scope covers a whole credential. Where frameworks are limited, it has to show at least one skill of them. */
export function coversAll(scope: VouchedScope, alignments: readonly Target[]): boolean {
  const skills = alignments.filter((alignment) => stepOf(alignment) === null);
  if (scope.frameworks && skills.length === 0) return false;
  if (scope.levels && alignments.length === 0) return false;
  return coveredBy(scope, alignments).every(Boolean);
}

/** Two limits at once, such as those of a registry and of its entry for one issuer. */
export function narrowed(one: VouchedScope, other: VouchedScope): Required<VouchedScope> {
  return {
    frameworks: both(one.frameworks, other.frameworks, (a, b) => [
      ...new Set([
        ...a.filter((start) => b.some((wider) => isBelow(start, wider))),
        ...b.filter((start) => a.some((wider) => isBelow(start, wider))),
      ]),
    ]),
    levels: both(one.levels, other.levels, (a, b) => a.filter((step) => b.includes(step))),
  };
}

function both<T>(
  one: readonly T[] | null | undefined,
  other: readonly T[] | null | undefined,
  join: (one: readonly T[], other: readonly T[]) => T[],
): readonly T[] | null {
  if (!one) return other ?? null;
  return other ? join(one, other) : one;
}

/** The answer that says most for a credential: the first that vouches for all of it, else the first that knows the issuer, else that none does. */
export const bestOf = (answers: readonly TrustAnswer[], alignments: readonly Target[]): TrustAnswer | null =>
  answers.find((answer) => answer.status === 'KNOWN' && coversAll(answer, alignments)) ??
  answers.find(({ status }) => status === 'KNOWN') ??
  null;

/** What registries say of the issuer of these alignments, as a check. An issuer nobody knows is no fault, but no pass either: anybody can make a key. */
export function trustFinding(trust: TrustAnswer, alignments: readonly Target[] = []): Finding {
  if (trust.status === 'UNKNOWN')
    return couldNot('No registry asked here knows the issuer: whether to trust it is yours to decide.');
  if (trust.status === 'UNREACHABLE')
    return couldNot(`The issuer was not found, but not every registry could be asked: ${trust.registry}.`);
  const known = `${trust.registry} knows the issuer${trust.name ? ` as ${trust.name}` : ''}`;
  return coversAll(trust, alignments)
    ? pass(`${known}.`)
    : couldNot(`${known}, but vouches only for ${inWords(trust)}; this is more, or does not say.`);
}

const inWords = ({ frameworks, levels }: VouchedScope): string =>
  [
    ...(frameworks ? [`skills of ${frameworks.join(', ') || 'no framework'}`] : []),
    ...(levels ? [`EQF levels ${levels.join(', ') || 'none'}`] : []),
  ].join(' and ');
