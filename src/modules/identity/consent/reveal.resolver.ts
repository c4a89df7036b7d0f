import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { RequiredIdempotencyKey } from '../idempotency-key.ts';
import { OrganizationType } from '../organization.type.ts';
import { Policy, ROLES } from '../policy/policy.ts';
import type { RevealRequest } from './reveal.service.ts';
import {
  RequestRevealInput,
  RevealedCandidateType,
  RevealRequestConnection,
  RevealRequestReceiptType,
  RevealRequestType,
  SentRevealRequestConnection,
} from './reveal.type.ts';

@Resolver()
export class RevealResolver {
  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => RevealRequestReceiptType, {
    description:
      'Asks a candidate to say who they are. For EMPLOYER; 50 a day an organisation, and each candidate at most every 30 days. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND (candidate, role profile), CONFLICT (`ASKED_RECENTLY`, `KEY_REUSED`), RATE_LIMITED.',
  })
  requestReveal(
    @Arg('input', () => RequestRevealInput, { description: 'Whom to ask, and what for.' })
    input: RequestRevealInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { reveals }: Context,
  ) {
    return reveals.request(input, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => RevealRequestConnection, {
    description:
      'Employers who ask who you are, last first. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  myRevealRequests(@Args(() => PageArgs) page: PageArgs, @Ctx() { reveals }: Context) {
    return reveals.mine(page);
  }

  @Policy(ROLES('EMPLOYER'))
  @Query(() => SentRevealRequestConnection, {
    description:
      'Which candidates your organisation asked to say who they are, and what became of it, last first; those who no longer let you match them are not shown. For EMPLOYER; errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.',
  })
  sentRevealRequests(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('roleProfileId', () => ID, {
      nullable: true,
      description: 'Only those for this role profile; an unknown one has none.',
    })
    roleProfileId: string | undefined,
    @Ctx() { reveals }: Context,
  ) {
    return reveals.sent(page, roleProfileId ?? null);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => RevealRequestType, {
    description:
      'Says yes or no to a reveal request, once. A yes lets the employer see your name and e-mail address for 90 days: a consent to REVEAL, which `withdrawConsent` takes back. For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT (`ALREADY_ANSWERED`, `REQUEST_EXPIRED`, `KEY_REUSED`).',
  })
  answerRevealRequest(
    @Arg('id', () => ID, { description: 'Id of the request.' }) id: string,
    @Arg('approve', () => Boolean, { description: 'true: yes; false: no.' }) approve: boolean,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { reveals }: Context,
  ) {
    return reveals.answer(id, approve, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER'))
  @Query(() => RevealedCandidateType, {
    nullable: true,
    description:
      'Who a candidate is. Null unless the candidate lets your organisation know at this moment; they see that you looked. For EMPLOYER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  revealedCandidate(
    @Arg('pseudonym', () => ID, { description: 'The candidate, as `matchCandidates` names them.' })
    pseudonym: string,
    @Ctx() { reveals }: Context,
  ) {
    return reveals.revealed(pseudonym);
  }
}

@Resolver(() => RevealRequestType)
export class RevealRequestResolver {
  @FieldResolver(() => OrganizationType, { description: 'Who asks.' })
  organization(@Root() request: RevealRequest, @Ctx() { organizations }: Context) {
    return organizations.organization(request.organizationId);
  }
}
