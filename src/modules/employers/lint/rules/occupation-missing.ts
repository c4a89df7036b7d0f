import { hitIf, type Rule, whole } from '../../../catalog/lint/rule.ts';
import type { ProfileFacts, ProfilePart } from '../facts.ts';

export const occupationMissing: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-occupation-missing',
  severity: 'ADVICE',
  part: 'REQUIREMENTS',
  why: 'With an occupation the role is found under every name that people use for it, in every language.',
  mend: 'Name the occupation of ESCO or O*NET that the role is a case of.',
  example: 'ESCO “data analyst”.',
  source: 'schema.org JobPosting, `relevantOccupation`; ESCO occupations',
  check: ({ occupationUri }) =>
    whole(hitIf(occupationUri === null, 'occupationUri', null, 'The role names no occupation.')),
};
