import { Field, ID, ObjectType } from 'type-graphql';
import { Policy, ROLES } from '../../identity/policy/policy.ts';

@Policy(ROLES('LEARNER'))
@ObjectType('CredentialShare', {
  description: 'A link that shows a credential to whoever has it, until it expires or is taken back.',
})
export class CredentialShareType {
  @Field(() => ID, { description: 'What to take it back by. It opens nothing.' })
  id: string;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => Date, { description: 'From when on it shows nothing.' })
  expiresAt: Date;
}

@Policy(ROLES('LEARNER'))
@ObjectType('NewCredentialShare', { description: 'A link that was just made.' })
export class NewCredentialShareType {
  @Field(() => ID, { description: 'The credential it shows.' })
  credentialId: string;

  @Field(() => Date, { description: 'From when on it shows nothing.' })
  expiresAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'The address to pass on, told this one time: only a digest of the secret in it is stored. Null when the same request was carried out before.',
  })
  url: string | null;
}
