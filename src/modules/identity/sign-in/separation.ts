import { forbidden } from '../../../platform/errors.ts';
import { actorsOf, type Viewer } from '../viewer.ts';

/** What somebody can do for one award of a badge; each by somebody else. */
export type Duty =
  | 'PROPOSER'
  | 'LEARNER'
  | 'AUTHOR'
  | 'ASSESSOR'
  | 'EXTERNAL_REVIEWER'
  | 'DECIDER'
  | 'KEY_CUSTODIAN';

const DID: Readonly<Record<Duty, string>> = {
  PROPOSER: 'proposed this',
  LEARNER: 'handed in this work',
  AUTHOR: 'wrote this badge',
  ASSESSOR: 'assessed this work',
  EXTERNAL_REVIEWER: 'reviewed this badge',
  DECIDER: 'decide on this badge',
  KEY_CUSTODIAN: 'signs this badge',
};

/** Who has done what: an actor as audit events name them (`person:…`, `key:…`), or a learner's id for LEARNER. */
export interface DutyDone {
  readonly duty: Duty;
  readonly by: string;
}

/** What has been done for an award that rests on graded work. */
export const dutiesDone = (learnerId: string, assessors: readonly string[]): DutyDone[] => [
  { duty: 'LEARNER', by: learnerId },
  ...assessors.map((by) => ({ duty: 'ASSESSOR', by }) as const),
];

/** That these have reviewed a badge from outside. */
export const reviewed = (reviewers: readonly string[]): DutyDone[] =>
  reviewers.map((by) => ({ duty: 'EXTERNAL_REVIEWER', by }));

/** The duty the actor has done already, which keeps them from another; null when they may go on. */
export const dutyInTheWay = (duty: Duty, actors: readonly string[], done: readonly DutyDone[]): Duty | null =>
  done.find((other) => other.duty !== duty && actors.includes(other.by))?.duty ?? null;

/**
 * Assessor, external reviewer and key custodian of a badge, and the learner who gets it, are different people. Throws FORBIDDEN
 * (`SEPARATION_OF_DUTIES`) when the viewer has done another of these duties. Two keys of one organisation count as two: who holds them is
 * for the organisation to see to.
 */
export function checkSeparation(viewer: Viewer, duty: Duty, done: readonly DutyDone[]): void {
  const inTheWay = dutyInTheWay(duty, actorsOf(viewer), done);
  if (inTheWay)
    throw forbidden(`You ${DID[inTheWay]}, so somebody else must do this.`, {
      reason: 'SEPARATION_OF_DUTIES',
      duty,
      inTheWay,
    });
}
