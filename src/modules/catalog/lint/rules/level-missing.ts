import { type BadgeFacts, type BadgePart, isStacked } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const levelMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'level-missing',
  severity: 'WARNING',
  part: 'DESCRIPTION',
  why: 'Without a level nobody can tell a first step from mastery, or recognise it elsewhere.',
  mend: 'State the level of a learning unit that teaches the outcomes, or of an alignment, as a step of the EQF.',
  example: 'EQF level 4.',
  source:
    'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: level of the learning experience (EQF, QF-EHEA)',
  check: (facts) =>
    whole(
      hitIf(
        !isStacked(facts) &&
          !facts.units.some(({ level }) => level !== null) &&
          !facts.outcomes.some(({ alignments }) => alignments.some(({ level }) => level !== null)),
        'level',
        null,
        'Neither a learning unit nor an alignment states a level.',
      ),
    ),
};
