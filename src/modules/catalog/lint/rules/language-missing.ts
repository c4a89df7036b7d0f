import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const languageMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'language-missing',
  severity: 'WARNING',
  part: 'DESCRIPTION',
  why: 'Search, translation and screen readers need to know the language, and CTDL requires it.',
  mend: 'State the languages of the badge.',
  example: 'en, de',
  source: 'CTDL minimum data: in language; Open Badges 3.0, `Achievement.inLanguage`; WCAG 2.2, 3.1.1',
  check: ({ languages }) =>
    whole(hitIf(languages.length === 0, 'languages', null, 'The badge states no language.')),
};
