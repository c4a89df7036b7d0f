import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey, RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { Credential } from '../credential.ts';
import { CredentialType } from '../credential.type.ts';
import { MOST_SHARES, SHARE_DAYS } from './sharing.service.ts';
import { CredentialShareType, NewCredentialShareType } from './sharing.type.ts';

const ERRORS = 'For the LEARNER who holds it. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND';

@Resolver(() => CredentialType)
export class SharingResolver {
  @Policy(ROLES('LEARNER'))
  @Mutation(() => NewCredentialShareType, {
    description: `Makes a link that shows one of your credentials, whole, to whoever has it. At most ${MOST_SHARES} lead to one credential. ${ERRORS}, INVALID_INPUT, CONFLICT (\`TOO_MANY_SHARES\`).`,
  })
  shareCredential(
    @Arg('id', () => ID, { description: 'The id of the credential.' }) id: string,
    @Arg('expiresAt', () => Date, {
      nullable: true,
      description: `When the link ends: at most ${SHARE_DAYS.max} days ahead, ${SHARE_DAYS.default} unless given.`,
    })
    expiresAt: Date | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { sharing }: Context,
  ) {
    return sharing.share(id, expiresAt, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => CredentialType, {
    description: `Takes a link back: from now on it shows nothing. Answers the credential. ${ERRORS} (also for a link that is gone).`,
  })
  async revokeCredentialShare(
    @Arg('id', () => ID, { description: 'The id of the link, from `Credential.shares`.' }) id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { sharing, credentials }: Context,
  ) {
    return credentials.changed(await sharing.revoke(id, idempotencyKey));
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => CredentialType, {
    description: `Shows one of your credentials, whole, to everybody at its address. ${ERRORS}.`,
  })
  async makeCredentialPublic(
    @Arg('id', () => ID, { description: 'The id of the credential.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { sharing, credentials }: Context,
  ) {
    return credentials.changed(await sharing.setPublic(id, true, idempotencyKey));
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => CredentialType, {
    description: `Shows a credential to everybody no longer; links to it go on. ${ERRORS}.`,
  })
  async makeCredentialPrivate(
    @Arg('id', () => ID, { description: 'The id of the credential.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { sharing, credentials }: Context,
  ) {
    return credentials.changed(await sharing.setPublic(id, false, idempotencyKey));
  }

  @FieldResolver(() => [CredentialShareType], {
    nullable: true,
    description: `The links that lead to it now, the newest first, at most ${MOST_SHARES}; null to anybody but the learner.`,
  })
  shares(@Root() { id, learnerId }: Credential, @Ctx() { sharing }: Context) {
    return sharing.shares(id, learnerId);
  }
}
