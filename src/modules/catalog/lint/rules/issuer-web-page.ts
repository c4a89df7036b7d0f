import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const issuerWebPage: Rule<BadgeFacts, BadgePart> = {
  id: 'issuer-web-page',
  severity: 'ADVICE',
  part: 'DESCRIPTION',
  why: 'Who does not know the issuer wants to read who it is; registries ask for a page about it.',
  mend: 'Give the issuing organisation its web address.',
  example: 'https://northbank.example',
  source:
    'Open Badges 3.0, `Profile.url`; CTDL minimum data: subject web page; Council Recommendation 2022/C 243/02, Annex I: awarding body',
  check: ({ issuer }) =>
    whole(
      hitIf(
        issuer.url === null || issuer.url.trim() === '',
        'issuer.url',
        issuer.id,
        `${issuer.name} names no web page.`,
      ),
    ),
};
