import { Field, ID, InputType, Int } from 'type-graphql';
import type { VacancyState } from './vacancy.records.ts';
import { VacancyStateEnum } from './vacancy.type.ts';

@InputType('VacancyFilter', { description: 'Which vacancies a list shows; all that is given must hold.' })
export class VacancyFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this organisation.' })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those for this version of a role profile.' })
  roleProfileId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only those whose role profile asks for the skill with this URI.',
  })
  skillUri?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those for this region (ISO 3166 code).' })
  region?: string | null;

  @Field(() => [VacancyStateEnum], {
    nullable: true,
    description:
      'Only those in these states; OPEN when left out. Others than open ones see only members of the employer.',
  })
  states?: VacancyState[] | null;
}

@InputType({ description: 'What a vacancy says, but for the role profile it is for.' })
export class VacancyTermsInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Where the work is, as ISO 3166 code such as DE or GB-SCT. Left out of a new vacancy: that of the role profile.',
  })
  region?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'From when people can apply. Left out: from now on, or as it was.',
  })
  opensAt?: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when people can apply; in the future and after opensAt. Left out: until it is ended.',
  })
  closesAt?: Date | null;

  @Field(() => Int, { defaultValue: 1, description: 'How many people are sought, 1 to 10 000.' })
  openings?: number;

  @Field(() => String, {
    nullable: true,
    description: 'Where to apply or ask: an http or https address of at most 2000 characters.',
  })
  contactUrl?: string | null;
}

@InputType({ description: 'A vacancy to open.' })
export class VacancyInput extends VacancyTermsInput {
  @Field(() => ID, {
    description:
      'Id of a published version of a role profile of your organisation. Unknown: NOT_FOUND; not published: CONFLICT.',
  })
  roleProfileId: string;
}
