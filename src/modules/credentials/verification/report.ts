/** The checks of a credential, in the order they are made. */
export const STEPS = [
  'FORMAT',
  'STRUCTURE',
  'SCHEMA',
  'ISSUER',
  'ACHIEVEMENT',
  'PROOF',
  'DATES',
  'STATUS',
  'LOG',
  'ENDORSEMENTS',
  'CREDENTIALS',
  'TRUST',
] as const;
export type StepName = (typeof STEPS)[number];
export type Outcome = 'PASS' | 'FAIL' | 'COULD_NOT_CHECK';
/** `FAILED` if any step failed; else `UNDETERMINED` if any could not be made; else `VERIFIED`. */
export type Verdict = 'VERIFIED' | 'FAILED' | 'UNDETERMINED';
/** What was shown, once it was taken out of an image or fetched. */
export type PresentedFormat = 'JSON' | 'JWT' | 'SD_JWT';

export interface Finding {
  readonly outcome: Outcome;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** What came of a check and how long it took; a step that was not reached took no time. */
export interface TimedFinding extends Finding {
  readonly milliseconds: number;
}

export interface Step<Name extends string> extends TimedFinding {
  readonly name: Name;
}

export type VerificationStep = Step<StepName>;

export interface VerificationReport {
  readonly verdict: Verdict;
  readonly checkedAt: Date;
  readonly steps: readonly VerificationStep[];
  /** Null when it could not be told. */
  readonly format: PresentedFormat | null;
  /** As the document says; null when it could not be read so far. */
  readonly credentialId: string | null;
  readonly issuer: string | null;
  /** What registries say of the issuer; null when the document could not be read so far. */
  readonly trust: TrustAnswer | null;
  /** What the issuer says was shown; empty unless its signature holds. */
  readonly alignments: readonly VouchedAlignment[];
}

/** What a trust registry knows of an issuer: `KNOWN`, `UNKNOWN`, or that it could not be asked (`UNREACHABLE`). */
export interface TrustAnswer {
  readonly status: 'KNOWN' | 'UNKNOWN' | 'UNREACHABLE';
  /** The registry that answered, or those that could not be asked. */
  readonly registry: string | null;
  /** What the registry vouches for, in its words. */
  readonly scope: string | null;
  /** Where the rules of the registry stand. */
  readonly governanceUrl: string | null;
  /** What the registry calls the issuer. */
  readonly name: string | null;
  /** Beginnings of the addresses of the frameworks it vouches for the issuer in; null or left out: any. */
  readonly frameworks?: readonly string[] | null;
  /** The steps of the EQF it vouches for the issuer at; null or left out: any. */
  readonly levels?: readonly number[] | null;
}

/** A skill or standard that the issuer says the achievement shows (Open Badges 3.0 Alignment), in the issuer's words. */
export interface ClaimedAlignment {
  readonly targetName: string;
  readonly targetUrl: string;
  readonly targetFramework: string | null;
  readonly targetCode: string | null;
}

/** The same, and whether the registry that knows the issuer vouches for it there. */
export interface VouchedAlignment extends ClaimedAlignment {
  readonly vouched: boolean;
}

export const pass = (reason: string): Finding => ({ outcome: 'PASS', reason });
export const fail = (reason: string): Finding => ({ outcome: 'FAIL', reason });
export const couldNot = (reason: string): Finding => ({ outcome: 'COULD_NOT_CHECK', reason });

const NOT_REACHED: TimedFinding = {
  ...couldNot('Not reached: an earlier check did not pass.'),
  milliseconds: 0,
};

/** Makes one check and takes its time. */
export async function timed(check: () => Finding | Promise<Finding>): Promise<TimedFinding> {
  const started = performance.now();
  const finding = await check();
  return { ...finding, milliseconds: performance.now() - started };
}

/** Every step in its order, those without a finding as not reached. */
export const stepsOf = <Name extends string>(
  names: readonly Name[],
  findings: Readonly<Partial<Record<Name, TimedFinding>>>,
): Step<Name>[] => names.map((name) => ({ name, ...(findings[name] ?? NOT_REACHED) }));

/** What findings amount to. What could not be checked never counts as passed. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const has = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome);
  return has('FAIL') ? 'FAILED' : has('COULD_NOT_CHECK') ? 'UNDETERMINED' : 'VERIFIED';
}

/** The finding that decides among several: the first that failed, else the first that could not be made, else `otherwise`. */
export const worst = (findings: readonly Finding[], otherwise: Finding): Finding =>
  findings.find(({ outcome }) => outcome === 'FAIL') ??
  findings.find(({ outcome }) => outcome === 'COULD_NOT_CHECK') ??
  otherwise;
