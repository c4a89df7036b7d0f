import { z } from 'zod';
import { distinct, ids, optionalText, text, whole } from '../../../platform/input.ts';
import { ASSESSMENT_KINDS, IDENTITY_CHECKS, type VersionState } from '../catalog.records.ts';

const levelRules = z.object({
  title: text(100),
  points: whole(0, 1_000, 'points'),
  descriptor: optionalText(1_000),
  passing: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
});

/** Two to ten levels from lowest to highest, points never falling, exactly one of them the threshold of passing. */
const criterionRules = z.object({
  title: text(200),
  levels: z
    .array(levelRules)
    .min(2, 'must have at least 2 levels, from lowest to highest.')
    .max(10, 'must have at most 10 levels.')
    .refine((levels) => levels.filter(({ passing }) => passing).length === 1, {
      message: 'must mark exactly one level with passing: true, the lowest that passes.',
    })
    .refine((levels) => levels.every(({ points }, at) => points >= (levels[at - 1]?.points ?? 0)), {
      message: 'must go from lowest to highest: points may not fall from one level to the next.',
    }),
});

const rubricRules = z.object({
  title: text(200),
  criteria: z
    .array(criterionRules)
    .min(1, 'must have at least 1 criterion.')
    .max(30, 'must have at most 30 criteria.'),
});

const texts = (max: number) =>
  distinct(text(max), 30)
    .nullish()
    .transform((value) => value ?? []);
const orNull = (value: number | null | undefined) => value ?? null;

const fields = z.object({
  title: text(200),
  kind: z.enum(ASSESSMENT_KINDS),
  task: optionalText(5_000),
  conditions: optionalText(2_000),
  tools: texts(200),
  constraints: optionalText(2_000),
  successCriteria: texts(500),
  evidence: optionalText(2_000),
  supervised: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  supervision: optionalText(1_000),
  identityCheck: z
    .enum(IDENTITY_CHECKS)
    .nullish()
    .transform((value) => value ?? null),
  attempts: whole(1, 100, 'attempts').nullish().transform(orNull),
  retakeWaitDays: whole(1, 3_650, 'days').nullish().transform(orNull),
  retakeChange: optionalText(1_000),
  assessors: whole(1, 5, 'assessors')
    .nullish()
    .transform((value) => value ?? 1),
  doubleMarkPercent: whole(0, 100, 'percent')
    .nullish()
    .transform((value) => value ?? 0),
  broughtById: optionalText(200),
  outcomeIds: ids(50),
  learningUnitIds: ids(20),
});

const saysNothingOfRetakes = ({ attempts, retakeWaitDays, retakeChange }: z.output<typeof fields>): boolean =>
  attempts !== 1 || (retakeWaitDays === null && retakeChange === null);
/** An employer brings a piece of its own work to simulate. */
const isSimulation = ({ kind, broughtById }: z.output<typeof fields>): boolean =>
  broughtById === null || kind === 'SIMULATION';
const noSimulation = {
  path: ['broughtById'],
  message: 'names the employer of a job simulation: kind must be SIMULATION.',
};
const noRetakes = {
  path: ['attempts'],
  message: 'is 1, so nobody hands in again: leave out retakeWaitDays and retakeChange.',
};

/** What a new assessment may say. */
export const assessmentRules = fields
  .extend({ followsId: optionalText(200), rubric: rubricRules })
  .refine(saysNothingOfRetakes, noRetakes)
  .refine(isSimulation, noSimulation);

/** What an assessment may be changed to; a rubric that is left out stays as it is. */
export const assessmentChangeRules = fields
  .extend({ rubric: rubricRules.nullish().transform((value) => value ?? null) })
  .refine(saysNothingOfRetakes, noRetakes)
  .refine(isSimulation, noSimulation);

export type AssessmentInput = z.input<typeof assessmentRules>;
export type AssessmentChange = z.input<typeof assessmentChangeRules>;
export type CheckedRubric = z.output<typeof rubricRules>;

/** What stands on an assessment. */
export interface AssessmentUse {
  readonly versions: readonly { readonly id: string; readonly state: VersionState }[];
  readonly unitIds: readonly string[];
  readonly followedBy: readonly string[];
  /** How much work was handed in for it. */
  readonly submissions: number;
  /** Work that has been marked and waits for another assessor. */
  readonly underway: number;
}

/** Why an assessment cannot change; null when it can. What a published badge was awarded for stays what it was. */
export function whyNotChangeable(use: AssessmentUse, changesRubric: boolean): Refusal | null {
  const published = use.versions.filter(({ state }) => state !== 'DRAFT').map(({ id }) => id);
  if (published.length > 0)
    return {
      reason: 'ASSESSMENT_IN_USE',
      message: `Badges are awarded for this assessment by versions that were published, so it never changes: ${published.join(', ')}. Make another one with createAssessment and followsId, and a new version of the badge.`,
      details: { badgeVersionIds: published },
    };
  if (changesRubric && use.underway > 0)
    return {
      reason: 'GRADING_UNDERWAY',
      message: `Work is being marked by this rubric (${use.underway} waiting for another assessor). Finish that first, or leave the rubric out.`,
      details: { underway: use.underway },
    };
  return null;
}

/** Why an assessment cannot be deleted; null when it can: nothing may stand on it. */
export function whyNotDeletable(use: AssessmentUse): Refusal | null {
  const users = [
    ...use.versions.map(({ id }) => `badge version ${id}`),
    ...use.unitIds.map((id) => `learning unit ${id}`),
    ...use.followedBy.map((id) => `assessment ${id}`),
    ...(use.submissions > 0 ? [`${use.submissions} pieces of work handed in`] : []),
  ];
  if (users.length === 0) return null;
  return {
    reason: 'ASSESSMENT_IN_USE',
    message: `This assessment is in use: ${users.join(', ')}. Take it out there first; what was handed in stays.`,
    details: { users },
  };
}

export interface Refusal {
  readonly reason: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}
