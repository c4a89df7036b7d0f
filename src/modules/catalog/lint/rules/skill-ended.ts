import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';

export const skillEnded: Rule<BadgeFacts, BadgePart> = {
  id: 'skill-ended',
  severity: 'ERROR',
  part: 'ALIGNMENT',
  why: 'The skill was taken out of its framework and nothing took its place: nobody will look for it, and its address leads nowhere.',
  mend: 'Align to a skill of the newest edition; the search of the taxonomies finds near ones.',
  example: 'Instead of a skill that ended with ESCO 1.1.1: one that ESCO 1.2.0 has.',
  source: 'ESCO, obsolete concepts; O*NET taxonomy changes',
  check: (facts) =>
    each(
      facts.outcomes,
      ({ alignments }, at) =>
        alignments.length === 0
          ? BLOCKED
          : alignments.flatMap(({ skillUri, label, current, replacedBy }, place) =>
              hitIf(
                !current && replacedBy.length === 0,
                `outcomes[${at}].alignments[${place}]`,
                skillUri,
                `The skill “${label ?? skillUri}” is no longer in its framework.`,
              ),
            ),
      needed(facts),
    ),
};
