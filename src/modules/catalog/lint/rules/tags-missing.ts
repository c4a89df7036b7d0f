import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const tagsMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'tags-missing',
  severity: 'ADVICE',
  part: 'DESCRIPTION',
  why: 'Tags let people find a badge by the words they use, which are not those of a taxonomy.',
  mend: 'Add two to five tags, in the form that your other badges use.',
  example: 'networking, security, small business',
  source: 'Open Badges 3.0, `Achievement.tag`',
  check: ({ tags }) => whole(hitIf(tags.length === 0, 'tags', null, 'The badge has no tags.')),
};
