import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { OWN, Policy } from '../../identity/policy/policy.ts';
import type { NoticeKind } from './notice.ts';

export const NoticeKindEnum = enumOf<NoticeKind>('NoticeKind', 'What a notice tells of a credential.', {
  ENDING_SOON: 'It came 90, 30 or 7 days before its end, without having been renewed.',
  ENDED: 'It reached its end, without having been renewed.',
});

@Policy(OWN({ learner: 'learnerId', organization: 'issuerId', roles: ['ISSUER_STAFF', 'ISSUER_ADMIN'] }))
@ObjectType('CredentialNotice', {
  description: 'That a credential, active and not renewed, came near its end: once for each number of days.',
})
export class CredentialNoticeType {
  @Field(() => ID, { description: 'The same for the same event, so that nobody has to act on it twice.' })
  id: string;

  @Field(() => NoticeKindEnum, { description: 'What it tells.' })
  kind: NoticeKind;

  @Field(() => Date, { description: 'When that was (UTC).' })
  at: Date;

  @Field(() => Int, { description: 'How many days before its end: 90, 30, 7, or 0 when it has ended.' })
  days: number;

  @Field(() => ID, { description: 'Id of the credential.' })
  credentialId: string;
}

export const CredentialNoticeConnection = connectionOf(() => CredentialNoticeType, 'CredentialNotice');
