import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { CandidateRequestType } from './asking.type.ts';

@Resolver()
export class AskingResolver {
  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => CandidateRequestType, {
    description:
      'Makes a request for the wallet of a candidate (OpenID4VP 1.0 with DCQL): badges issued here, of which it discloses only the alignments with skills the role asks for. It is answered once, within ten minutes. For an EMPLOYER, about a role profile of their organisation. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, INVALID_INPUT (`NO_REQUIREMENTS`).',
  })
  askCandidate(
    @Arg('roleProfileId', () => ID, { description: 'A role profile of your organisation.' })
    roleProfileId: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { asking }: Context,
  ): Promise<CandidateRequestType> {
    return asking.ask(roleProfileId, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER'))
  @Query(() => CandidateRequestType, {
    nullable: true,
    description:
      'What came of a request your organisation made with `askCandidate` (role EMPLOYER); null for any other, and an hour after it was made.',
  })
  candidateRequest(
    @Arg('id', () => ID, { description: 'Identifier of the request.' }) id: string,
    @Ctx() { asking }: Context,
  ): Promise<CandidateRequestType | null> {
    return asking.request(id);
  }
}
