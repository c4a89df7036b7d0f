import type { SampleSubmission } from './achievements.ts';
import { daysBefore } from './calendar.ts';
import type { Catalogue, Course } from './catalogue.ts';
import type { Person } from './people.ts';
import { randomOf } from './random.ts';
import { stableId } from './stable-id.ts';

export interface SampleCohort {
  readonly id: string;
  readonly organizationId: string;
  readonly unitId: string;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface SampleEnrolment {
  readonly id: string;
  readonly learnerId: string;
  readonly organizationId: string;
  readonly unitId: string;
  readonly cohortId: string | null;
  readonly enrolledAt: Date;
  readonly state: 'ENROLLED' | 'COMPLETED';
  readonly stateChangedAt: Date;
}

export interface SampleProofing {
  readonly id: string;
  readonly learnerId: string;
  readonly organizationId: string;
  readonly method: string;
  readonly level: string;
  readonly verifier: string;
  readonly provedAt: Date;
}

const DAY = 86_400_000;
/** Units that are taught to cohorts; each has one now and had one before. */
const TAUGHT_TOGETHER = ['unit-statistical-tools-working', 'unit-data-visualisation-working'];
/** How many newcomers are in each cohort of today. */
const NEWCOMERS = 6;

/** Cohorts of today and of half a year ago. */
export function sampleCohorts({ courses }: Catalogue, day: Date): SampleCohort[] {
  return courses
    .filter(({ unit }) => TAUGHT_TOGETHER.includes(unit.id))
    .flatMap(({ provider, unit }) =>
      [
        { name: 'Evenings', from: 20, to: -40 },
        { name: 'Evenings, half a year ago', from: 200, to: 120 },
      ].map(({ name, from, to }) => ({
        id: stableId('cohort', unit.id, name),
        organizationId: provider,
        unitId: unit.id,
        name,
        startsAt: daysBefore(day, from, 17),
        endsAt: daysBefore(day, to, 20),
      })),
    );
}

/** What everybody was enrolled in before they earned a badge, is enrolled in now, and with whom. */
export function sampleEnrolments(
  { courses }: Catalogue,
  people: readonly Person[],
  submissions: readonly SampleSubmission[],
  cohorts: readonly SampleCohort[],
): SampleEnrolment[] {
  const byBadge = new Map(courses.map((course) => [course.badge.id, course]));
  const byAssessment = new Map(courses.map((course) => [course.assessment.id, course]));
  const found = new Map<string, SampleEnrolment>();
  const add = (person: Person, course: Course | undefined, until: Date | null, at: Date): void => {
    const { id: learnerId, createdAt } = person;
    const id = stableId('enrolment', learnerId, course?.unit.id ?? '');
    if (!course || found.has(id)) return;
    const enrolledAt = new Date(Math.max(createdAt.getTime(), at.getTime()));
    const cohort = cohorts.find(
      ({ unitId, startsAt, endsAt }) =>
        unitId === course.unit.id && startsAt <= enrolledAt && enrolledAt <= endsAt,
    );
    found.set(id, {
      id,
      learnerId,
      organizationId: course.provider,
      unitId: course.unit.id,
      cohortId: cohort?.id ?? null,
      enrolledAt,
      state: until ? 'COMPLETED' : 'ENROLLED',
      stateChangedAt: until ?? enrolledAt,
    });
  };
  for (const person of people)
    for (const { badgeId, awardedAt } of person.earned)
      add(person, byBadge.get(badgeId), awardedAt, new Date(awardedAt.getTime() - 30 * DAY));
  const byId = new Map(people.map((person) => [person.id, person]));
  for (const { learnerId, assessmentId, submittedAt, result } of submissions) {
    const person = byId.get(learnerId);
    if (person && !result)
      add(person, byAssessment.get(assessmentId), null, new Date(submittedAt.getTime() - 10 * DAY));
  }
  for (const cohort of cohorts.filter(
    ({ endsAt, startsAt }) => endsAt.getTime() - startsAt.getTime() < 70 * DAY,
  ))
    for (const person of newcomers(cohort, courses, people))
      add(
        person,
        courses.find(({ unit }) => unit.id === cohort.unitId),
        null,
        cohort.startsAt,
      );
  return [...found.values()];
}

/** People of the provider who have not earned the badge of the unit. */
const newcomers = (cohort: SampleCohort, courses: readonly Course[], people: readonly Person[]): Person[] => {
  const badges = courses.filter(({ unit }) => unit.id === cohort.unitId).map(({ badge }) => badge.id);
  return people
    .filter(
      ({ registeredBy, earned }) =>
        registeredBy === cohort.organizationId && !earned.some(({ badgeId }) => badges.includes(badgeId)),
    )
    .slice(0, NEWCOMERS);
};

const METHODS = [
  ['ACCOUNT', 'LOW'],
  ['DOCUMENT', 'SUBSTANTIAL'],
  ['EID', 'HIGH'],
  ['IN_PERSON', 'HIGH'],
] as const;

/** How it was made sure who some of them are; of most, it was not. */
export const sampleProofings = (people: readonly Person[]): SampleProofing[] =>
  people.flatMap(({ id, registeredBy, createdAt }) => {
    const random = randomOf(`proofing of ${id}`);
    if (id !== 'learner-ada' && !random.chance(0.4)) return [];
    const [method, level] = id === 'learner-ada' ? METHODS[1] : random.pick(METHODS);
    return [
      {
        id: stableId('proofing', id),
        learnerId: id,
        organizationId: registeredBy,
        method,
        level,
        verifier: 'Registry',
        provedAt: new Date(createdAt.getTime() + DAY),
      },
    ];
  });
