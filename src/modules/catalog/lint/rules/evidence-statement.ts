import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';

export const evidenceStatement: Rule<BadgeFacts, BadgePart> = {
  id: 'evidence-statement',
  severity: 'WARNING',
  part: 'ASSESSMENT',
  why: 'Evidence is what an employer can look at; if nobody says what must be handed in, there will be none.',
  mend: 'Say in the assessment what must be handed in or recorded as evidence.',
  example: '“The configuration file, the plan, and a recording of the test of two minutes.”',
  source:
    'Open Badges 3.0, `evidence` of an AchievementCredential; Council Recommendation 2022/C 243/02, Annex II: transparency',
  check: (facts) =>
    each(
      facts.assessments,
      ({ id, evidence }, at) =>
        hitIf(
          evidence === null || evidence.trim() === '',
          `assessments[${at}].evidence`,
          id,
          'The assessment does not say which evidence is handed in.',
        ),
      needed(facts),
    ),
};
