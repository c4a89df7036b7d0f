import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const achievementType: Rule<BadgeFacts, BadgePart> = {
  id: 'achievement-type',
  severity: 'ADVICE',
  part: 'DESCRIPTION',
  why: 'The type tells readers and registries what kind of recognition it is; CTDL requires one.',
  mend: 'State the achievement type.',
  example: 'MicroCredential, Badge, Certificate or License.',
  source: 'Open Badges 3.0, `Achievement.achievementType`; CTDL minimum data: credential type',
  check: ({ achievementType: type }) =>
    whole(
      hitIf(
        type === null || type.trim() === '',
        'achievementType',
        null,
        'The badge states no achievement type.',
      ),
    ),
};
