import type { SampleResult, SampleSubmission } from './achievements.ts';
import type { Course } from './catalogue.ts';
import { randomOf } from './random.ts';
import { stableId } from './stable-id.ts';

/** The keys in whose name the sample's submissions are graded, and the one that decides when the first two differ. */
export const ASSESSOR_KEY_IDS = ['sample-assessor', 'sample-assessor-2', 'sample-assessor-3'] as const;

export interface SampleMarking {
  readonly id: string;
  readonly submissionId: string;
  readonly position: number;
  readonly at: Date;
  readonly assessor: string;
  readonly passed: boolean;
  readonly points: number;
  readonly levelIds: readonly string[];
}

/** How a piece of work was marked: by how many, what each gave, and why another one decided where they differed. */
export interface SampleMarkings {
  readonly assessors: number;
  readonly markings: readonly SampleMarking[];
  readonly decidedBy: string;
  readonly reason: string | null;
}

const HOUR = 3_600_000;
const [FIRST, SECOND, THIRD] = ASSESSOR_KEY_IDS.map((id) => `key:${id}`) as [string, string, string];

/** Marks work of the sample world: a share of it twice, the second assessor being the kinder one. */
export function sampleMarkings({ id, result }: SampleSubmission, { assessment }: Course): SampleMarkings {
  const random = randomOf(`marking of ${id}`);
  const twice = random.chance(assessment.doubleMarkPercent / 100);
  if (!twice || !result) return { assessors: twice ? 2 : 1, markings: [], decidedBy: FIRST, reason: null };
  const { criteria } = assessment.rubric;
  const given = criteria.map(({ levels }) => {
    const place = levels.findIndex((level) => result.levelIds.includes(level.id));
    const drawn = random.next();
    const step = drawn < 0.05 ? -1 : drawn < 0.3 ? 1 : 0;
    return levels[Math.min(levels.length - 1, Math.max(0, place + step))] as (typeof levels)[number];
  });
  const second: Omit<SampleResult, 'id' | 'achievedAt'> = {
    passed: given.every(({ passing }) => passing),
    points: given.reduce((sum, { points }) => sum + points, 0),
    levelIds: given.map((level) => level.id),
  };
  const differ = second.levelIds.some((levelId) => !result.levelIds.includes(levelId));
  const at = (hours: number) => new Date(result.achievedAt.getTime() - hours * HOUR);
  const marking = (position: number, assessor: string, when: Date, said: typeof second): SampleMarking => ({
    id: stableId('marking', id, String(position)),
    submissionId: id,
    position,
    at: when,
    assessor,
    passed: said.passed,
    points: said.points,
    levelIds: said.levelIds,
  });
  return {
    assessors: 2,
    markings: [marking(1, FIRST, at(30), result), marking(2, SECOND, differ ? at(6) : at(0), second)],
    decidedBy: differ ? THIRD : SECOND,
    reason: differ ? 'The work shows what the first marking says, and no more than that.' : null,
  };
}
