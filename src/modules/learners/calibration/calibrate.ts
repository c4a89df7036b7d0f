import { type GradingReliability, gradingReliability, weakestOf } from './reliability.ts';
import { krippendorffAlpha } from './statistics/alpha.ts';
import { type Drift, driftOf } from './statistics/drift.ts';
import { weightedKappa } from './statistics/kappa.ts';

/** A criterion, and how many levels it has. */
export interface MeasuredCriterion {
  readonly id: string;
  readonly title: string;
  readonly steps: number;
}

/** The level that one assessor gave one criterion of one piece of work: its place from 1 on, and its points. */
export interface GivenLevel {
  readonly workId: string;
  readonly criterionId: string;
  readonly assessor: string;
  readonly step: number;
  readonly points: number;
}

/** How far assessors agree about one criterion. */
export interface CriterionCalibration {
  readonly criterionId: string;
  readonly title: string;
  readonly units: number;
  readonly markings: number;
  readonly agreement: number | null;
  readonly alphaNominal: number | null;
  readonly alphaOrdinal: number | null;
  readonly alphaInterval: number | null;
  readonly kappaLinear: number | null;
  readonly kappaQuadratic: number | null;
  readonly reliability: GradingReliability;
}

/** How one assessor deviates from the others who marked the same work. */
export interface AssessorCalibration extends Drift {
  readonly assessor: string;
}

/** The figures of one version of a rubric. */
export interface Calibration {
  readonly doubleMarked: number;
  readonly reliability: GradingReliability;
  readonly criteria: readonly CriterionCalibration[];
  readonly assessors: readonly AssessorCalibration[];
}

/**
 * How far the assessors of a rubric agree, from work that at least two marked independently of each other. α of all markings, nominal and
 * ordinal over the levels and interval over their points; κ of the first two who marked. The levels are ordered, so the ordinal α says
 * how reliable a criterion is.
 */
export function calibrate(criteria: readonly MeasuredCriterion[], given: readonly GivenLevel[]): Calibration {
  const measured = criteria.map((criterion) =>
    calibrateCriterion(
      criterion,
      given.filter(({ criterionId }) => criterionId === criterion.id),
    ),
  );
  return {
    doubleMarked: new Set(given.map(({ workId }) => workId)).size,
    reliability: weakestOf(measured.map(({ reliability }) => reliability)),
    criteria: measured,
    assessors: [...deviations(given)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([assessor, each]) => ({ assessor, ...driftOf(each) })),
  };
}

function calibrateCriterion(
  { id, title, steps }: MeasuredCriterion,
  given: readonly GivenLevel[],
): CriterionCalibration {
  const works = [...grouped(given, ({ workId }) => workId).values()];
  const levels = works.map((marks) => marks.map(({ step }) => step));
  const pairs = levels.flatMap(([first, second]) =>
    first === undefined || second === undefined ? [] : [[first, second] as const],
  );
  const ordinal = krippendorffAlpha(levels, 'ORDINAL');
  const alike = levels.filter((values) => new Set(values).size === 1).length;
  return {
    criterionId: id,
    title,
    units: ordinal.units,
    markings: ordinal.values,
    agreement: levels.length > 0 ? alike / levels.length : null,
    alphaNominal: krippendorffAlpha(levels, 'NOMINAL').alpha,
    alphaOrdinal: ordinal.alpha,
    alphaInterval: krippendorffAlpha(
      works.map((marks) => marks.map(({ points }) => points)),
      'INTERVAL',
    ).alpha,
    kappaLinear: weightedKappa(pairs, steps, 'LINEAR'),
    kappaQuadratic: weightedKappa(pairs, steps, 'QUADRATIC'),
    reliability: gradingReliability(ordinal),
  };
}

/** For each assessor, one number a piece of work: how many levels above the others they are, on average over the criteria. */
function deviations(given: readonly GivenLevel[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const marks of grouped(given, ({ workId }) => workId).values()) {
    const criteria = [...grouped(marks, ({ criterionId }) => criterionId).values()];
    for (const assessor of new Set(marks.map((mark) => mark.assessor))) {
      const apart = criteria.flatMap((same) => {
        const own = same.filter((mark) => mark.assessor === assessor).map(({ step }) => step);
        const others = same.filter((mark) => mark.assessor !== assessor).map(({ step }) => step);
        return own.length > 0 && others.length > 0 ? [mean(own) - mean(others)] : [];
      });
      if (apart.length === 0) continue;
      const known = found.get(assessor);
      if (known) known.push(mean(apart));
      else found.set(assessor, [mean(apart)]);
    }
  }
  return found;
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
