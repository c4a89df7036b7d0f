import { type BadgeFacts, type BadgePart, isStacked } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const assessmentMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'assessment-missing',
  severity: 'ERROR',
  part: 'ASSESSMENT',
  why: 'What nobody assessed is attendance at best, and nobody could earn the badge.',
  mend: 'Give the badge at least one assessment, or badges that it stacks.',
  example: 'A demonstration of forty minutes in front of an assessor, graded by three criteria.',
  source: 'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: type of assessment',
  check: (facts) =>
    whole(
      hitIf(
        facts.assessments.length === 0 && !isStacked(facts),
        'assessments',
        null,
        'The badge is awarded for no assessment.',
      ),
    ),
};
