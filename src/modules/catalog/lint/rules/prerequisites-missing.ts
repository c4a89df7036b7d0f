import { type BadgeFacts, type BadgePart, isStacked } from '../facts.ts';
import { BLOCKED, hitIf, type Rule, whole } from '../rule.ts';

/** From this step of the EQF on, learning builds on something. */
const ADVANCED = 5;

export const prerequisitesMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'prerequisites-missing',
  severity: 'ADVICE',
  part: 'DESCRIPTION',
  why: 'Advanced learning builds on something; who is not told what will start in the wrong place.',
  mend: 'State what must be held before the learning unit starts.',
  example: 'Holds “Networking: working”, or shows ESCO “configure ICT network” at level 4.',
  source:
    'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: prerequisites needed to enrol (optional, where relevant)',
  check: (facts) => {
    if (facts.units.length === 0) return whole(isStacked(facts) ? [] : BLOCKED);
    return whole(
      hitIf(
        facts.units.every(
          ({ level, statesPrerequisites }) => (level ?? 0) >= ADVANCED && !statesPrerequisites,
        ),
        'units',
        null,
        'The learning is advanced, and no unit says what must be held before.',
      ),
    );
  },
};
