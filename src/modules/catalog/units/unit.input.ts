import { Field, ID, InputType, Int } from 'type-graphql';
import { LearningUnitModeEnum } from '../catalog.enums.ts';
import type { UnitMode } from '../catalog.records.ts';

@InputType({ description: 'A new learning unit of your organisation.' })
export class CreateLearningUnitInput {
  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 2000 characters.' })
  summary?: string | null;

  @Field(() => Int, { description: 'How long it takes a learner in minutes, all work counted: 1 to 525600.' })
  effortMinutes: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Price in minor units (cents), 0 for free; goes with currency.',
  })
  priceCents?: number | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217 code such as EUR; goes with priceCents.' })
  currency?: string | null;

  @Field(() => LearningUnitModeEnum, { description: 'How it is taught.' })
  mode: UnitMode;

  @Field(() => String, { nullable: true, description: 'Language it is taught in: BCP 47 tag such as en.' })
  language?: string | null;

  @Field(() => Int, { nullable: true, description: 'Step of the European Qualifications Framework, 1 to 8.' })
  level?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Outcomes of your organisation that it teaches, at most 50.',
  })
  outcomeIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Assessments of your organisation that belong to it, at most 20.',
  })
  assessmentIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Badges, of any issuer, that a learner must hold before; every one of them. At most 20.',
  })
  prerequisiteBadgeIds?: string[] | null;
}
