import { type BadgeFacts, type BadgePart, isStacked } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const outcomesMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'outcomes-missing',
  severity: 'ERROR',
  part: 'OUTCOMES',
  why: 'A badge that certifies no outcome says nothing about what its holder can do.',
  mend: 'Write what somebody can do afterwards as an outcome, and let the badge certify it.',
  example: 'Configure a switch for two networks that must not see each other, from a written plan.',
  source: 'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: learning outcomes',
  check: (facts) =>
    whole(
      hitIf(
        facts.outcomes.length === 0 && !isStacked(facts),
        'outcomes',
        null,
        'The badge certifies no outcome.',
      ),
    ),
};
