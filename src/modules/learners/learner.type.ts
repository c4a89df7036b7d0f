import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { OWN, Policy } from '../identity/policy/policy.ts';

@Policy(OWN({ learner: 'id', roles: ['ISSUER_ADMIN'] }))
@ObjectType('Learner', { description: 'A person who learns, as they see themselves.' })
export class LearnerType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Date, { description: 'When the record was created (UTC).' })
  createdAt: Date;

  @Field(() => String, { nullable: true, description: 'Where they live or look for work, as ISO 3166 code.' })
  region: string | null;

  @Field(() => String, { nullable: true, description: 'Language they read, as BCP 47 tag.' })
  language: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Name. Sealed in the graph with a key of the learner’s own; null after that key was destroyed.',
  })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address, sealed like the name.' })
  email: string | null;
}

@InputType({ description: 'A learner to register.' })
export class CreateLearnerInput {
  @Field(() => String, { description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => String, { description: 'E-mail address; one learner each. Taken: CONFLICT.' })
  email: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166 code, such as DE or GB-SCT.' })
  region?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 tag, such as en.' })
  language?: string | null;
}
