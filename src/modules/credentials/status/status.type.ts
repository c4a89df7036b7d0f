import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { StatusAudience } from '../credential.ts';
import { BULK_LIMIT } from './bulk.rules.ts';
import { REFRESH_LIMIT } from './refreshing.service.ts';
import { StatusAudienceEnum, StatusChangeEnum } from './status.enums.ts';
import type { StatusChange } from './status.rules.ts';

@InputType({
  description:
    'A change of many credentials that your organisation issued: those that fit all of badgeVersionId, cohortId and signedWith that are given. At least one is needed (else INVALID_INPUT).',
})
export class ChangeCredentialStatusesInput {
  @Field(() => StatusChangeEnum, { description: 'What to do.' })
  change: StatusChange;

  @Field(() => String, { description: 'Why: 1 to 500 characters.' })
  reason: string;

  @Field(() => StatusAudienceEnum, { nullable: true, description: 'Who may know why; HOLDER when left out.' })
  audience?: StatusAudience;

  @Field(() => ID, { nullable: true, description: 'Those of this version of a badge.' })
  badgeVersionId?: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Those that the learners of this cohort of your organisation hold for a badge awarded for an assessment of its learning unit.',
  })
  cohortId?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Those signed with this key, as the proof in the document and the DID document of the issuer name it (`did:web:…#…`).',
  })
  signedWith?: string;

  @Field(() => Int, {
    nullable: true,
    description: `How many to change in this call, all or none: 1 to ${BULK_LIMIT.max}; ${BULK_LIMIT.default} when left out.`,
  })
  limit?: number;
}

@InputType({
  description: 'Which credentials to issue anew for the version of their badge that is awarded now.',
})
export class RefreshCredentialsInput {
  @Field(() => ID, { description: 'Id of the published version, whose `renewal` is REFRESH.' })
  badgeVersionId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where to go on: `next` of the call before; from the beginning when left out.',
  })
  after?: string;

  @Field(() => Int, {
    nullable: true,
    description: `How many credentials to look at in this call: 1 to ${REFRESH_LIMIT.max}; ${REFRESH_LIMIT.default} when left out.`,
  })
  limit?: number;
}

@Policy(ROLES('ISSUER_STAFF', 'ISSUER_ADMIN'))
@ObjectType('RefreshedCredentials', { description: 'What came of issuing credentials anew.' })
export class RefreshedCredentialsType {
  @Field(() => Int, { description: 'How many were issued anew; those they replace are revoked.' })
  refreshed: number;

  @Field(() => Int, {
    description:
      'How many stay as they are: the new version asks for an assessment that was not passed or for surer knowledge of who it is, would have ended by now, or you graded the work yourself.',
  })
  unable: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Send the mutation again with this as `after`, and another idempotencyKey; null when all were looked at.',
  })
  next: string | null;
}

@Policy(ROLES('ISSUER_STAFF', 'ISSUER_ADMIN'))
@ObjectType('CredentialStatusesProgress', { description: 'How far a change of many credentials is.' })
export class CredentialStatusesProgressType {
  @Field(() => Int, { description: 'How many credentials this call changed.' })
  changed: number;

  @Field(() => Int, {
    description: 'How many are left: send the mutation again with another idempotencyKey until this is 0.',
  })
  left: number;

  @Field(() => Int, {
    description:
      'How many cannot be suspended or reinstated, because their signed documents can only say that they were withdrawn for good; 0 for REVOKE.',
  })
  unable: number;
}
