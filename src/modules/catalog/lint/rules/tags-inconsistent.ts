import type { BadgeFacts, BadgePart } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule, whole } from '../rule.ts';
import { sameTag } from '../words/tags.ts';

export const tagsInconsistent: Rule<BadgeFacts, BadgePart> = {
  id: 'tags-inconsistent',
  severity: 'WARNING',
  part: 'DESCRIPTION',
  why: 'A tag that is written in two ways finds half of the badges under each.',
  mend: 'Use the form that more of your badges use, and each tag once.',
  example: 'Instead of “Net-works” beside “networks” on six other badges: “networks”.',
  source: 'ISO 25964-1:2011, forms of terms; Open Badges 3.0, `Achievement.tag`',
  check: ({ tags, otherTags }) => {
    if (tags.length === 0) return whole(BLOCKED);
    const uses = new Map(otherTags.map(({ tag, badges }) => [tag, badges]));
    return each(tags, (tag, at) => {
      const place = `tags[${at}]`;
      const twin = tags.slice(0, at).find((other) => sameTag(other, tag));
      if (twin !== undefined) return hitIf(true, place, null, `“${tag}” says the same as “${twin}”.`);
      const rival = otherTags.find(
        (other) => other.tag !== tag && other.badges > (uses.get(tag) ?? 0) && sameTag(other.tag, tag),
      );
      return hitIf(
        rival !== undefined,
        place,
        null,
        `“${tag}” is written “${rival?.tag}” on ${rival?.badges} other badges of the issuer.`,
      );
    });
  },
};
