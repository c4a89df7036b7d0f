import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../../context.ts';
import { PageArgs } from '../../../../platform/graphql/connection.ts';
import { RoleProfileConnection } from '../../../employers/role-profile.type.ts';
import { IdempotencyKey } from '../../../identity/idempotency-key.ts';
import { OrganizationType } from '../../../identity/organization.type.ts';
import { Policy, PUBLIC, ROLES } from '../../../identity/policy/policy.ts';
import { BadgeConnection, BadgeType, BadgeVersionType } from '../../badge.type.ts';
import { BadgeChangeConnection } from '../../badges/badge-change.type.ts';
import type { BadgeRecord } from '../../catalog.records.ts';
import type { Impact } from './impact.service.ts';
import {
  ChangeProposalConnection,
  ChangeProposalFilterInput,
  ChangeProposalInput,
  ChangeProposalType,
  CONTRIBUTORS,
  ProposalCommentConnection,
  ProposalCommentInput,
  ProposalCommentType,
  ProposalImpactType,
  ProposedEditType,
} from './proposal.type.ts';
import type { CommentRecord, ProposalRecord } from './proposals.records.ts';

const ERRORS = 'Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND';

@Resolver(() => ChangeProposalType)
export class ProposalsResolver {
  @Policy(PUBLIC)
  @Query(() => ChangeProposalType, {
    nullable: true,
    description:
      'A change proposal by id: one that was decided on for anybody, an open one for the issuer and the organisation it comes from. Null otherwise and when there is none.',
  })
  changeProposal(
    @Arg('id', () => ID, { description: 'Id of the proposal.' }) id: string,
    @Ctx() { proposals }: Context,
  ) {
    return proposals.proposal(id);
  }

