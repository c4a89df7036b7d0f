import type { BadgeFacts, BadgePart } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';

export const imageAlt: Rule<BadgeFacts, BadgePart> = {
  id: 'image-alt',
  severity: 'ERROR',
  part: 'ACCESSIBILITY',
  why: 'Who cannot see the image gets nothing in its place.',
  mend: 'Say in a sentence what the image shows or stands for.',
  example: '“Network basics: two crossed cables on blue.”',
  source: 'WCAG 2.2, 1.1.1 non-text content; Open Badges 3.0, `Image.caption`',
  check: (facts) => {
    const own = { id: null, place: 'imageAlt', name: 'badge', url: facts.imageUrl, alt: facts.imageAlt };
    const taught = facts.units.map(({ id, title, imageUrl, imageAlt }, at) => ({
      id,
      place: `units[${at}].imageAlt`,
      name: `learning unit “${title}”`,
      url: imageUrl,
      alt: imageAlt,
    }));
    return each([own, ...taught], ({ id, place, name, url, alt }) =>
      hitIf(
        url !== null && (alt === null || alt.trim() === ''),
        place,
        id,
        `The image of the ${name} has no alternative text.`,
      ),
    );
  },
};
