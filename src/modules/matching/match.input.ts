import { Field, Float, InputType } from 'type-graphql';
import type { Eligibility } from './engine/model.ts';
import { EligibilityEnum } from './matching.enums.ts';

@InputType()
abstract class RankingFilterFields {
  @Field(() => [EligibilityEnum], {
    nullable: true,
    description: 'Only these classes; all when left out. An empty list: INVALID_INPUT.',
  })
  eligibility?: Eligibility[] | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Only a fit of at least this, 0 to 1. Outside of that: INVALID_INPUT.',
  })
  minFit?: number | null;
}

@InputType('CandidateFilter', {
  description: 'Narrows a ranking of candidates. All that is given must hold.',
})
export class CandidateFilterInput extends RankingFilterFields {
  @Field(() => [String], { nullable: true, description: 'Only learners of one of these regions.' })
  regions?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only learners with one of these languages (lower-case BCP 47, such as `en`).',
  })
  languages?: string[] | null;
}

@InputType('RoleMatchFilter', { description: 'Narrows a ranking of roles. All that is given must hold.' })
export class RoleMatchFilterInput extends RankingFilterFields {
  @Field(() => [String], {
    nullable: true,
    description: 'Only roles in one of these regions, or without a region.',
  })
  regions?: string[] | null;
}
