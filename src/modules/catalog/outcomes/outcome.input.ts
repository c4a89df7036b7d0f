import { Field, ID, InputType, Int } from 'type-graphql';
import { AlignmentRelationEnum } from '../catalog.enums.ts';
import type { AlignmentRelation } from '../catalog.records.ts';

@InputType({ description: 'A claim that an outcome shows a skill of a taxonomy.' })
export class AlignmentInput {
  @Field(() => ID, {
    description:
      'URI of a skill of an imported taxonomy, once an outcome. Unknown: NOT_FOUND naming the place.',
  })
  skillUri: string;

  @Field(() => Int, { description: 'Level shown: step of the European Qualifications Framework, 1 to 8.' })
  level: number;

  @Field(() => AlignmentRelationEnum, {
    defaultValue: 'EXACT',
    description: 'How the outcome stands to that skill.',
  })
  relation?: AlignmentRelation;
}

@InputType({ description: 'A new outcome of your organisation.' })
export class CreateOutcomeInput {
  @Field(() => String, {
    description:
      'What somebody can do afterwards, as one sentence that others can check. 1 to 1000 characters.',
  })
  statement: string;

  @Field(() => String, { nullable: true, description: 'The verb of the statement, at most 60 characters.' })
  verb?: string | null;

  @Field(() => String, { nullable: true, description: 'What the verb acts upon, at most 300 characters.' })
  object?: string | null;

  @Field(() => String, { nullable: true, description: 'Conditions and tools, at most 1000 characters.' })
  conditions?: string | null;

  @Field(() => [AlignmentInput], {
    nullable: true,
    description: 'The skills it shows, each once, at most 50.',
  })
  alignments?: AlignmentInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Learning units of your organisation that teach it, at most 20.',
  })
  learningUnitIds?: string[] | null;
}
