import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { RequiredIdempotencyKey } from '../idempotency-key.ts';
import { Policy, ROLES } from '../policy/policy.ts';
import { ErasureType } from './privacy.type.ts';

@Resolver()
export class PrivacyResolver {
  @Policy(ROLES('LEARNER'))
  @Query(() => GraphQLJSONObject, {
    description:
      'Everything there is about you, opened, as one JSON object: profile, account, credentials with their signed documents, work and results, feedback, skills, consents and their uses, reveal requests, API keys and audit events. docs/security/personal-data.md describes it. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  exportMyData(@Ctx() { personalData }: Context) {
    return personalData.mine();
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ErasureType, {
    description:
      'Erases you for good: destroys the key that opens your data, deletes your work, feedback, consents, API keys and account. Credentials you downloaded stay yours and verify as before. For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (confirmation), CONFLICT (`LAST_ADMINISTRATOR`: hand over the organisation first).',
  })
  eraseMe(
    @Arg('confirmation', () => String, {
      description: 'Must be "ERASE EVERYTHING ABOUT ME", word for word, because it cannot be undone.',
    })
    confirmation: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { erasure }: Context,
  ) {
    return erasure.eraseMe(confirmation, idempotencyKey);
  }
}
