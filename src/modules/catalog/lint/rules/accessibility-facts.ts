import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';

export const accessibilityFacts: Rule<BadgeFacts, BadgePart> = {
  id: 'accessibility-facts',
  severity: 'WARNING',
  part: 'ACCESSIBILITY',
  why: 'Learners with a disability must be able to tell before they enrol whether they can take part.',
  mend: 'State access modes, features and hazards of the learning unit; “none” is an answer, too.',
  example: 'Access modes: textual, visual; features: captions, transcript; hazards: none.',
  source:
    'schema.org `accessMode`, `accessibilityFeature`, `accessibilityHazard`; Directive (EU) 2019/882, Annex I, Section III',
  check: (facts) =>
    each(
      facts.units,
      ({ id, title, accessModes, accessibilityFeatures, accessibilityHazards }, at) => {
        const missing = [
          ...(accessModes === null ? ['access modes'] : []),
          ...(accessibilityFeatures === null ? ['features'] : []),
          ...(accessibilityHazards === null ? ['hazards'] : []),
        ];
        return hitIf(
          missing.length > 0,
          `units[${at}]`,
          id,
          `The learning unit “${title}” does not state its accessibility: ${missing.join(', ')}.`,
        );
      },
      needed(facts),
    ),
};
