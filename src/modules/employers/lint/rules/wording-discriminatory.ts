import { each, hitIf, type Rule } from '../../../catalog/lint/rule.ts';
import type { ProfileFacts, ProfilePart } from '../facts.ts';
import { discriminatoryWording } from '../words.ts';

export const wordingDiscriminatory: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-wording-discriminatory',
  severity: 'WARNING',
  part: 'WORDING',
  why: 'Such words keep people out for what the law protects, and may be taken to a tribunal.',
  mend: 'Say what the work needs instead of who is wanted.',
  example: 'Instead of “native speaker”: “writes English at level C1”.',
  source: 'Directives 2000/43/EC, 2000/78/EC and 2006/54/EC; 29 CFR 1625.4',
  check: ({ title, description }) =>
    each(
      [
        { place: 'title', text: title },
        { place: 'description', text: description ?? '' },
      ],
      ({ place, text }) => {
        const wording = discriminatoryWording(text);
        return wording === null
          ? []
          : hitIf(
              true,
              place,
              null,
              `“${wording.found}” may exclude people by ${wording.ground} (${wording.source}): ${wording.instead}.`,
            );
      },
    ),
};
