import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, ROLES } from '../identity/policy/policy.ts';
import { RequirementGapType } from '../matching/requirement-match.type.ts';
import type { UncoverableReason } from './catalogue.ts';

export const PathwayStatusEnum = {
  OPTIMAL: 'OPTIMAL',
  FEASIBLE: 'FEASIBLE',
  NOTHING_TO_DO: 'NOTHING_TO_DO',
  PARTIAL: 'PARTIAL',
  NOTHING_ON_OFFER: 'NOTHING_ON_OFFER',
} as const;
export type PathwayStatus = keyof typeof PathwayStatusEnum;
registerEnumType(PathwayStatusEnum, {
  name: 'PathwayStatus',
  description: 'How good the plan is.',
  valuesConfig: {
    OPTIMAL: { description: 'Covers everything missing, and it is proven that nothing cheaper does.' },
    FEASIBLE: {
      description:
        'Covers everything missing; a cheaper one was not ruled out. `bound` says how far it can be off.',
    },
    NOTHING_TO_DO: { description: 'Nothing is missing of what was to be closed.' },
    PARTIAL: { description: 'Covers all that can be covered; the rest stands under `uncoverable`.' },
    NOTHING_ON_OFFER: { description: 'Nothing on offer covers any of what is missing.' },
  },
});

export const UncoverableReasonEnum: Record<UncoverableReason, UncoverableReason> = {
  NO_BADGE: 'NO_BADGE',
  LEVEL_TOO_LOW: 'LEVEL_TOO_LOW',
  OTHER_EVIDENCE: 'OTHER_EVIDENCE',
  NO_UNIT: 'NO_UNIT',
  PREREQUISITES: 'PREREQUISITES',
};
registerEnumType(UncoverableReasonEnum, {
  name: 'UncoverableReason',
  description: 'Why nothing on offer covers a requirement.',
  valuesConfig: {
    NO_BADGE: { description: 'No published badge certifies the skill.' },
    LEVEL_TOO_LOW: { description: 'Badges certify it, but none at the level asked.' },
    OTHER_EVIDENCE: {
      description: 'Badges certify it, but not by the kind of evidence asked for, or it was earned already.',
    },
    NO_UNIT: { description: 'No unit leads to the assessments of the badges that certify it.' },
    PREREQUISITES: {
      description: 'The units or badges that would lead to it need badges that cannot be earned.',
    },
  },
});

@Policy(ROLES('LEARNER'))
@ObjectType('PathwayBadge', { description: 'A badge that plays a part in a plan.' })
export class PathwayBadgeType {
  @Field(() => ID, { description: 'Identifier of the badge.' })
  badgeId: string;

  @Field(() => String, { description: 'Name of the badge.' })
  name: string;
}

@Policy(ROLES('LEARNER'))
@ObjectType('PathwayPrice', { description: 'A sum of prices in one currency.' })
export class PathwayPriceType {
  @Field(() => Int, { description: 'Amount in minor units (cents).' })
  cents: number;

  @Field(() => String, { description: 'Currency, as ISO 4217 code.' })
  currency: string;
}

@Policy(ROLES('LEARNER'))
@ObjectType('PathwayStep', { description: 'One unit of a plan, and what it is for.' })
export class PathwayStepType {
  @Field(() => Int, {
    description: 'Place in the plan, from 1: when its turn comes, its prerequisites are met.',
  })
  order: number;

  @Field(() => ID, { description: 'Identifier of the learning unit.' })
  unitId: string;

  @Field(() => String, { description: 'Title of the learning unit.' })
  title: string;

  @Field(() => Int, { description: 'Effort in minutes.' })
  minutes: number;

  @Field(() => Float, { description: 'Effort in hours.' })
  hours: number;

  @Field(() => PathwayPriceType, { nullable: true, description: 'Price; null: not stated.' })
  price: PathwayPriceType | null;

