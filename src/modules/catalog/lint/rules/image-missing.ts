import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const imageMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'image-missing',
  severity: 'ADVICE',
  part: 'ACCESSIBILITY',
  why: 'People recognise and share a badge by its image.',
  mend: 'Give the badge an image, with a text for those who cannot see it.',
  example: 'A picture of two crossed cables; alternative text “Network basics, Northbank Academy”.',
  source: 'Open Badges 3.0, `Achievement.image` (recommended)',
  check: ({ imageUrl }) => whole(hitIf(imageUrl === null, 'imageUrl', null, 'The badge has no image.')),
};
