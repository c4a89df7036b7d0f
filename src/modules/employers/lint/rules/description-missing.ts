import { hitIf, type Rule, whole } from '../../../catalog/lint/rule.ts';
import type { ProfileFacts, ProfilePart } from '../facts.ts';

export const descriptionMissing: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-description-missing',
  severity: 'ADVICE',
  part: 'WORDING',
  why: 'A list of skills does not tell what somebody will do all day.',
  mend: 'Describe the work in a few sentences.',
  example: '“You answer questions of the policy teams with the data of five registers.”',
  source: 'schema.org JobPosting, `description`',
  check: ({ description }) =>
    whole(
      hitIf(
        description === null || description.trim() === '',
        'description',
        null,
        'The role has no description.',
      ),
    ),
};
