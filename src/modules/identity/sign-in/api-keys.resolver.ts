import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { RequiredIdempotencyKey } from '../idempotency-key.ts';
import { ADMINISTRATORS, Policy } from '../policy/policy.ts';
import { ApiKeyConnection, ApiKeyInputType, ApiKeyType, NewApiKeyType } from './api-key.type.ts';

@Resolver()
export class ApiKeysResolver {
  @Policy(ADMINISTRATORS)
  @Query(() => ApiKeyConnection, {
    description:
      'The API keys of the own organisation, the newest first, with those that are over. For whoever administers it: ISSUER_ADMIN of an issuer or provider, else EMPLOYER, else EXTERNAL_REVIEWER; PLATFORM_ADMIN.',
  })
  apiKeys(@Args(() => PageArgs) page: PageArgs, @Ctx() { apiKeys }: Context) {
    return apiKeys.list(page);
  }

  @Policy(ADMINISTRATORS)
  @Mutation(() => NewApiKeyType, {
    description:
      'Make an API key of the own organisation. Its secret is shown this one time. For whoever administers it.',
  })
  createApiKey(
    @Arg('input', () => ApiKeyInputType, { description: 'The key to be made.' }) input: ApiKeyInputType,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { apiKeys }: Context,
  ) {
    return apiKeys.create(input, idempotencyKey);
  }

  @Policy(ADMINISTRATORS)
  @Mutation(() => NewApiKeyType, {
    description:
      'Make the key that comes after another, with the same name, role and scopes, while the other works on for a time. Two are live at a time: a third is a CONFLICT (TWO_KEYS_LIVE), and so is rotating a key that is not live (KEY_NOT_LIVE). For whoever administers the organisation.',
  })
  rotateApiKey(
    @Arg('id', () => ID, {
      description: 'The key to be replaced; NOT_FOUND for one of another organisation.',
    })
    id: string,
    @Arg('oldKeyExpiresAt', () => Date, {
      nullable: true,
      description:
        'Until when the replaced key is still taken: in the future, 90 days ahead at most; a week from now when left out. Never later than it was.',
    })
    oldKeyExpiresAt: Date | undefined,
    @Arg('expiresAt', () => Date, {
      nullable: true,
      description:
        'Until when the new key is taken: in the future, two years ahead at most; a year from now when left out.',
    })
    expiresAt: Date | undefined,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { apiKeys }: Context,
  ) {
    return apiKeys.rotate({ id, oldKeyExpiresAt, expiresAt }, idempotencyKey);
  }

  @Policy(ADMINISTRATORS)
  @Mutation(() => ApiKeyType, {
    description:
      'Revoke an API key: its next request is refused. CONFLICT (ALREADY_REVOKED) when it was revoked before. For whoever administers the organisation.',
  })
  revokeApiKey(
    @Arg('id', () => ID, { description: 'The key to be revoked; NOT_FOUND for one of another organisation.' })
    id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { apiKeys }: Context,
  ) {
    return apiKeys.revoke(id, idempotencyKey);
  }
}
