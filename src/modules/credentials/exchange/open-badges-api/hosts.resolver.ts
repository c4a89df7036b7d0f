import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../../context.ts';
import { PageArgs } from '../../../../platform/graphql/connection.ts';
import { RequiredIdempotencyKey } from '../../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../../identity/policy/policy.ts';
import { MOST_HOSTS } from './hosts.service.ts';
import { ConnectedHostConnection } from './hosts.type.ts';

@Resolver()
export class HostsResolver {
  @Policy(ROLES('LEARNER'))
  @Query(() => ConnectedHostConnection, {
    description: `The services that you let read, or bring, your credentials, the newest first, at most ${MOST_HOSTS}. For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN.`,
  })
  myConnectedHosts(@Args(() => PageArgs) page: PageArgs, @Ctx() { hosts }: Context) {
    return hosts.list(page);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ID, {
    description:
      'Lets a service in no longer: its tokens are void from now on. What it read already, it may have kept. Answers its id. For the LEARNER who let it in. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.',
  })
  disconnectHost(
    @Arg('id', () => ID, { description: 'The id of the host, from `myConnectedHosts`.' }) id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { hosts }: Context,
  ): Promise<string> {
    return hosts.disconnect(id, idempotencyKey);
  }
}