  @Policy(CONTRIBUTORS)
  @Query(() => ChangeProposalConnection, {
    description:
      'Proposals to change the badges of your organisation, and those your organisation made; the last first. Errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  changeProposals(
    @Arg('filter', () => ChangeProposalFilterInput, {
      nullable: true,
      description: 'Which ones; all when left out.',
    })
    filter: ChangeProposalFilterInput | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { proposals }: Context,
  ) {
    return proposals.mine(page, filter);
  }

  @Policy(CONTRIBUTORS)
  @Mutation(() => ChangeProposalType, {
    description: `Proposes to change what is published of a badge. For staff and admins of its issuer, and for EXTERNAL_REVIEWER and EMPLOYER of any organisation. ${ERRORS}, CONFLICT (\`NOT_PUBLISHED\`).`,
  })
  proposeChange(
    @Arg('badgeId', () => ID, { description: 'Id of the badge.' }) badgeId: string,
    @Arg('input', () => ChangeProposalInput, { description: 'What shall be changed, and why.' })
    input: ChangeProposalInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { proposing }: Context,
  ) {
    return proposing.propose(badgeId, input, idempotencyKey);
  }

  @Policy(CONTRIBUTORS)
  @Mutation(() => ChangeProposalType, {
    description: `Comments on a change proposal, perhaps on certain words of the badge. For staff and admins of the issuer, and for members of the organisation it comes from. Answers the proposal. ${ERRORS}.`,
  })
  commentOnProposal(
    @Arg('proposalId', () => ID, { description: 'Id of the proposal.' }) proposalId: string,
    @Arg('input', () => ProposalCommentInput, { description: 'What to say.' }) input: ProposalCommentInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { proposing }: Context,
  ) {
    return proposing.comment(proposalId, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ChangeProposalType, {
    description: `Accepts a change proposal. For staff and admins of the issuer, except whoever made it (SEPARATION_OF_DUTIES). ${ERRORS}, CONFLICT (\`DECIDED\`).`,
  })
  acceptProposal(
    @Arg('proposalId', () => ID, { description: 'Id of the proposal.' }) proposalId: string,
    @Arg('reason', () => String, { description: 'Why, 1 to 5000 characters. Public.' }) reason: string,
    @Arg('badgeVersionId', () => ID, {
      nullable: true,
      description: 'The later version of the badge that carries it out, if there is one already.',
    })
    badgeVersionId: string | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { proposing }: Context,
  ) {
    const decision = { state: 'ACCEPTED', reason, versionId: badgeVersionId ?? null } as const;
    return proposing.decide(proposalId, decision, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ChangeProposalType, {
    description: `Declines a change proposal. For staff and admins of the issuer, except whoever made it (SEPARATION_OF_DUTIES). ${ERRORS}, CONFLICT (\`DECIDED\`).`,
  })
  declineProposal(
    @Arg('proposalId', () => ID, { description: 'Id of the proposal.' }) proposalId: string,
    @Arg('reason', () => String, { description: 'Why, 1 to 5000 characters. Public.' }) reason: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { proposing }: Context,
  ) {
    return proposing.decide(proposalId, { state: 'DECLINED', reason }, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ChangeProposalType, {
    description: `Says which later version of the badge carried out an accepted proposal. For staff and admins of the issuer. ${ERRORS}, CONFLICT (\`NOT_ACCEPTED\`, \`CARRIED_OUT\`).`,
  })
  carryOutProposal(
    @Arg('proposalId', () => ID, { description: 'Id of the proposal.' }) proposalId: string,
    @Arg('badgeVersionId', () => ID, { description: 'A version after the one it would change.' })
    badgeVersionId: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { proposing }: Context,
  ) {
    return proposing.carryOut(proposalId, badgeVersionId, idempotencyKey);
  }

  @FieldResolver(() => BadgeType, { description: 'The badge.' })
  badge(@Root() proposal: ProposalRecord, @Ctx() { catalog }: Context) {
    return catalog.badge(proposal.badgeId);
  }

  @FieldResolver(() => BadgeVersionType, { description: 'The version it would change.' })
  version(@Root() proposal: ProposalRecord, @Ctx() { catalog }: Context) {
    return catalog.version(proposal.versionId);
  }

  @FieldResolver(() => BadgeVersionType, {
    nullable: true,
    description:
      'The version that carried it out; null while none did, or for outsiders while that is a draft.',
  })
  carriedOutBy(@Root() proposal: ProposalRecord, @Ctx() { catalog }: Context) {
    return proposal.carriedOutById === null ? null : catalog.version(proposal.carriedOutById);
  }

  @FieldResolver(() => OrganizationType, { description: 'The organisation it comes from.' })
  organization(@Root() proposal: ProposalRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(proposal.organizationId);
  }

  @FieldResolver(() => [ProposedEditType], {
    description: 'What shall be changed, text by text; at most 30.',
  })
  edits(@Root() proposal: ProposalRecord, @Ctx() { proposals }: Context) {
    return proposals.editsOf(proposal);
  }

  @FieldResolver(() => BadgeChangeConnection, {
    description:
      'In what the badge would differ from what it says: the version compared with itself after the edits.',
  })
  changes(
    @Root() proposal: ProposalRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { proposals }: Context,
  ) {
    return proposals.changesOf(proposal, page);
  }

  @FieldResolver(() => ProposalCommentConnection, {
    description: 'What was said about it, in the order it was.',
  })
  comments(
    @Root() proposal: ProposalRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { proposals }: Context,
  ) {
    return proposals.commentsOf(proposal.id, page);
  }

  @Policy(CONTRIBUTORS)
  @FieldResolver(() => ProposalImpactType, {
    nullable: true,
    description:
      'What it would touch. For members of the issuer and of the organisation it comes from; null for members of others. Errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  impact(@Root() proposal: ProposalRecord, @Ctx() { impacts }: Context) {
    return impacts.of(proposal);
  }
}

@Resolver(() => ProposalCommentType)
export class ProposalCommentResolver {
  @FieldResolver(() => OrganizationType, { description: 'For which organisation it was said.' })
  organization(@Root() comment: CommentRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(comment.organizationId);
  }
}

@Resolver(() => ProposalImpactType)
export class ProposalImpactResolver {
  @FieldResolver(() => BadgeConnection, {
    description: 'Stacked credentials that are awarded now and include the badge.',
  })
  stacks(@Root() impact: Impact, @Args(() => PageArgs) page: PageArgs, @Ctx() { catalog }: Context) {
    return catalog.badgesOf(impact.stackIds, page);
  }

  @FieldResolver(() => RoleProfileConnection, {
    description:
      'Published role profiles that ask for a skill which an outcome it touches shows, in order of title.',
  })
  roleProfiles(@Root() impact: Impact, @Args(() => PageArgs) page: PageArgs, @Ctx() { employers }: Context) {
    return employers.profilesOf(impact.roleIds, page);
  }
}

@Resolver(() => BadgeType)
export class BadgeProposalResolver {
  @FieldResolver(() => ChangeProposalConnection, {
    description: 'Proposals to change it that were decided on, the last first.',
  })
  changeProposals(
    @Root() badge: BadgeRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { proposals }: Context,
  ) {
    return proposals.ofBadge(badge.id, page);
  }
}
