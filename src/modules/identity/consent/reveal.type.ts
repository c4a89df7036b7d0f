import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, ROLES } from '../policy/policy.ts';
import type { RevealState } from './reveal.service.ts';

export const RevealStateEnum = enumOf<RevealState>('RevealState', 'What became of a reveal request.', {
  PENDING: 'The learner has not answered yet.',
  APPROVED: 'The learner said yes. Whether it still holds, the consent says.',
  DECLINED: 'The learner said no.',
  EXPIRED: 'The learner did not answer within 30 days.',
});

@InputType({ description: 'A question who a candidate is.' })
export class RequestRevealInput {
  @Field(() => ID, {
    description: 'The candidate, as `matchCandidates` names them. No candidate of yours now: NOT_FOUND.',
  })
  pseudonym: string;

  @Field(() => ID, {
    description: 'The role profile of your organisation that you ask for. Unknown: NOT_FOUND.',
  })
  roleProfileId: string;

  @Field(() => String, { description: 'What to tell the candidate, 1 to 2000 characters.' })
  message: string;
}

@Policy(ROLES('EMPLOYER'))
@ObjectType('RevealRequestReceipt', { description: 'A reveal request that was sent.' })
export class RevealRequestReceiptType {
  @Field(() => ID, { description: 'Identifier of the request.' })
  id: string;

  @Field(() => Date, { description: 'Until when the candidate can answer (UTC).' })
  expiresAt: Date;
}

@Policy(ROLES('LEARNER', 'EMPLOYER'))
@ObjectType('RevealRequestRole', { description: 'The role that an employer asks for.' })
export class RevealRequestRoleType {
  @Field(() => ID, { description: 'Identifier of the role profile.' })
  id: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;
}

@Policy(ROLES('LEARNER'))
@ObjectType('RevealRequest', { description: 'An employer asks who you are.' })
export class RevealRequestType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Date, { description: 'When it was asked (UTC).' })
  requestedAt: Date;

  @Field(() => Date, { description: 'Until when it can be answered (UTC).' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'When you answered (UTC); null: not yet.' })
  answeredAt: Date | null;

  @Field(() => RevealStateEnum, { description: 'What became of it.' })
  state: RevealState;

  @Field(() => String, { nullable: true, description: 'What the employer says.' })
  message: string | null;

  @Field(() => RevealRequestRoleType, {
    nullable: true,
    description: 'The role it is about; null when the role is gone.',
  })
  role: RevealRequestRoleType | null;
}

export const RevealRequestConnection = connectionOf(() => RevealRequestType, 'RevealRequest');

@Policy(ROLES('EMPLOYER'))
@ObjectType('SentRevealRequest', { description: 'What became of a question who a candidate is.' })
export class SentRevealRequestType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The candidate, as `matchCandidates` names them.' })
  pseudonym: string;

  @Field(() => Date, { description: 'When you asked (UTC).' })
  requestedAt: Date;

  @Field(() => Date, { description: 'Until when it can be answered (UTC).' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the candidate answered (UTC); null: not yet.' })
  answeredAt: Date | null;

  @Field(() => RevealStateEnum, {
    description:
      'What became of it. After APPROVED, `revealedCandidate` says who it is while the consent holds.',
  })
  state: RevealState;

  @Field(() => RevealRequestRoleType, {
    nullable: true,
    description: 'The role it is about; null when the role is gone.',
  })
  role: RevealRequestRoleType | null;
}

export const SentRevealRequestConnection = connectionOf(() => SentRevealRequestType, 'SentRevealRequest');

@Policy(ROLES('EMPLOYER'))
@ObjectType('RevealedCandidate', { description: 'Who a candidate is, as long as they let you know.' })
export class RevealedCandidateType {
  @Field(() => ID, { description: 'The pseudonym asked for.' })
  pseudonym: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'E-mail address.' })
  email: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When the consent ends by itself (UTC); it can be withdrawn before. Null: it does not end.',
  })
  until: Date | null;
}
