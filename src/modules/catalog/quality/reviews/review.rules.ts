import { z } from 'zod';
import { distinct, text, whole } from '../../../../platform/input.ts';
import { placeRules } from '../place.ts';

/** In which capacity somebody takes part in a review. */
export const REVIEW_ROLES = ['ISSUER_STAFF', 'ASSESSOR', 'EXTERNAL_REVIEWER', 'EMPLOYER', 'LEARNER'] as const;
export type ReviewRole = (typeof REVIEW_ROLES)[number];

/** Those who come from outside of the issuer and practise what the badge is about. */
export const PRACTITIONERS: readonly ReviewRole[] = ['EXTERNAL_REVIEWER', 'EMPLOYER'];

/** What a review looks at. */
export const REVIEW_ASPECTS = ['OUTCOMES', 'ASSESSMENTS', 'METADATA', 'EVIDENCE'] as const;
export type ReviewAspect = (typeof REVIEW_ASPECTS)[number];

/** How much a finding matters, the least first. */
export const SEVERITIES = ['NOTE', 'MINOR', 'MAJOR', 'BLOCKING'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const DECISIONS = ['APPROVE', 'APPROVE_WITH_CONDITIONS', 'CHANGE_NEEDED', 'WITHDRAW'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Decisions after which something has to be mended until a day. */
const WITH_A_DAY: readonly Decision[] = ['APPROVE_WITH_CONDITIONS', 'CHANGE_NEEDED'];

export const REVIEW_STATES = ['OPEN', 'CLOSED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Where a badge stands with its reviews. */
export const STANDINGS = [
  'NO_POLICY',
  'NOT_REVIEWED',
  'APPROVED',
  'APPROVED_WITH_CONDITIONS',
  'CHANGE_NEEDED',
  'WITHDRAWAL_ADVISED',
  'OVERDUE',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** So many people who must take part in a capacity. */
export interface RequiredPart {
  readonly role: ReviewRole;
  readonly count: number;
}

/** Somebody who took part. `by` is the actor as audit events name it; null for a learner, who is nobody's author. */
export interface PartTaken {
  readonly role: ReviewRole;
  readonly by: string | null;
}

export const policyRules = z.object({
  intervalMonths: whole(1, 60, 'months'),
  dueDays: whole(1, 365, 'days').default(60),
  sampleSize: whole(0, 50, 'pieces of work').default(5),
  aspects: distinct(z.enum(REVIEW_ASPECTS), REVIEW_ASPECTS.length)
    .min(1, 'must name at least one thing to look at.')
    .default([...REVIEW_ASPECTS]),
  required: distinct(
    z.object({ role: z.enum(REVIEW_ROLES), count: whole(1, 10, 'people').default(1) }),
    REVIEW_ROLES.length,
    ({ role }) => role,
  ).refine((required) => required.some(({ role }) => PRACTITIONERS.includes(role)), {
    message: `must ask for at least one practitioner from outside: ${PRACTITIONERS.join(' or ')}.`,
  }),
});
export type PolicyInput = z.input<typeof policyRules>;

/** A finding; one about somebody's work is of the aspect EVIDENCE, because all others are for everybody to read once the review is closed. */
export const findingRules = z
  .object({
    severity: z.enum(SEVERITIES),
    aspect: z.enum(REVIEW_ASPECTS),
    place: placeRules.nullish(),
    text: text(2_000),
    advice: text(2_000).nullish(),
    dueAt: z.date().nullish(),
  })
  .refine(({ aspect, place }) => place?.kind !== 'EVIDENCE' || aspect === 'EVIDENCE', {
    path: ['aspect'],
    message: 'must be EVIDENCE for a finding about a piece of work, which not everybody may read.',
  });

export const partRules = z.object({
  role: z.enum(REVIEW_ROLES),
  statement: text(5_000),
  findings: z.array(findingRules).max(50, 'must have at most 50 entries.').default([]),
});
export type PartInput = z.input<typeof partRules>;

export const decisionRules = z
  .object({ decision: z.enum(DECISIONS), reason: text(5_000), mendBy: z.date().nullish() })
  .refine(({ decision, mendBy }) => (mendBy == null) === !WITH_A_DAY.includes(decision), {
    path: ['mendBy'],
    message: `goes with ${WITH_A_DAY.join(' and ')}: say until when it is to be mended, and leave it out otherwise.`,
  });
export type DecisionInput = z.input<typeof decisionRules>;

/** Who has yet to take part: what is required, less those who did. Somebody beyond what a capacity requires replaces nobody of another. */
export const missingParts = (
  required: readonly RequiredPart[],
  taken: readonly Pick<PartTaken, 'role'>[],
): RequiredPart[] =>
  required.flatMap(({ role, count }) => {
    const left = count - taken.filter((part) => part.role === role).length;
    return left > 0 ? [{ role, count: left }] : [];
  });

/** Whether somebody took part who did not write what is reviewed: an author is never the only reviewer. */
export const independent = (authors: readonly string[], taken: readonly PartTaken[]): boolean =>
  taken.some(({ by }) => by === null || !authors.includes(by));

/** Why a review cannot be closed with a decision; null when it can. */
export function whyNotClosable(
  decision: Decision,
  facts: {
    readonly required: readonly RequiredPart[];
    readonly taken: readonly PartTaken[];
    readonly authors: readonly string[];
    /** Severities of what was found and is not settled. */
    readonly open: readonly Severity[];
  },
): { readonly reason: string; readonly message: string } | null {
  const missing = missingParts(facts.required, facts.taken);
  if (missing.length > 0)
    return {
      reason: 'SOMEBODY_MISSING',
      message: `cannot close yet; still to take part: ${missing.map(({ role, count }) => `${count} ${role}`).join(', ')}.`,
    };
  if (!independent(facts.authors, facts.taken))
    return {
      reason: 'ONLY_ITS_AUTHOR',
      message: 'was taken part in by the author of the badge alone; somebody else must review it, too.',
    };
  const worst =
    facts.open.find((severity) => severity === 'BLOCKING') ?? facts.open.find((s) => s === 'MAJOR');
  if (worst === 'BLOCKING' && (decision === 'APPROVE' || decision === 'APPROVE_WITH_CONDITIONS'))
    return {
      reason: 'FINDING_OPEN',
      message:
        'has a blocking finding that is not settled: settle it with settleFinding, or decide CHANGE_NEEDED or WITHDRAW.',
    };
  if (worst === 'MAJOR' && decision === 'APPROVE')
    return {
      reason: 'FINDING_OPEN',
      message:
        'has a major finding that is not settled: settle it with settleFinding, or decide APPROVE_WITH_CONDITIONS.',
    };
  return null;
}

/** So many calendar months later, at most at the month's end; never more than so many months, never a month less. */
export function monthsLater(from: Date, months: number): Date {
  const later = new Date(from);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return later;
}

/** When a badge is to be reviewed again after a decision: an interval later, or by the day it is to be mended when that is sooner. Null after WITHDRAW. */
export function nextReview(
  decidedAt: Date,
  intervalMonths: number,
  { decision, mendBy }: { readonly decision: Decision; readonly mendBy: Date | null },
): Date | null {
  if (decision === 'WITHDRAW') return null;
  const regular = monthsLater(decidedAt, intervalMonths);
  return mendBy && mendBy < regular ? mendBy : regular;
}

const DAY = 86_400_000;

/** When a review that opens now is to be closed. */
export const dueAfter = (openedAt: Date, days: number): Date => new Date(openedAt.getTime() + days * DAY);

/** Whole days that have passed since something fell due; 0 while it is not, or on the day itself. */
export const daysOverdue = (dueAt: Date | null, now: Date): number =>
  dueAt && dueAt < now ? Math.floor((now.getTime() - dueAt.getTime()) / DAY) : 0;

const AFTER: Readonly<Record<Decision, Standing>> = {
  APPROVE: 'APPROVED',
  APPROVE_WITH_CONDITIONS: 'APPROVED_WITH_CONDITIONS',
  CHANGE_NEEDED: 'CHANGE_NEEDED',
  WITHDRAW: 'WITHDRAWAL_ADVISED',
};

/** Where a badge stands: overdue once its day has passed, whatever was decided before; else what the last review decided. */
export function standing(
  facts: {
    readonly hasPolicy: boolean;
    readonly nextReviewAt: Date | null;
    readonly lastDecision: Decision | null;
  },
  now: Date,
): Standing {
  if (!facts.hasPolicy) return 'NO_POLICY';
  if (facts.nextReviewAt && facts.nextReviewAt < now) return 'OVERDUE';
  return facts.lastDecision ? AFTER[facts.lastDecision] : 'NOT_REVIEWED';
}
