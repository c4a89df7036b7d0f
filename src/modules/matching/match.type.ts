import { Field, Float, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, ROLES } from '../identity/policy/policy.ts';
import type { Eligibility } from './engine/model.ts';
import { EligibilityEnum } from './matching.enums.ts';
import { RequirementGapType, RequirementMatchType } from './requirement-match.type.ts';

@InterfaceType('Match', {
  description: 'How somebody fits a role: three numbers, never one, with what they rest on.',
})
abstract class MatchInterface {
  @Field(() => EligibilityEnum, { description: 'Whether what the role insists on is met. Ranks first.' })
  eligibility: Eligibility;

  @Field(() => Float, {
    description:
      'How much of what the role asks is proven, weighted, 0 to 1: `fitPoints` of 50 000. Ranks second.',
  })
  fit: number;

  @Field(() => Int, { description: 'The fit in whole points, 0 to 50 000.' })
  fitPoints: number;

  @Field(() => Float, {
    description:
      'How far the proof behind the fit can be relied upon, 0 to 1: kind of evidence, issuer, supervision, grading. Ranks third.',
  })
  confidence: number;

  @Field(() => Int, { description: 'How many MUST requirements are not met.' })
  mustsShort: number;

  @Field(() => [RequirementMatchType], {
    description:
      'Each requirement with its answer: musts first, then by weight. Their points sum to `fitPoints`.',
  })
  requirements: RequirementMatchType[];

  @Field(() => String, { description: 'Version of the policy that holds the constants of the arithmetic.' })
  policyVersion: string;

  @Field(() => Date, { description: 'The instant it was weighed at (UTC): only what was valid then counts.' })
  evaluatedAt: Date;

  @Field(() => [String], {
    description:
      'Versions of the taxonomies it was weighed with, such as `esco@1.2.0`; empty when none was imported.',
  })
  taxonomyVersions: string[];
}

@Policy(ROLES('EMPLOYER'))
@ObjectType('CandidateMatch', {
  implements: MatchInterface,
  description:
    'A learner who lets this organisation match them, and how they fit one of its roles. No name and no exact level: who it is stays with the learner.',
})
export class CandidateMatchType extends MatchInterface {
  @Field(() => ID, {
    description:
      'Stands for the learner within this organisation; stable, and different in every other organisation.',
  })
  pseudonym: string;
}

@Policy(ROLES('LEARNER'))
@ObjectType('RoleMatch', {
  implements: MatchInterface,
  description: 'How the learner who asks fits a role.',
})
export class RoleMatchType extends MatchInterface {
  @Field(() => ID, { description: 'Identifier of the role profile.' })
  roleProfileId: string;

  @Field(() => String, { description: 'Title of the role.' })
  title: string;

  @Field(() => [RequirementGapType], { description: 'What is not met yet: musts first, then by weight.' })
  gap: RequirementGapType[];
}

export const CandidateMatchConnection = connectionOf(() => CandidateMatchType, 'CandidateMatch');
export const RoleMatchConnection = connectionOf(() => RoleMatchType, 'RoleMatch');
