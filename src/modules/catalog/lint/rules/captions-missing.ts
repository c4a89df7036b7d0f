import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';
import { fold } from '../words/fold.ts';

const TEXT_FOR_SOUND: ReadonlySet<string> = new Set(
  ['captions', 'closedcaptions', 'opencaptions', 'transcript', 'signlanguage', 'realtimecaptions'].map(fold),
);

export const captionsMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'captions-missing',
  severity: 'ADVICE',
  part: 'ACCESSIBILITY',
  why: 'Who cannot hear cannot follow sound without captions, a transcript or sign language.',
  mend: 'Provide captions or a transcript, and state it among the features.',
  example: 'features: captions, transcript',
  source: 'WCAG 2.2, 1.2.2 captions; schema.org `accessibilityFeature`',
  check: (facts) =>
    each(
      facts.units,
      ({ id, title, accessModes, accessibilityFeatures }, at) => {
        if (accessModes === null || accessibilityFeatures === null) return BLOCKED;
        return hitIf(
          accessModes.some((mode) => fold(mode) === 'auditory') &&
            !accessibilityFeatures.some((feature) => TEXT_FOR_SOUND.has(fold(feature))),
          `units[${at}].accessibilityFeatures`,
          id,
          `The learning unit “${title}” is heard, and has neither captions, transcript nor sign language.`,
        );
      },
      needed(facts),
    ),
};
