import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { IdempotencyKey, RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { OrganizationType } from '../../identity/organization.type.ts';
import { Policy, PUBLIC, ROLES } from '../../identity/policy/policy.ts';
import { BadgeVersionType } from '../badge.type.ts';
import type { VersionRecord } from '../catalog.records.ts';
import type { EndorsementRecord } from './endorsement.records.ts';
import {
  EndorsementAnswerInput,
  EndorsementConnection,
  EndorsementFilterInput,
  EndorsementType,
} from './endorsement.type.ts';

const ERRORS = 'Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT, NOT_FOUND (unknown id)';

@Resolver(() => EndorsementType)
export class EndorsementsResolver {
  @Policy(PUBLIC)
  @Query(() => EndorsementType, {
    nullable: true,
    description:
      'An endorsement by id. Null when there is none, or when it was not accepted and you are on neither side of it.',
  })
  endorsement(
    @Arg('id', () => ID, { description: 'Id of the endorsement.' }) id: string,
    @Ctx() { endorsements }: Context,
  ) {
    return endorsements.endorsement(id);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'EMPLOYER', 'EXTERNAL_REVIEWER'))
  @Query(() => EndorsementConnection, {
    description: 'The endorsements your organisation gave or received, newest first.',
  })
  endorsements(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EndorsementFilterInput, {
      nullable: true,
      description: 'Which to show; all when left out.',
    })
    filter: EndorsementFilterInput | undefined,
    @Ctx() { endorsements }: Context,
  ) {
    return endorsements.endorsements(page, filter ?? {});
  }

  @Policy(ROLES('EMPLOYER', 'EXTERNAL_REVIEWER'))
  @Mutation(() => EndorsementType, {
    description: `Endorses the published version of another organisation’s badge; everybody sees it once the issuer has accepted. For EMPLOYER and EXTERNAL_REVIEWER. ${ERRORS}, CONFLICT (\`OWN_BADGE\`, \`NOT_PUBLISHED\`, \`ALREADY_ENDORSED\`).`,
  })
  endorseBadgeVersion(
    @Arg('badgeVersionId', () => ID, { description: 'Id of the version.' }) badgeVersionId: string,
    @Arg('statement', () => String, {
      description: 'What your organisation says in its favour, 1 to 2000 characters.',
    })
    statement: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { endorsements }: Context,
  ) {
    return endorsements.endorse(badgeVersionId, statement, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER', 'EXTERNAL_REVIEWER'))
  @Mutation(() => EndorsementType, {
    description: `Endorses another organisation as an issuer; everybody sees it once that has accepted. For EMPLOYER and EXTERNAL_REVIEWER. ${ERRORS}, CONFLICT (\`OWN_ORGANIZATION\`, \`ALREADY_ENDORSED\`).`,
  })
  endorseIssuer(
    @Arg('organizationId', () => ID, { description: 'Id of the organisation, which issues badges.' })
    organizationId: string,
    @Arg('statement', () => String, {
      description: 'What your organisation says in its favour, 1 to 2000 characters.',
    })
    statement: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { endorsements }: Context,
  ) {
    return endorsements.endorseIssuer(organizationId, statement, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => EndorsementType, {
    description: `Accepts an endorsement of your organisation or of a badge of it, or declines it. For ISSUER_ADMIN and ISSUER_STAFF. ${ERRORS}, CONFLICT (\`ALREADY_SETTLED\`).`,
  })
  answerEndorsement(
    @Arg('id', () => ID, { description: 'Id of the endorsement.' }) id: string,
    @Arg('answer', () => EndorsementAnswerInput, { description: 'What you answer.' })
    answer: EndorsementAnswerInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { endorsements }: Context,
  ) {
    return endorsements.answer(id, answer, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER', 'EXTERNAL_REVIEWER'))
  @Mutation(() => EndorsementType, {
    description: `Takes back an endorsement of your organisation; nobody else sees it from then on. For EMPLOYER and EXTERNAL_REVIEWER. ${ERRORS}, CONFLICT (\`ALREADY_SETTLED\`: declined or taken back before).`,
  })
  withdrawEndorsement(
    @Arg('id', () => ID, { description: 'Id of the endorsement.' }) id: string,
    @Arg('reason', () => String, {
      nullable: true,
      description: 'Why, for the issuer to read, at most 1000 characters.',
    })
    reason: string | undefined,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { endorsements }: Context,
  ) {
    return endorsements.withdraw(id, reason, idempotencyKey);
  }

  @FieldResolver(() => OrganizationType, { description: 'Who endorses.' })
  endorser(@Root() endorsement: EndorsementRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(endorsement.endorserId);
  }

  @FieldResolver(() => BadgeVersionType, {
    nullable: true,
    description: 'The version that is endorsed; null where the issuer itself is.',
  })
  badgeVersion(@Root() { versionId }: EndorsementRecord, @Ctx() { catalog }: Context) {
    return versionId === null ? null : catalog.version(versionId);
  }

  @FieldResolver(() => OrganizationType, {
    description: 'Who is endorsed, or whose badge; who accepts or declines it.',
  })
  issuer(@Root() { issuerId }: EndorsementRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(issuerId);
  }
}

@Resolver(() => OrganizationType)
export class EndorsedIssuerResolver {
  @FieldResolver(() => EndorsementConnection, {
    description:
      'Who endorses this organisation as an issuer (not its badges), newest first: what it accepted, and for itself and the endorser the rest, too.',
  })
  endorsements(
    @Root() { id }: OrganizationType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { endorsements }: Context,
  ) {
    return endorsements.endorsementsOfIssuer(id, page);
  }
}

@Resolver(() => BadgeVersionType)
export class EndorsedVersionResolver {
  @FieldResolver(() => EndorsementConnection, {
    description:
      'Who endorses this version, newest first: what the issuer accepted, and for issuer and endorser the rest, too.',
  })
  endorsements(
    @Root() version: VersionRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { endorsements }: Context,
  ) {
    return endorsements.endorsementsOf(version.id, page);
  }
}