  @Field(() => [PathwayBadgeType], {
    description:
      'Badges by which what it asks for is met: held already, or earned by earlier steps. What an earlier version of a badge proves is not named.',
  })
  prerequisites: PathwayBadgeType[];

  @Field(() => [PathwayBadgeType], {
    description: 'Badges that are first earned when it is done, stacked ones included.',
  })
  earns: PathwayBadgeType[];

  @Field(() => [RequirementGapType], {
    description: 'Requirements of the role that are first met when it is done.',
  })
  covers: RequirementGapType[];

  @Field(() => [PathwayStepType], {
    description: 'Later steps that need it: for a prerequisite badge, or for a badge that both complete.',
  })
  enables: PathwayStepType[];

  @Field(() => String, { description: 'Why it is in the plan, in one plain sentence (English).' })
  because: string;
}

@Policy(ROLES('LEARNER'))
@ObjectType('PathwayPlan', {
  description: 'Units that close the gap, in an order in which they can be done.',
})
export class PathwayPlanType {
  @Field(() => [PathwayStepType], { description: 'The units in order; none could be left out.' })
  steps: PathwayStepType[];

  @Field(() => Int, { description: 'Effort of all steps in minutes.' })
  minutes: number;

  @Field(() => Float, { description: 'Effort of all steps in hours.' })
  hours: number;

  @Field(() => [PathwayPriceType], {
    description: 'Price of all steps, one sum a currency; without units whose price is not stated.',
  })
  prices: PathwayPriceType[];

  @Field(() => Int, { description: 'How many steps state no price.' })
  unpriced: number;
}

@Policy(ROLES('LEARNER'))
@ObjectType('UncoverableRequirement', { description: 'A missing requirement that nothing on offer covers.' })
export class UncoverableRequirementType {
  @Field(() => RequirementGapType, { description: 'The requirement.' })
  requirement: RequirementGapType;

  @Field(() => UncoverableReasonEnum, { description: 'Why nothing covers it.' })
  reason: UncoverableReason;

  @Field(() => Int, {
    nullable: true,
    description: 'Highest level on offer for the skill, 1 to 8; null when there is none.',
  })
  bestLevel: number | null;

  @Field(() => String, { description: 'The reason in one plain sentence (English).' })
  message: string;
}

@Policy(ROLES('LEARNER'))
@ObjectType('PathwayResult', {
  description: 'What a learner lacks for a role, and the cheapest way to close it.',
})
export class PathwayResultType {
  @Field(() => ID, { description: 'Identifier of the role profile.' })
  roleProfileId: string;

  @Field(() => String, { description: 'Title of the role.' })
  title: string;

  @Field(() => PathwayStatusEnum, { description: 'How good the plan is.' })
  status: PathwayStatus;

  @Field(() => Boolean, {
    description:
      'True when it is proven that no plan covers as much with less, in the order of the objectives that counted.',
  })
  provenOptimal: boolean;

  @Field(() => Int, {
    description:
      'No plan that covers as much can have less of the first objective: minutes for HOURS, minor units for PRICE.',
  })
  bound: number;

  @Field(() => PathwayPlanType, {
    nullable: true,
    description: 'The plan; null when there is nothing to do or nothing on offer.',
  })
  plan: PathwayPlanType | null;

  @Field(() => [RequirementGapType], {
    description: 'All that is missing for the role: musts first, then by weight.',
  })
  gap: RequirementGapType[];

  @Field(() => [UncoverableRequirementType], {
    description: 'What is missing and nothing on offer covers, with the reason.',
  })
  uncoverable: UncoverableRequirementType[];

  @Field(() => String, { description: 'Version of the match policy that says what counts as met.' })
  policyVersion: string;

  @Field(() => Date, {
    description: 'The instant it was planned at (UTC): only what was valid then counts as held.',
  })
  evaluatedAt: Date;

  @Field(() => [String], {
    description: 'Versions of the taxonomies it was planned with, such as `esco@1.2.0`.',
  })
  taxonomyVersions: string[];
}
