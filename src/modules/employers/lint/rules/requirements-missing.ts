import { hitIf, type Rule, whole } from '../../../catalog/lint/rule.ts';
import type { ProfileFacts, ProfilePart } from '../facts.ts';

export const requirementsMissing: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-requirements-missing',
  severity: 'ERROR',
  part: 'REQUIREMENTS',
  why: 'A role that asks for nothing matches everybody and nobody.',
  mend: 'Add the skills the work needs, each with its level.',
  example: '“perform data analysis”, level 4, must.',
  source: 'schema.org JobPosting, `skills`',
  check: ({ requirements }) =>
    whole(hitIf(requirements.length === 0, 'requirements', null, 'The role asks for no skill.')),
};
