import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const renewalPolicy: Rule<BadgeFacts, BadgePart> = {
  id: 'renewal-policy',
  severity: 'ADVICE',
  part: 'DESCRIPTION',
  why: 'Holders of a credential that expires need to know what they will have to do.',
  mend: 'Say how it is renewed: by a new assessment, by a refresher, or not at all.',
  example: 'REASSESS: “Repeat the demonstration with the current release.”',
  source: 'CTDL, `renewal` and `renewalFrequency`; ISO/IEC 17024:2012, 9.6 recertification',
  check: ({ validMonths, renewal }) =>
    whole(
      hitIf(
        validMonths !== null && renewal === null,
        'renewal',
        null,
        `Credentials expire after ${validMonths} months, and nothing says how they are renewed.`,
      ),
    ),
};
