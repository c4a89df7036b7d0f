import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';

export const alignmentFramework: Rule<BadgeFacts, BadgePart> = {
  id: 'alignment-framework',
  severity: 'WARNING',
  part: 'ALIGNMENT',
  why: 'A skill of a framework that nobody can name cannot be looked up, compared or exported.',
  mend: 'Align to a skill of a framework that has been imported, such as ESCO or O*NET.',
  example: 'ESCO: http://data.europa.eu/esco/skill/…, with the framework’s name in the exported badge.',
  source: 'Open Badges 3.0, `Alignment.targetFramework`',
  check: (facts) =>
    each(
      facts.outcomes,
      ({ alignments }, at) =>
        alignments.length === 0
          ? BLOCKED
          : alignments.flatMap(({ skillUri, label, frameworkName }, place) =>
              hitIf(
                frameworkName === null,
                `outcomes[${at}].alignments[${place}]`,
                skillUri,
                `The skill “${label ?? skillUri}” belongs to no framework that is known here.`,
              ),
            ),
      needed(facts),
    ),
};
