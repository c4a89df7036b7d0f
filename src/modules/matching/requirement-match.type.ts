import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Policy, ROLES } from '../identity/policy/policy.ts';
import type { LevelBand } from './engine/explain.ts';
import type { Necessity, RequirementStatus } from './engine/model.ts';
import type { Relation } from './engine/policy.ts';
import { LevelBandEnum, NecessityEnum, RequirementStatusEnum, SkillRelationEnum } from './matching.enums.ts';

@Policy(ROLES('EMPLOYER', 'LEARNER'))
@ObjectType('MatchCredential', { description: 'The credential that answers a requirement.' })
export class MatchCredentialType {
  @Field(() => ID, {
    description:
      'Identifier of the credential. For an employer a pseudonym of it that holds within their organisation only, so that two employers cannot compare.',
  })
  id: string;

  @Field(() => String, { description: 'Name of the badge it was awarded for.' })
  badgeName: string;

  @Field(() => Date, {
    description: 'When it was awarded (UTC); for an employer the first day of that month.',
  })
  awardedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'When it stops being valid (UTC); for an employer the first day of that month; null: it does not expire.',
  })
  validUntil: Date | null;
}

@Policy(ROLES('EMPLOYER', 'LEARNER'))
@ObjectType('RequirementMatch', {
  description: 'One requirement of a role, how it is answered, and what that adds to the fit.',
})
export class RequirementMatchType {
  @Field(() => ID, { description: 'URI of the skill asked.' })
  skillUri: string;

  @Field(() => String, { description: 'Label of the skill asked, in English where there is one.' })
  skillLabel: string;

  @Field(() => NecessityEnum, { description: 'Whether the role insists on it.' })
  necessity: Necessity;

  @Field(() => RequirementStatusEnum, { description: 'How it is answered.' })
  status: RequirementStatus;

  @Field(() => Int, { description: 'Level asked: a step of the European Qualifications Framework, 1 to 8.' })
  levelNeed: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Highest level proven by what counts here, 1 to 8. Null when nothing counts or no level is stated, and always null for an employer, who sees `bandHave`.',
  })
  levelHave: number | null;

  @Field(() => LevelBandEnum, {
    nullable: true,
    description: 'The same in bands; null when nothing counts or no level is stated.',
  })
  bandHave: LevelBand | null;

  @Field(() => MatchCredentialType, {
    nullable: true,
    description:
      'The credential that answers it; for an EXPIRED requirement the one that did. Null when there is none, and for an employer whom the learner lets see skills only.',
  })
  credential: MatchCredentialType | null;

  @Field(() => SkillRelationEnum, {
    nullable: true,
    description: 'How the skill proven relates to the skill asked; null without a credential.',
  })
  relation: Relation | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Age of the credential in whole months; null where `credential` is.',
  })
  ageMonths: number | null;

  @Field(() => Float, { description: 'What it adds to the fit, 0 to 1: `points` of 50 000.' })
  contribution: number;

  @Field(() => Int, {
    description: 'What it adds in points; the points of all requirements sum to `fitPoints`.',
  })
  points: number;

  @Field(() => Int, {
    description: 'Points it is worth when fully answered: its weight in the role, shared out over 50 000.',
  })
  weightPoints: number;

  @Field(() => String, { description: 'Why, in one plain sentence (English).' })
  reason: string;
}

@Policy(ROLES('LEARNER'))
@ObjectType('RequirementGap', {
  description: 'A requirement that is not met, and how far it is from being met.',
})
export class RequirementGapType {
  @Field(() => ID, { description: 'URI of the skill asked.' })
  skillUri: string;

  @Field(() => String, { description: 'Label of the skill asked, in English where there is one.' })
  skillLabel: string;

  @Field(() => NecessityEnum, { description: 'Whether the role insists on it.' })
  necessity: Necessity;

  @Field(() => RequirementStatusEnum, { description: 'PARTIAL, MISSING or EXPIRED.' })
  status: RequirementStatus;

  @Field(() => Int, { description: 'Level asked, 1 to 8 (EQF).' })
  levelNeed: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Highest level proven by what counts; null when nothing counts.',
  })
  levelHave: number | null;

  @Field(() => String, { description: 'Why it is not met, in one plain sentence (English).' })
  reason: string;
}
