import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { IdempotencyKey, RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { MOST_FOREIGN } from './foreign.service.ts';
import { ForeignCredentialConnection, ForeignCredentialType } from './foreign.type.ts';

const ERRORS = 'For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN';

@Resolver(() => ForeignCredentialType)
export class ForeignResolver {
  @Policy(ROLES('LEARNER'))
  @Query(() => ForeignCredentialConnection, {
    description: `The credentials of other issuers in your record, the last that you brought first. ${ERRORS}.`,
  })
  foreignCredentials(@Args(() => PageArgs) page: PageArgs, @Ctx() { foreign }: Context) {
    return foreign.list(page);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ForeignCredentialType, {
    description: `Verifies a credential of an issuer elsewhere and adds it to your record, sealed; an issuer that no registry knows is no obstacle. Brought again, it is the one there is, checked anew. At most ${MOST_FOREIGN}. ${ERRORS}, INVALID_INPUT (\`NOT_READABLE\`; \`NOT_VERIFIED\`, with the \`step\`; \`OURS\`: it was issued here), CONFLICT (\`TOO_MANY_FOREIGN\`), RATE_LIMITED.`,
  })
  bringCredential(
    @Arg('document', () => String, {
      description:
        'The credential as you hold it: JSON, a compact JWT or SD-JWT, an SVG or a data: address of an image it is baked into, or the https address where one of these lies.',
    })
    document: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { foreign }: Context,
  ) {
    return foreign.bring(document, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ForeignCredentialType, {
    description: `Verifies a credential from elsewhere in your record again; what came of it, good or bad, is written down. ${ERRORS}, NOT_FOUND, RATE_LIMITED.`,
  })
  recheckForeignCredential(
    @Arg('id', () => ID, { description: 'The id of the credential.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { foreign }: Context,
  ) {
    return foreign.recheck(id, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ID, {
    description: `Takes a credential from elsewhere out of your record for good; nothing of it is left. Answers its id. ${ERRORS}, NOT_FOUND.`,
  })
  removeForeignCredential(
    @Arg('id', () => ID, { description: 'The id of the credential.' }) id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { foreign }: Context,
  ) {
    return foreign.remove(id, idempotencyKey);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The signed text, as it was taken out of what you brought.',
  })
  document(@Root() { id }: ForeignCredentialType, @Ctx() { foreign }: Context): Promise<string | null> {
    return foreign.document(id);
  }
}
