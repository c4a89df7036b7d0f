import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const issuerRegion: Rule<BadgeFacts, BadgePart> = {
  id: 'issuer-region',
  severity: 'WARNING',
  part: 'DESCRIPTION',
  why: 'Who recognises a badge has to know under which country’s or region’s rules it was awarded.',
  mend: 'Let your organisation say in which countries or regions it is established (updateOrganization).',
  example: 'IE, or GB-SCT',
  source:
    'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: country or region of the issuer',
  check: ({ issuer }) =>
    whole(
      hitIf(
        issuer.regions.length === 0,
        'issuer.regions',
        issuer.id,
        `${issuer.name} does not say in which country or region it is.`,
      ),
    ),
};
