import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import type { Page } from '../../../platform/paging.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { CredentialType } from '../credential.type.ts';
import type { CredentialNotice } from './notice.ts';
import { CredentialNoticeConnection, CredentialNoticeType } from './notice.type.ts';
import { NOTICES_BACK } from './notices.service.ts';

const READERS = ROLES('LEARNER', 'ISSUER_STAFF', 'ISSUER_ADMIN');
const WHOSE =
  'to learners of the credentials they hold, to staff of those their organisation has issued. Needs LEARNER, ISSUER_STAFF or ISSUER_ADMIN (else UNAUTHENTICATED or FORBIDDEN); INVALID_INPUT';
const Since = (unless: string) =>
  Arg('since', () => Date, {
    nullable: true,
    description: `Only what happened from this instant on, at most ${NOTICES_BACK.max} days ago (else INVALID_INPUT); ${unless} when left out.`,
  });

@Resolver(() => CredentialNoticeType)
export class NoticesResolver {
  @Policy(READERS)
  @Query(() => CredentialNoticeConnection, {
    description: `That credentials came near their end, the first first: ${WHOSE}. Keep the last cursor, and ask with it for what happened since.`,
  })
  credentialNotices(
    @Args(() => PageArgs) page: PageArgs,
    @Since(`${NOTICES_BACK.days} days ago`) since: Date | undefined,
    @Ctx() { notices }: Context,
  ): Promise<Page<CredentialNotice>> {
    return notices.list(page, since ?? null);
  }

  @Policy(READERS)
  @Subscription(() => CredentialNoticeType, {
    subscribe: ({ args, context }) =>
      (context as Context).notices.watch((args['since'] as Date | undefined) ?? null),
    description: `That credentials come near their end, each as it happens (looked for every five seconds): ${WHOSE}. At \`/graphql/stream\`, as server-sent events; it ends after a quarter of an hour: subscribe again, with the last \`at\` as \`since\`.`,
  })
  credentialNoticed(
    @Root() notice: CredentialNotice,
    @Since('now') _since: Date | undefined,
  ): CredentialNotice {
    return notice;
  }

  @FieldResolver(() => CredentialType, {
    nullable: true,
    description: 'The credential; null when it is gone by now.',
  })
  credential(@Root() { credentialId }: CredentialNotice, @Ctx() { credentials }: Context) {
    return credentials.credential(credentialId);
  }
}
