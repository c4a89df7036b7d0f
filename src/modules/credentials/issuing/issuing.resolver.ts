import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { Credential } from '../credential.ts';
import { CredentialType } from '../credential.type.ts';
import { IssueDirectlyInput } from './issuing.input.ts';

@Resolver()
export class DirectIssuingResolver {
  @Policy(ROLES('ISSUER_STAFF', 'ISSUER_ADMIN'))
  @Mutation(() => CredentialType, {
    description:
      'Issues a badge by decision of its issuer, without work that was assessed here: to a learner, or to somebody who is none yet, known by e-mail address, by a salted hash of it, or by DID. Their record waits for them: inviteLearner hands it over. The same award (recipient, badge version, reference) is issued once; sent again, it answers the credential there is. Needs ISSUER_STAFF or ISSUER_ADMIN of the organisation the badge belongs to, who have not reviewed it and do not get it themselves: FORBIDDEN (SEPARATION_OF_DUTIES). INVALID_INPUT (IDENTITY_NOT_PROVEN) where the badge asks for surer knowledge of who the recipient is than the organisation recorded.',
  })
  issueCredentialDirectly(
    @Arg('input', () => IssueDirectlyInput, { description: 'The award.' }) input: IssueDirectlyInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { credentials }: Context,
  ): Promise<Credential> {
    return credentials.issueDirectly(input, idempotencyKey);
  }
}
