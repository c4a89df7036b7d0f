import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const descriptionMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'description-missing',
  severity: 'WARNING',
  part: 'DESCRIPTION',
  why: 'Open Badges and CTDL require a description; without one the name stands in for it and tells nobody more.',
  mend: 'Say in two or three sentences what the holder can do and for whom it is useful.',
  example: '“Its holder sets up and documents small networks that keep guests apart from the office.”',
  source: 'Open Badges 3.0, `Achievement.description` (required); CTDL minimum data: description',
  check: ({ description }) =>
    whole(
      hitIf(
        description === null || description.trim() === '',
        'description',
        null,
        'The badge has no description.',
      ),
    ),
};
