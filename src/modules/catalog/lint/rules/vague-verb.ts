import { type BadgeFacts, type BadgePart, languagesOf, needed } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';
import { vagueVerbOf } from '../words/vague-verbs.ts';

export const vagueVerb: Rule<BadgeFacts, BadgePart> = {
  id: 'vague-verb',
  severity: 'ERROR',
  part: 'OUTCOMES',
  why: 'Nobody can watch somebody understand or know: two assessors will not agree, and an employer cannot rely on it.',
  mend: 'Begin with a verb for something that others can see: explain, choose, configure, compare, design.',
  example:
    'Instead of “Understand network security”: “Explain to a colleague which three risks a guest network brings.”',
  source:
    'Mager, Preparing Instructional Objectives (1997); Cedefop, Defining, writing and applying learning outcomes (2022)',
  check: (facts) =>
    each(
      facts.outcomes,
      (outcome, at) => {
        const vague = vagueVerbOf(outcome, languagesOf(facts, outcome));
        return hitIf(
          vague !== null,
          `outcomes[${at}].statement`,
          outcome.id,
          `The outcome rests on “${vague}”, which nobody can observe.`,
        );
      },
      needed(facts),
    ),
};
