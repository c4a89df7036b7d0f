import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';

export const alignmentLevel: Rule<BadgeFacts, BadgePart> = {
  id: 'alignment-level',
  severity: 'WARNING',
  part: 'ALIGNMENT',
  why: 'A role asks for a skill at a level; without one the badge meets no requirement.',
  mend: 'State the level the outcome shows, as a step of the European Qualifications Framework.',
  example: '“configure ICT network”, level 4.',
  source:
    'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: level; European Qualifications Framework',
  check: (facts) =>
    each(
      facts.outcomes,
      ({ alignments }, at) =>
        alignments.length === 0
          ? BLOCKED
          : alignments.flatMap(({ skillUri, label, level }, place) =>
              hitIf(
                level === null,
                `outcomes[${at}].alignments[${place}].level`,
                skillUri,
                `The alignment to “${label ?? skillUri}” states no level.`,
              ),
            ),
      needed(facts),
    ),
};
