import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';

export const skillReplaced: Rule<BadgeFacts, BadgePart> = {
  id: 'skill-replaced',
  severity: 'WARNING',
  part: 'ALIGNMENT',
  why: 'Roles are described with the skill that took its place, so they will not find this badge.',
  mend: 'Align to the skill that took its place, where it says what the outcome shows.',
  example: 'The finding names the successor: align to that one.',
  source: 'ESCO, replaced concepts (`REPLACED_BY`); O*NET taxonomy changes',
  check: (facts) =>
    each(
      facts.outcomes,
      ({ alignments }, at) =>
        alignments.length === 0
          ? BLOCKED
          : alignments.flatMap(({ skillUri, label, current, replacedBy }, place) =>
              hitIf(
                !current && replacedBy.length > 0,
                `outcomes[${at}].alignments[${place}]`,
                skillUri,
                `The skill “${label ?? skillUri}” was replaced by ${replacedBy
                  .map((successor) => `“${successor.label ?? successor.uri}” (${successor.uri})`)
                  .join(', ')}.`,
              ),
            ),
      needed(facts),
    ),
};
