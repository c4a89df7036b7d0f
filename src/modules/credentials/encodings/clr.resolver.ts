import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { Credential } from '../credential.ts';
import { CredentialType } from '../credential.type.ts';
import { MOST_IN_RECORD } from './clr.service.ts';

@Resolver(() => CredentialType)
export class ClrResolver {
  @FieldResolver(() => String, {
    nullable: true,
    complexity: 300,
    description:
      'A stacked credential with the credentials it rests on, as one Comprehensive Learner Record (1EdTech CLR 2.0 ClrCredential, JSON with a proof `eddsa-rdfc-2022`), signed now by its issuer and stored nowhere. Parts that were withdrawn or suspended are left out. Null for a credential that rests on no other, and to anybody but the learner.',
  })
  clr(@Root() { id }: Credential, @Ctx() { records }: Context): Promise<string | null> {
    return records.ofStack(id);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => String, {
    nullable: true,
    description: `Credentials of your choice as one Comprehensive Learner Record (1EdTech CLR 2.0 ClrCredential, JSON with a proof \`eddsa-rdfc-2022\`), signed now by this service as its publisher and stored nowhere; each credential in it is as its issuer signed it. Null when one of them is not yours. For a LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (none or more than ${MOST_IN_RECORD} credentials, a name of no or more than 200 characters), CONFLICT (\`CREDENTIAL_NOT_VALID\`: one of them was withdrawn or suspended).`,
  })
  learnerRecord(
    @Arg('credentialIds', () => [ID], {
      description: `The ids of the credentials, 1 to ${MOST_IN_RECORD}, in the order they are to stand in; each once.`,
    })
    credentialIds: string[],
    @Arg('name', () => String, { description: 'What wallets call it; 1 to 200 characters.' }) name: string,
    @Ctx() { records }: Context,
  ): Promise<string | null> {
    return records.ofChoice(credentialIds, name);
  }
}
