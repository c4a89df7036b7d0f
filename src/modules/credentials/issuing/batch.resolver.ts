import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import type { Page } from '../../../platform/paging.ts';
import { RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES, SCOPED } from '../../identity/policy/policy.ts';
import { CredentialType } from '../credential.type.ts';
import { IssueCredentialsInput, IssuingRowsArgs } from './batch.input.ts';
import {
  IssuingBatchConnection,
  IssuingBatchType,
  IssuingRowConnection,
  IssuingRowErrorType,
  IssuingRowType,
} from './batch.type.ts';
import type { IssuingBatch, IssuingRow } from './batches.service.ts';

const STAFF = ROLES('ISSUER_STAFF', 'ISSUER_ADMIN');
const Id = () => Arg('id', () => ID, { description: 'The id of the batch.' });

@Resolver(() => IssuingBatchType)
export class IssuingBatchResolver {
  @Policy(SCOPED)
  @Query(() => IssuingBatchType, {
    nullable: true,
    description:
      'A batch of awards of your organisation and how far it is; to anybody else it reads null, as an unknown id does.',
  })
  issuingBatch(@Id() id: string, @Ctx() { batches }: Context): Promise<IssuingBatch | null> {
    return batches.batch(id);
  }

  @Policy(STAFF)
  @Query(() => IssuingBatchConnection, {
    description: 'The batches of awards that your organisation has started, the newest first.',
  })
  issuingBatches(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { batches }: Context,
  ): Promise<Page<IssuingBatch>> {
    return batches.list(page);
  }

  @Policy(STAFF)
  @Mutation(() => IssuingBatchType, {
    description:
      'Issues many badges: takes up to 10 000 awards and answers at once; worker threads carry them out, and go on after a crash where they were. Each row is answered by itself (`rows`), and the same award is issued once, so that rows that failed can be sent again. A request may hold 4 MB. Needs ISSUER_STAFF or ISSUER_ADMIN; each award is held to what issueCredential and issueCredentialDirectly ask for.',
  })
  issueCredentials(
    @Arg('input', () => IssueCredentialsInput, { description: 'The awards.' }) input: IssueCredentialsInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { batches }: Context,
  ): Promise<IssuingBatch> {
    return batches.start(input, idempotencyKey);
  }

  @Policy(STAFF)
  @Mutation(() => IssuingBatchType, {
    description:
      'Stops a batch: what was issued stays, rows that are PENDING are not carried out. NOT_FOUND for that of another organisation, CONFLICT (`BATCH_OVER`) when it is over.',
  })
  stopIssuingBatch(
    @Id() id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { batches }: Context,
  ): Promise<IssuingBatch> {
    return batches.stop(id, idempotencyKey);
  }

  @Policy(STAFF)
  @Subscription(() => IssuingBatchType, {
    subscribe: ({ args, context }) => (context as Context).batches.watch(String(args['id'])),
    description:
      'How far a batch of your organisation is: now, whenever it is further (looked at twice a second), and when it is over, which ends the stream. At `/graphql/stream`, as server-sent events. NOT_FOUND for that of another organisation.',
  })
  issuingProgress(@Root() batch: IssuingBatch, @Id() _id: string): IssuingBatch {
    return batch;
  }

  @FieldResolver(() => IssuingRowConnection, { description: 'Its awards and what became of each, in order.' })
  rows(
    @Root() batch: IssuingBatch,
    @Args(() => IssuingRowsArgs) { state, ...page }: IssuingRowsArgs,
    @Ctx() { batches }: Context,
  ): Promise<Page<IssuingRow>> {
    return batches.rows(batch, page, state ?? null);
  }
}

@Resolver(() => IssuingRowType)
export class IssuingRowResolver {
  @FieldResolver(() => CredentialType, {
    nullable: true,
    description: 'Its credential; null while there is none, when it failed, and when its holder was erased.',
  })
  credential(@Root() { credentialId }: IssuingRow, @Ctx() { credentials }: Context) {
    return credentialId === null ? null : credentials.credential(credentialId);
  }

  @FieldResolver(() => IssuingRowErrorType, {
    nullable: true,
    description: 'Why it failed; null unless it did.',
  })
  error(@Root() { organizationId, code, reason, argument, message }: IssuingRow): IssuingRowErrorType | null {
    return code === null || message === null ? null : { organizationId, code, reason, argument, message };
  }
}
