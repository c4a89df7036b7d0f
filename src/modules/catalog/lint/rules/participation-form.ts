import { type BadgeFacts, type BadgePart, isStacked } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const participationForm: Rule<BadgeFacts, BadgePart> = {
  id: 'participation-form',
  severity: 'WARNING',
  part: 'DESCRIPTION',
  why: 'Learners and those who recognise a badge want to know how one takes part: online, in a room, on the job.',
  mend: 'Describe a learning unit that teaches the outcomes, with its mode.',
  example: 'A blended unit of 25 hours that teaches both outcomes.',
  source:
    'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: form of participation in the learning activity',
  check: (facts) =>
    whole(
      hitIf(
        facts.units.length === 0 && !isStacked(facts),
        'units',
        null,
        'No learning unit teaches its outcomes, so nothing says how one takes part.',
      ),
    ),
};
