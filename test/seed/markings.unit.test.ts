import { describe, expect, test } from '@jest/globals';
import { calibrate } from '../../src/modules/learners/calibration/calibrate.ts';
import { disputed } from '../../src/modules/learners/grading/settle.ts';
import { sampleAchievements } from '../../src/seed/achievements.ts';
import { sampleCatalogue } from '../../src/seed/catalogue.ts';
import { sampleCohorts, sampleEnrolments, sampleProofings } from '../../src/seed/enrolments.ts';
import { sampleMarkings } from '../../src/seed/markings.ts';
import { samplePeople } from '../../src/seed/people.ts';
import { sampleRoleProfiles } from '../../src/seed/role-profiles.ts';

const day = new Date('2026-06-01T00:00:00Z');
const catalogue = sampleCatalogue();
const people = samplePeople(catalogue, sampleRoleProfiles(), day);
const { submissions } = sampleAchievements(catalogue, people, day);
const byAssessment = new Map(catalogue.courses.map((course) => [course.assessment.id, course]));
const work = submissions.map((submission) => {
  const course = byAssessment.get(submission.assessmentId);
  if (!course) throw new Error('unknown assessment');
  return { submission, course, marked: sampleMarkings(submission, course) };
});

describe('the markings of the sample world', () => {
  test('agree with the result, or somebody else decided and says why', () => {
    const twice = work.filter(({ marked }) => marked.markings.length > 0);
    expect(twice.length).toBeGreaterThan(50);
    for (const { submission, course, marked } of twice) {
      expect(marked).toMatchObject({ assessors: 2, markings: [{ position: 1 }, { position: 2 }] });
      const scores = marked.markings.map(({ levelIds }) =>
        levelIds.map((levelId, at) => ({
          criterionId: course.assessment.rubric.criteria[at]?.id ?? '',
          levelId,
        })),
      );
      const differ = disputed(scores).length > 0;
      expect(marked.reason !== null).toBe(differ);
      expect(marked.markings.map(({ assessor }) => assessor)).not.toContain(
        differ ? marked.decidedBy : 'nobody',
      );
      expect(marked.markings[0]?.levelIds).toEqual(submission.result?.levelIds);
    }
  });

  test('are enough to say how reliable one rubric is', () => {
    const chosen = work.filter(
      ({ submission }) => submission.assessmentId === 'assessment-statistical-tools-working',
    );
    const criteria = chosen[0]?.course.assessment.rubric.criteria ?? [];
    const places = new Map(
      criteria.flatMap(({ levels }) => levels.map((level) => [level.id, level] as const)),
    );
    const given = chosen.flatMap(({ submission, marked }) =>
      marked.markings.flatMap(({ assessor, levelIds }) =>
        levelIds.map((levelId) => ({
          workId: submission.id,
          criterionId: criteria.find(({ levels }) => levels.some(({ id }) => id === levelId))?.id ?? '',
          assessor,
          step: places.get(levelId)?.position ?? 0,
          points: places.get(levelId)?.points ?? 0,
        })),
      ),
    );
    const measured = calibrate(
      criteria.map(({ id, title, levels }) => ({ id, title, steps: levels.length })),
      given,
    );
    expect(measured.doubleMarked).toBeGreaterThanOrEqual(10);
    expect(measured.reliability).not.toBe('UNKNOWN');
  });
});

describe('the enrolments of the sample world', () => {
  const cohorts = sampleCohorts(catalogue, day);
  const enrolments = sampleEnrolments(catalogue, people, submissions, cohorts);

  test('are one a learner and unit, end after they begin, and lie within their cohort', () => {
    expect(new Set(enrolments.map(({ learnerId, unitId }) => `${learnerId} ${unitId}`)).size).toBe(
      enrolments.length,
    );
    for (const { enrolledAt, stateChangedAt, cohortId } of enrolments) {
      expect(stateChangedAt.getTime()).toBeGreaterThanOrEqual(enrolledAt.getTime());
      const cohort = cohorts.find(({ id }) => id === cohortId);
      if (cohort) expect(enrolledAt.getTime()).toBeGreaterThanOrEqual(cohort.startsAt.getTime());
    }
    for (const cohort of cohorts.filter(({ endsAt }) => endsAt > day))
      expect(enrolments.filter(({ cohortId }) => cohortId === cohort.id).length).toBeGreaterThan(2);
  });

  test('are of learners of whom some, and Ada, are known for sure', () => {
    const proofings = sampleProofings(people);
    expect(proofings.map(({ learnerId }) => learnerId)).toContain('learner-ada');
    expect(proofings.length).toBeGreaterThan(people.length / 4);
    expect(proofings.length).toBeLessThan(people.length / 2);
  });
});
