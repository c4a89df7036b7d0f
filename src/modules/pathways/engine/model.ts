/**
 * The planning problem as plain data. Nothing is ever un-learnt: a unit may start when of each clause of its
 * prerequisites a badge is held, and
 * finishing it passes its assessments; a badge is earned when one of its ways is complete; a way may cover goals.
 */
export interface Instance {
  /** What is missing: ids of requirements. */
  readonly goals: readonly string[];
  /** Badges held by a valid credential, and other facts that hold. */
  readonly held: readonly string[];
  readonly units: readonly PlanUnit[];
  readonly ways: readonly BadgeWay[];
}

export interface PlanUnit {
  readonly id: string;
  readonly minutes: number;
  /** Minor units of `currency`. */
  readonly priceCents: number;
  readonly currency: string;
  /** Clauses of badges and other facts: before it starts, at least one of each must hold. An empty clause can never be met. */
  readonly prerequisites: readonly (readonly string[])[];
  /** Assessments that are passed by finishing it. */
  readonly assessments: readonly string[];
}

/** One way to a badge: all of these assessments passed and all of these badges held. */
export interface BadgeWay {
  readonly badge: string;
  readonly assessments: readonly string[];
  readonly parts: readonly string[];
  /** Facts other than badges that the credential shows, for prerequisites: an outcome, a skill at a level. */
  readonly proves: readonly string[];
  /** Goals that the credential earned this way answers in full. */
  readonly covers: readonly string[];
}

/** What is kept small, the first before the second and so on; the number of units always decides last. */
export type Objective = 'HOURS' | 'PRICE';

/** What a unit adds to an objective: minutes, or minor units of its currency. */
export const amount = (unit: PlanUnit, objective: Objective): number =>
  objective === 'HOURS' ? unit.minutes : unit.priceCents;

export interface Solution {
  /** Units in an order in which they can be done. */
  readonly order: readonly string[];
  /** OPTIMAL only when proven: no valid plan costs less. */
  readonly status: 'OPTIMAL' | 'FEASIBLE';
  /** No valid plan can have less of the first objective than this. */
  readonly bound: number;
  /** Goals that no units on offer can reach. */
  readonly uncoverable: readonly string[];
  readonly nodes: number;
}
