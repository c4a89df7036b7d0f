import { batchMany } from '../../../platform/batch.ts';
import { forbidden } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { asMember, type Viewer } from '../../identity/viewer.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import { calibrationStatements } from './calibration.repository.ts';
import { type GradingReliability, weakestOf } from './reliability.ts';

/** How far the assessors of one version of a rubric agree. */
export interface RubricCalibration extends Calibration {
  readonly rubricId: string;
  readonly title: string | null;
  readonly version: number;
}

export interface AssessmentCalibration {
  readonly assessmentId: string;
  readonly organizationId: string;
  /** The newest first. */
  readonly rubrics: readonly RubricCalibration[];
}

/** Says how far grading can be relied upon, from the work that several assessors marked. */
export class CalibrationService {
  private readonly scores;

  constructor(private readonly deps: { graph: Graph; viewer: Viewer }) {
    const graph = repository(deps.graph.run, calibrationStatements);
    this.scores = batchMany(
      (ids) => graph.scoresOfAssessments({ ids }),
      ({ assessmentId }) => assessmentId,
    );
  }

  /** The figures of an assessment and of those it follows, by version of the rubric. For ISSUER_ADMIN of its organisation; null when there is none. */
  async ofAssessment(assessmentId: string): Promise<AssessmentCalibration | null> {
    const { organizationId } = asMember(this.deps.viewer, 'ISSUER_ADMIN');
    const rows = await this.scores.load(assessmentId);
    const [first] = rows;
    if (!first) return null;
    if (first.ownerId !== organizationId)
      throw forbidden(
        `The assessment "${assessmentId}" belongs to another organisation; only its own people may do that.`,
        { what: 'assessment', id: assessmentId },
      );
    return {
      assessmentId,
      organizationId,
      rubrics: rows.map(({ rubric: { id, title, version, criteria }, scores }) => ({
        rubricId: id,
        title,
        version,
        ...calibrate(criteria, scores),
      })),
    };
  }

  /** How far the grading by the present rubric of an assessment can be relied upon. Public: a judgement about a measure, not about people. */
  async reliabilityOf(assessmentId: string): Promise<GradingReliability> {
    const [newest] = await this.scores.load(assessmentId);
    return newest ? calibrate(newest.rubric.criteria, newest.scores).reliability : weakestOf([]);
  }
}
