import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { Objective } from './engine/model.ts';

const ObjectiveEnum: Record<Objective, Objective> = { HOURS: 'HOURS', PRICE: 'PRICE' };
registerEnumType(ObjectiveEnum, {
  name: 'CostKind',
  description: 'What a plan is kept small in.',
  valuesConfig: {
    HOURS: { description: 'Effort of the learner.' },
    PRICE: {
      description: 'Price; a unit that states none counts as free. All units must have one currency.',
    },
  },
});

@InputType('PathwayInput', { description: 'From whom to what, and what to keep small.' })
export class PathwayInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The learner; yourself when left out. Somebody else reads null.',
  })
  learnerId?: string | null;

  @Field(() => ID, { description: 'A published role profile. An unknown one reads null.' })
  roleProfileId: string;

  @Field(() => [ObjectiveEnum], {
    nullable: true,
    description:
      'Objectives, the more important first; HOURS, then PRICE where all prices have one currency, when left out. What is still equal has fewer units. INVALID_INPUT: none, one twice, or PRICE over several currencies.',
  })
  minimise?: Objective[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also close what the role merely likes (NICE); true when left out.',
  })
  includeNice?: boolean | null;
}
