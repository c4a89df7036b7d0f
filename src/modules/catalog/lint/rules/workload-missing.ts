import { type BadgeFacts, type BadgePart, isStacked } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const workloadMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'workload-missing',
  severity: 'WARNING',
  part: 'DESCRIPTION',
  why: 'How much work it takes is what lets others recognise it, plan for it or count it towards something bigger.',
  mend: 'State the credit value, in ECTS where you can, or the effort of a learning unit that teaches the outcomes.',
  example: '1 ECTS credit, or a unit of 25 hours.',
  source:
    'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: notional workload (in ECTS credits, wherever possible)',
  check: (facts) =>
    whole(
      hitIf(
        facts.creditValue === null &&
          !isStacked(facts) &&
          !facts.units.some(({ effortMinutes }) => (effortMinutes ?? 0) > 0),
        'creditValue',
        null,
        'Neither the badge nor a learning unit says how much work it takes.',
      ),
    ),
};
