import type { AlignmentFacts, BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';
import { FAST_AGEING_GROUPS, hotTechnology } from '../words/fast-ageing.ts';

export const fastAgeingExpiry: Rule<BadgeFacts, BadgePart> = {
  id: 'fast-ageing-expiry',
  severity: 'WARNING',
  part: 'DESCRIPTION',
  why: 'A skill that changes every few years is not proved for ever by having been shown once.',
  mend: 'Say for how many months a credential is valid, and how it is renewed.',
  example: 'Valid for 36 months; renewed by a new assessment.',
  source:
    'O*NET 29.2, hot technologies; ESCO 1.2.0, groups 06 and S5; Council Recommendation 2022/C 243/02, Annex II: relevance',
  check: ({ outcomes, validMonths }) =>
    whole(
      outcomes.flatMap(({ id, alignments, tools }, at) => {
        const reason = whyAgeing(alignments, tools);
        return hitIf(
          validMonths === null && reason !== null,
          'validMonths',
          id,
          `Credentials never expire, but the skill of outcome ${at + 1} ages: ${reason}.`,
        );
      }),
    ),
};

function whyAgeing(alignments: readonly AlignmentFacts[], tools: readonly string[]): string | null {
  const tool = tools.map(hotTechnology).find((name) => name !== null);
  if (tool) return `${tool} is a hot technology of O*NET that comes out anew often`;
  for (const { skillUri, label, groups } of alignments)
    for (const group of groups)
      if (Object.hasOwn(FAST_AGEING_GROUPS, group))
        return `“${label ?? skillUri}”: ${FAST_AGEING_GROUPS[group]}`;
  return null;
}
