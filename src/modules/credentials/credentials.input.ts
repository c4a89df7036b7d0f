import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../platform/graphql/connection.ts';
import type { CredentialStatus } from './credential.ts';
import { CredentialStatusEnum } from './credential.type.ts';

@InputType({ description: 'An award: a passed result, and the badge it leads to.' })
export class IssueCredentialInput {
  @Field(() => ID, {
    description:
      'The result the award rests on. It has to be a pass (else INVALID_INPUT, `NOT_PASSED`) of work the organisation assesses or has a badge for (else NOT_FOUND).',
  })
  resultId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The version of the badge to issue: published, of your organisation and awarded for the assessment of the result. Needed only when that assessment leads to several badges (else INVALID_INPUT, `BADGE_AMBIGUOUS`).',
  })
  badgeVersionId?: string;
}

@ArgsType()
export class CredentialsArgs extends PageArgs {
  @Field(() => CredentialStatusEnum, { nullable: true, description: 'Only those with this status.' })
  status?: CredentialStatus;
}
