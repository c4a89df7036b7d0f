import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import type { Page } from '../../../platform/paging.ts';
import { RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { Credential, StatusAudience } from '../credential.ts';
import { CredentialConnection, CredentialType } from '../credential.type.ts';
import { EXPIRING_DAYS } from './expiring.service.ts';
import type { Refreshed } from './refreshing.service.ts';
import { StatusAudienceEnum } from './status.enums.ts';
import type { BulkStatusProgress } from './status.service.ts';
import {
  ChangeCredentialStatusesInput,
  CredentialStatusesProgressType,
  RefreshCredentialsInput,
  RefreshedCredentialsType,
} from './status.type.ts';

const STAFF = ROLES('ISSUER_STAFF', 'ISSUER_ADMIN');
const BY =
  'Sent again, it changes nothing. Needs ISSUER_STAFF or ISSUER_ADMIN of its issuer; NOT_FOUND for a credential of another';

const Id = () => Arg('id', () => ID, { description: 'The id of the credential.' });
const Reason = () =>
  Arg('reason', () => String, {
    description: 'Why, for the record: 1 to 500 characters (else INVALID_INPUT).',
  });
const Audience = () =>
  Arg('audience', () => StatusAudienceEnum, {
    nullable: true,
    description: 'Who may know why; HOLDER when left out.',
  });

@Resolver()
export class CredentialStatusResolver {
  @Policy(ROLES('LEARNER', 'ISSUER_STAFF', 'ISSUER_ADMIN'))
  @Query(() => CredentialConnection, {
    description:
      'The active credentials that end within so many days, the first to end first: a learner sees the ones they hold, staff of an issuer those their organisation has issued. Needs one of these roles (else UNAUTHENTICATED or FORBIDDEN).',
  })
  expiringCredentials(
    @Arg('days', () => Int, {
      defaultValue: EXPIRING_DAYS.default,
      description: `How many days from now on: 1 to ${EXPIRING_DAYS.max} (else INVALID_INPUT).`,
    })
    days: number,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { expiring }: Context,
  ): Promise<Page<Credential>> {
    return expiring.within(days, page);
  }

  @Policy(STAFF)
  @Mutation(() => CredentialType, {
    description: `Withdraws a credential for good: its status list says so at once, and it no longer proves skills. ${BY}.`,
  })
  revokeCredential(
    @Id() id: string,
    @Reason() reason: string,
    @Audience() audience: StatusAudience | undefined,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { credentialStatuses }: Context,
  ): Promise<Credential> {
    return credentialStatuses.change('REVOKE', { id, reason, audience }, idempotencyKey);
  }

  @Policy(STAFF)
  @Mutation(() => CredentialType, {
    description: `Suspends a credential for the time being: its status list says so at once, and it proves no skills until it is reinstated. ${BY}; CONFLICT (\`REVOKED\`; \`NOT_SUSPENDABLE\` when its signed document can only say that it was withdrawn for good).`,
  })
  suspendCredential(
    @Id() id: string,
    @Reason() reason: string,
    @Audience() audience: StatusAudience | undefined,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { credentialStatuses }: Context,
  ): Promise<Credential> {
    return credentialStatuses.change('SUSPEND', { id, reason, audience }, idempotencyKey);
  }

  @Policy(STAFF)
  @Mutation(() => CredentialType, {
    description: `Lets a suspended credential count again: the document the learner holds verifies again, the skills are proven again, and stacked badges it completes are awarded. ${BY}; CONFLICT (\`REVOKED\`).`,
  })
  reinstateCredential(
    @Id() id: string,
    @Reason() reason: string,
    @Audience() audience: StatusAudience | undefined,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { credentialStatuses }: Context,
  ): Promise<Credential> {
    return credentialStatuses.change('REINSTATE', { id, reason, audience }, idempotencyKey);
  }

  @Policy(STAFF)
  @Mutation(() => CredentialStatusesProgressType, {
    description:
      'Revokes, suspends or reinstates the next credentials of a badge version, a cohort or a key: those of one call all or none, with their lists signed anew. Send it again with another idempotencyKey until none is left; it goes on where it stopped. Needs ISSUER_STAFF or ISSUER_ADMIN; INVALID_INPUT naming the place.',
  })
  changeCredentialStatuses(
    @Arg('input', () => ChangeCredentialStatusesInput, { description: 'Which, and what to do.' })
    input: ChangeCredentialStatusesInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { credentialStatuses }: Context,
  ): Promise<BulkStatusProgress> {
    return credentialStatuses.changeMany(input, idempotencyKey);
  }

  @Policy(STAFF)
  @Mutation(() => RefreshedCredentialsType, {
    description:
      'Issues credentials of earlier versions anew for the version that is awarded now, where that says REFRESH: for the same work and with the same date of award. Each old one is revoked as superseded, which everybody may know, and names its successor in `replacedBy`. Send it again with `after` until `next` is null. Needs ISSUER_STAFF or ISSUER_ADMIN; NOT_FOUND, INVALID_INPUT, CONFLICT (`NOT_PUBLISHED`, `NO_REFRESH`).',
  })
  refreshCredentials(
    @Arg('input', () => RefreshCredentialsInput, { description: 'Which.' }) input: RefreshCredentialsInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { refreshing }: Context,
  ): Promise<Refreshed> {
    return refreshing.refresh(input, idempotencyKey);
  }
}
