import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const creditSystem: Rule<BadgeFacts, BadgePart> = {
  id: 'credit-system',
  severity: 'ADVICE',
  part: 'DESCRIPTION',
  why: 'Credits can be added up and transferred; hours alone cannot. A number without its system means nothing.',
  mend: 'State the value in ECTS credits (25 to 30 hours of work each), or name the system you use.',
  example: '100 hundredths with the system ECTS: one credit.',
  source:
    'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: workload in ECTS credits, wherever possible; ECTS Users’ Guide (2015)',
  check: ({ creditValue, creditSystem: system }) =>
    whole(
      hitIf(
        creditValue === null || system === null || system.trim() === '',
        'creditValue',
        null,
        creditValue === null ? 'The badge states no credit value.' : 'The credit value names no system.',
      ),
    ),
};
