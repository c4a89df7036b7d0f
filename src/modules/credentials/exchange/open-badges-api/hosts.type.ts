import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../../platform/graphql/connection.ts';
import { Policy, ROLES } from '../../../identity/policy/policy.ts';

@Policy(ROLES('LEARNER'))
@ObjectType('ConnectedHost', {
  description: 'Another service that a learner lets read, or bring, credentials (Open Badges 3.0 API).',
})
export class ConnectedHostType {
  @Field(() => ID, { description: 'What to take it back by; it stands in the events of what the host did.' })
  id: string;

  @Field(() => String, { description: 'What the host calls itself. Nobody checked that.' })
  name: string;

  @Field(() => String, { description: 'The host name of the addresses it registered.' })
  address: string;

  @Field(() => [String], {
    description: 'What it may do: scopes of the Open Badges 3.0 API, as addresses.',
  })
  scopes: readonly string[];

  @Field(() => Date, { description: 'When it was let in.' })
  connectedAt: Date;
}

export const ConnectedHostConnection = connectionOf(() => ConnectedHostType, 'ConnectedHost');
