import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { pageOfList } from '../../../platform/paging.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { OrganizationType } from '../../identity/organization.type.ts';
import { Policy, PUBLIC, ROLES } from '../../identity/policy/policy.ts';
import { BadgeType } from '../badge.type.ts';
import type { BadgeRecord, OutcomeRecord } from '../catalog.records.ts';
import { OutcomeType } from '../outcome.type.ts';
import type { CoCreationRecord, ProposalRecord } from './co-creation.records.ts';
import type { CoCreationInput, DecisionInput } from './co-creation.rules.ts';
import {
  CoCreationConnection,
  CoCreationInputType,
  CoCreationType,
  OutcomeProposalConnection,
  OutcomeProposalType,
  ProposalDecisionInput,
} from './co-creation.type.ts';

const ERRORS =
  'Errors: UNAUTHENTICATED, FORBIDDEN (role, or something of another organisation), INVALID_INPUT naming the place, NOT_FOUND (unknown id)';

@Resolver(() => CoCreationType)
export class CoCreationResolver {
  @Policy(PUBLIC)
  @Query(() => CoCreationType, {
    nullable: true,
    description: 'A co-creation session by id; null when there is none.',
  })
  coCreation(
    @Arg('id', () => ID, { description: 'Id of the session.' }) id: string,
    @Ctx() { coCreation }: Context,
  ) {
    return coCreation.session(id);
  }

  @Policy(PUBLIC)
  @Query(() => CoCreationConnection, { description: 'Co-creation sessions, newest first.' })
  coCreations(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('organizationId', () => ID, {
      nullable: true,
      description:
        'Only those that this organisation held, or in which its practitioners proposed something.',
    })
    organizationId: string | undefined,
    @Ctx() { coCreation }: Context,
  ) {
    return coCreation.sessions(page, organizationId ?? null);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => CoCreationType, {
    description: `Records a co-creation session of your organisation: who proposed which outcome, and what came of it. For ISSUER_ADMIN and ISSUER_STAFF. ${ERRORS}.`,
  })
  recordCoCreation(
    @Arg('input', () => CoCreationInputType, { description: 'The session.' }) input: CoCreationInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { coCreation }: Context,
  ) {
    return coCreation.record(input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => CoCreationType, {
    description: `Says what came of an open proposal; answers its session. For ISSUER_ADMIN and ISSUER_STAFF. ${ERRORS}, CONFLICT (\`ALREADY_DECIDED\`).`,
  })
  decideOutcomeProposal(
    @Arg('id', () => ID, { description: 'Id of the proposal.' }) id: string,
    @Arg('input', () => ProposalDecisionInput, { description: 'What came of it.' }) input: DecisionInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { coCreation }: Context,
  ) {
    return coCreation.decide(id, input, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER', 'EXTERNAL_REVIEWER'))
  @Mutation(() => CoCreationType, {
    description: `Confirms that a practitioner of your organisation made this proposal; answers its session. For EMPLOYER and EXTERNAL_REVIEWER. ${ERRORS}.`,
  })
  confirmOutcomeProposal(
    @Arg('id', () => ID, { description: 'Id of the proposal.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { coCreation }: Context,
  ) {
    return coCreation.confirm(id, idempotencyKey);
  }

  @FieldResolver(() => OrganizationType, { description: 'The issuer who held it.' })
  issuer(@Root() session: CoCreationRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(session.issuerId);
  }

  @FieldResolver(() => [BadgeType], {
    description: 'The badges it was about, as far as you may see them; at most 20.',
  })
  async badges(@Root() session: CoCreationRecord, @Ctx() { catalog }: Context) {
    const badges = await Promise.all(session.badgeIds.map((id) => catalog.badge(id)));
    return badges.filter((badge) => badge !== null);
  }

  @FieldResolver(() => OutcomeProposalConnection, { description: 'What was proposed, in order.' })
  proposals(@Root() session: CoCreationRecord, @Args(() => PageArgs) page: PageArgs) {
    return pageOfList(page, session.proposals, ({ id }) => id);
  }
}

@Resolver(() => OutcomeProposalType)
export class OutcomeProposalResolver {
  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'For which organisation the practitioner works; null when it is only known by name.',
  })
  organization(@Root() { organizationId }: ProposalRecord, @Ctx() { organizations }: Context) {
    return organizationId === null ? null : organizations.organization(organizationId);
  }

  @FieldResolver(() => OutcomeType, {
    nullable: true,
    description: 'The outcome it became; null when it did not.',
  })
  outcome(@Root() { outcomeId }: ProposalRecord, @Ctx() { catalog }: Context) {
    return outcomeId === null ? null : catalog.outcome(outcomeId);
  }
}

@Resolver(() => BadgeType)
export class CoCreatedBadgeResolver {
  @FieldResolver(() => CoCreationConnection, {
    description: 'Sessions with practitioners it was shaped in, newest first.',
  })
  coCreations(
    @Root() badge: BadgeRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { coCreation }: Context,
  ) {
    return coCreation.sessionsOfBadge(badge.id, page);
  }
}

@Resolver(() => OutcomeType)
export class ProposedOutcomeResolver {
  @FieldResolver(() => OutcomeProposalConnection, {
    description: 'The proposals of practitioners it came from, first made first.',
  })
  proposals(
    @Root() outcome: OutcomeRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { coCreation }: Context,
  ) {
    return coCreation.proposalsOfOutcome(outcome.id, page);
  }
}
