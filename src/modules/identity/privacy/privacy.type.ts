import { Field, ID, ObjectType } from 'type-graphql';
import { Policy, ROLES } from '../policy/policy.ts';

@Policy(ROLES('LEARNER'))
@ObjectType('Erasure', { description: 'What is left of somebody who was erased.' })
export class ErasureType {
  @Field(() => ID, { description: 'The id they had. It means nothing any more.' })
  id: string;

  @Field(() => Date, { description: 'When they were erased (UTC).' })
  erasedAt: Date;
}
