import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';

export const alignmentMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'alignment-missing',
  severity: 'WARNING',
  part: 'ALIGNMENT',
  why: 'Without a skill of a shared taxonomy no role, pathway or search finds what the badge shows.',
  mend: 'Align the outcome to the skills it shows; the search of the taxonomies suggests some.',
  example: '“Configure a switch” → ESCO “configure ICT network”, EXACT, level 4.',
  source: 'Open Badges 3.0, `Alignment`; Council Recommendation 2022/C 243/02, Annex II: relevance',
  check: (facts) =>
    each(
      facts.outcomes,
      ({ id, alignments }, at) =>
        hitIf(
          alignments.length === 0,
          `outcomes[${at}].alignments`,
          id,
          'The outcome is aligned to no skill.',
        ),
      needed(facts),
    ),
};
