export const SEVERITIES = ['ERROR', 'WARNING', 'ADVICE'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What one thing that is wrong says: where, and what was seen there. */
export interface Hit {
  /** The place as a path from the badge version or role profile, such as `outcomes[0].statement`. */
  readonly place: string;
  /** Id of what stands there, or the URI of the skill; null where it is the version or profile itself. */
  readonly subjectId: string | null;
  readonly message: string;
}

/** What a rule saw: how many places it looked at, in how many of them it is not kept, and what to say about them. */
export interface Check {
  readonly places: number;
  /** Places with a finding, and places where something more basic is missing, which another rule says. */
  readonly failed: number;
  readonly hits: readonly Hit[];
}

/** One thing the linter looks for. A rule is data and a pure function: it never throws, and the same facts give the same findings. */
export interface Rule<F, P extends string = string> {
  readonly id: string;
  /** ERROR keeps a draft from being published; WARNING is a weakness; ADVICE would make it better. */
  readonly severity: Severity;
  /** The part of the score it counts for. */
  readonly part: P;
  readonly why: string;
  readonly mend: string;
  readonly example: string;
  /** The standard or practice it comes from. */
  readonly source: string;
  readonly check: (facts: F) => Check;
}

/** A rule that was not kept somewhere. */
export interface Finding extends Hit {
  readonly rule: string;
  readonly severity: Severity;
  readonly part: string;
  readonly why: string;
  readonly mend: string;
  readonly example: string;
  readonly source: string;
}

/** Something more basic is missing here, so that the rule cannot be kept, and another rule says so. */
export const BLOCKED = 'BLOCKED';
export type Verdict = readonly Hit[] | typeof BLOCKED;

/** Judges each of several things. `emptyFails`: having none of them is a failing that another rule reports. */
export function each<T>(
  things: readonly T[],
  judge: (thing: T, at: number) => Verdict,
  { emptyFails = false }: { emptyFails?: boolean } = {},
): Check {
  if (things.length === 0) return { places: 1, failed: emptyFails ? 1 : 0, hits: [] };
  const verdicts = things.map(judge);
  return {
    places: things.length,
    failed: verdicts.filter((verdict) => verdict === BLOCKED || verdict.length > 0).length,
    hits: verdicts.flatMap((verdict) => (verdict === BLOCKED ? [] : verdict)),
  };
}

/** Judges the version or profile as a whole. */
export const whole = (verdict: Verdict): Check => each([null], () => verdict);

/** One finding, or none. */
export const hitIf = (wrong: boolean, place: string, subjectId: string | null, message: string): Hit[] =>
  wrong ? [{ place, subjectId, message }] : [];

/** Applies rules to facts: the findings, most severe first, then in order of the rules and of the places. */
export function lint<F>(rules: readonly Rule<F>[], facts: F): { findings: Finding[]; checks: Checked[] } {
  const checks = rules.map((rule) => ({ rule, check: rule.check(facts) }));
  const findings = checks.flatMap(({ rule, check }) =>
    check.hits.map((hit): Finding => {
      const { id, severity, part, why, mend, example, source } = rule;
      return { ...hit, rule: id, severity, part, why, mend, example, source };
    }),
  );
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
  return {
    findings: findings.sort((a, b) => rank(a) - rank(b)),
    checks: checks.map(({ rule, check }) => ({ severity: rule.severity, part: rule.part, ...check })),
  };
}

/** A rule's outcome as the score needs it. */
export type Checked = Pick<Rule<never>, 'severity' | 'part'> & Pick<Check, 'places' | 'failed'>;
