import type { Rule } from '../../catalog/lint/rule.ts';
import type { ProfileFacts, ProfilePart } from './facts.ts';
import { ageLimitMissing } from './rules/age-limit-missing.ts';
import { descriptionMissing } from './rules/description-missing.ts';
import { evidenceAny } from './rules/evidence-any.ts';
import { mustMissing } from './rules/must-missing.ts';
import { mustsTooMany } from './rules/musts-too-many.ts';
import { occupationMissing } from './rules/occupation-missing.ts';
import { requirementLevel } from './rules/requirement-level.ts';
import { requirementUnprovable } from './rules/requirement-unprovable.ts';
import { requirementsMissing } from './rules/requirements-missing.ts';
import { skillEnded } from './rules/skill-ended.ts';
import { skillReplaced } from './rules/skill-replaced.ts';
import { titleVague } from './rules/title-vague.ts';
import { weightsEqual } from './rules/weights-equal.ts';
import { wordingDiscriminatory } from './rules/wording-discriminatory.ts';

/** Every rule for role profiles, in the order in which their findings are shown. A new rule is a file and a line here. */
export const PROFILE_RULES: readonly Rule<ProfileFacts, ProfilePart>[] = [
  descriptionMissing,
  titleVague,
  wordingDiscriminatory,
  mustMissing,
  mustsTooMany,
  occupationMissing,
  requirementLevel,
  requirementsMissing,
  skillEnded,
  skillReplaced,
  weightsEqual,
  ageLimitMissing,
  evidenceAny,
  requirementUnprovable,
];
