import { monthsBefore } from './calendar.ts';
import type { Badge, Catalogue, Course } from './catalogue.ts';
import type { Earned, Person } from './people.ts';
import { type Random, randomOf } from './random.ts';
import { stableId } from './stable-id.ts';

export interface SampleResult {
  readonly id: string;
  readonly achievedAt: Date;
  readonly passed: boolean;
  readonly points: number;
  readonly levelIds: readonly string[];
}

/** Work handed in, with how it was graded; not yet graded when `result` is null. */
export interface SampleSubmission {
  readonly id: string;
  readonly learnerId: string;
  readonly assessmentId: string;
  readonly submittedAt: Date;
  readonly attempt: number;
  readonly narrative: string;
  readonly result: SampleResult | null;
}

export interface SampleCredential {
  readonly id: string;
  readonly learnerId: string;
  readonly badgeVersionId: string;
  readonly awardedAt: Date;
  readonly via: 'ASSESSED' | 'STACKED';
  readonly resultId: string | null;
  /** The credentials a stacked one rests on. */
  readonly used: readonly string[];
  readonly revokedAt: Date | null;
}

export interface Achievements {
  readonly submissions: readonly SampleSubmission[];
  /** Each after those it rests on. */
  readonly credentials: readonly SampleCredential[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What everybody handed in, how it was graded, and the credentials that came of it. */
export function sampleAchievements(
  { courses, stacks }: Catalogue,
  people: readonly Person[],
  day: Date,
): Achievements {
  const byBadge = new Map(courses.map((course) => [course.badge.id, course]));
  const submissions: SampleSubmission[] = [];
  const credentials: SampleCredential[] = [];
  for (const person of people) {
    const random = randomOf(`work of ${person.id}`);
    const own = person.earned.flatMap((earned): Held[] => {
      const course = byBadge.get(earned.badgeId);
      if (!course) throw new Error(`${person.id} earned ${earned.badgeId}, which nobody awards.`);
      const passed = submission(person, course, earned.awardedAt, true, random);
      const again = random.chance(0.08);
      if (again)
        submissions.push(
          submission(person, course, new Date(earned.awardedAt.getTime() - 20 * DAY), false, random),
        );
      submissions.push({ ...passed, attempt: again ? 2 : 1 });
      return [
        { ...earned, badge: course.badge, credential: assessed(person, course, passed, earned, day, random) },
      ];
    });
    credentials.push(...own.map(({ credential }) => credential));
    for (const stack of stacks) {
      const stacked = completed(stack, own, person, day);
      if (stacked) credentials.push(stacked);
    }
  }
  return { submissions: [...submissions, ...waiting(people, courses, day)], credentials };
}

interface Held extends Earned {
  readonly badge: Badge;
  readonly credential: SampleCredential;
}

function assessed(
  person: Person,
  course: Course,
  { result }: SampleSubmission,
  { awardedAt, revoked }: Earned,
  day: Date,
  random: Random,
): SampleCredential {
  const left = day.getTime() - awardedAt.getTime();
  return {
    id: stableId('credential', person.id, course.badge.id),
    learnerId: person.id,
    badgeVersionId: course.badge.versionId,
    awardedAt,
    via: 'ASSESSED',
    resultId: result?.id ?? null,
    used: [],
    revokedAt: revoked
      ? new Date(awardedAt.getTime() + Math.floor(left * (0.2 + 0.6 * random.next())))
      : null,
  };
}

/** A stacked credential is awarded when the last of its parts is, if all of them are valid then and none was taken back. */
function completed(
  stack: Catalogue['stacks'][number],
  own: readonly Held[],
  person: Person,
  day: Date,
): SampleCredential | null {
  const parts = stack.parts.map((id) => own.find(({ badgeId, revoked }) => badgeId === id && !revoked));
  if (!parts.every((part) => part !== undefined)) return null;
  const last = Math.max(...parts.map(({ awardedAt }) => awardedAt.getTime()));
  const lapsed = parts.some(
    ({ awardedAt, badge: { validMonths } }) =>
      validMonths !== null && monthsBefore(awardedAt, -validMonths).getTime() <= last,
  );
  if (lapsed || last >= day.getTime()) return null;
  return {
    id: stableId('credential', person.id, stack.id),
    learnerId: person.id,
    badgeVersionId: stack.versionId,
    awardedAt: new Date(last),
    via: 'STACKED',
    resultId: null,
    used: parts.map(({ credential }) => credential.id),
    revokedAt: null,
  };
}

function submission(
  person: Person,
  { assessment }: Course,
  gradedAt: Date,
  passed: boolean,
  random: Random,
): SampleSubmission {
  const id = stableId('submission', person.id, assessment.id, passed ? 'passed' : 'failed');
  const { criteria } = assessment.rubric;
  const weakest = random.below(criteria.length);
  const reached = criteria.map(({ levels }, position) => {
    const points = passed ? (random.chance(0.3) ? 3 : 2) : position === weakest ? random.below(2) : 2;
    return levels[points] as (typeof levels)[number];
  });
  return {
    id,
    learnerId: person.id,
    assessmentId: assessment.id,
    submittedAt: new Date(gradedAt.getTime() - (2 + random.below(8)) * DAY),
    attempt: 1,
    narrative: narrativeFor(assessment.task),
    result: {
      id: stableId('result', id),
      achievedAt: gradedAt,
      passed,
      points: reached.reduce((sum, { points }) => sum + points, 0),
      levelIds: reached.map((level) => level.id),
    },
  };
}

/** A few pieces of work that nobody has graded yet, so that an assessor finds something to do. */
function waiting(people: readonly Person[], courses: readonly Course[], day: Date): SampleSubmission[] {
  const random = randomOf('waiting work');
  return random.sample(people, 15).map((person) => {
    const { assessment } = random.pick(
      courses.filter(({ badge }) => !person.earned.some((e) => e.badgeId === badge.id)),
    );
    return {
      id: stableId('submission', person.id, assessment.id, 'waiting'),
      learnerId: person.id,
      assessmentId: assessment.id,
      submittedAt: new Date(day.getTime() - (1 + random.below(9)) * DAY + 9 * HOUR),
      attempt: 1,
      narrative: narrativeFor(assessment.task),
      result: null,
    };
  });
}

const narrativeFor = (task: string): string => `My work on this task: ${task}`;
