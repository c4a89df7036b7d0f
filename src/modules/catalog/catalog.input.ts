import { Field, ID, InputType, Int } from 'type-graphql';
import { LearningUnitModeEnum } from './catalog.enums.ts';
import type { UnitMode } from './catalog.records.ts';

@InputType('BadgeFilter', { description: 'Which badges a list shows; all that is given must hold.' })
export class BadgeFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only badges that this organisation issues.' })
  organizationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only badges whose name contains this, upper or lower case.',
  })
  nameContains?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Only badges whose published version certifies an outcome aligned to the skill with this URI.',
  })
  skillUri?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only stacked credentials (earned by other badges); false: only badges that are not.',
  })
  stacked?: boolean | null;
}

@InputType('LearningUnitFilter', {
  description: 'Which learning units a list shows; all that is given must hold.',
})
export class LearningUnitFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only units that this organisation offers.' })
  organizationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only units whose title contains this, upper or lower case.',
  })
  titleContains?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only units that teach an outcome aligned to the skill with this URI.',
  })
  skillUri?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only units taught in this language, among others (BCP 47 tag).',
  })
  language?: string | null;

  @Field(() => LearningUnitModeEnum, { nullable: true, description: 'Only units taught this way.' })
  mode?: UnitMode | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only units of at most so many minutes; negative: INVALID_INPUT.',
  })
  maxEffortMinutes?: number | null;
}
