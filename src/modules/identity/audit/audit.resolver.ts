import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { OrganizationType } from '../organization.type.ts';
import { Policy, ROLES } from '../policy/policy.ts';
import type { EventRecord } from './audit.service.ts';
import {
  AuditEventConnection,
  AuditEventFilterInput,
  EventAboutMeConnection,
  EventAboutMeType,
} from './audit.type.ts';

@Resolver(() => EventAboutMeType)
export class AuditResolver {
  @Policy(ROLES('ISSUER_ADMIN', 'EMPLOYER', 'PLATFORM_ADMIN'))
  @Query(() => AuditEventConnection, {
    description:
      'What was done in your organisation and who looked at data of persons there, last first. For ISSUER_ADMIN, and for EMPLOYER with pseudonyms for persons; for PLATFORM_ADMIN what concerns no organisation in particular. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT.',
  })
  auditEvents(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AuditEventFilterInput, { nullable: true, description: 'Which events to show.' })
    filter: AuditEventFilterInput | undefined,
    @Arg('ofPlatform', () => Boolean, {
      nullable: true,
      description:
        'true: what concerns no organisation in particular, for PLATFORM_ADMIN; false: your organisation. When left out, what your roles let you see, your organisation first.',
    })
    ofPlatform: boolean | undefined,
    @Ctx() { audit }: Context,
  ) {
    return audit.list(page, filter ?? {}, ofPlatform);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => EventAboutMeConnection, {
    description:
      'Who did what with your data, for which organisation and purpose, last first. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  eventsAboutMe(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('readsOnly', () => Boolean, {
      defaultValue: false,
      description: 'true: only when somebody looked at your data.',
    })
    readsOnly: boolean,
    @Ctx() { audit }: Context,
  ) {
    return audit.aboutMe(page, readsOnly);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'For which organisation; null for the platform itself.',
  })
  organization(@Root() { chain }: EventRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(chain);
  }
}
