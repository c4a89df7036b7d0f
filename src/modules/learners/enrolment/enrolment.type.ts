import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { OWN, Policy, ROLES } from '../../identity/policy/policy.ts';
import type { EnrolmentState } from './enrolment.records.ts';

export const EnrolmentStateEnum = enumOf<EnrolmentState>('EnrolmentState', 'Where an enrolment stands.', {
  ENROLLED: 'The learner is at it.',
  COMPLETED: 'They have worked through the unit; whether they can do it, the assessment says.',
  WITHDRAWN: 'They left, or were taken off it.',
});

@Policy(ROLES('LEARNER', 'ISSUER_ADMIN', 'ISSUER_STAFF'))
@ObjectType('Cohort', { description: 'Learners who learn a unit together.' })
export class CohortType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => Date, { description: 'When it starts (UTC).' })
  startsAt: Date;

  @Field(() => Date, { description: 'When it ends (UTC).' })
  endsAt: Date;
}

@Policy(
  OWN({ learner: 'learnerId', organization: 'organizationId', roles: ['ISSUER_ADMIN', 'ISSUER_STAFF'] }),
)
@ObjectType('Enrolment', { description: 'That a learner takes part in a learning unit.' })
export class EnrolmentType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'Who.' })
  learnerId: string;

  @Field(() => Date, { description: 'Since when (UTC).' })
  enrolledAt: Date;

  @Field(() => EnrolmentStateEnum, { description: 'Where it stands.' })
  state: EnrolmentState;

  @Field(() => Date, { description: 'Since when it stands there (UTC).' })
  stateChangedAt: Date;
}

export const CohortConnection = connectionOf(() => CohortType, 'Cohort');
export const EnrolmentConnection = connectionOf(() => EnrolmentType, 'Enrolment');

@InputType({ description: 'The name and the dates of a cohort.' })
export class CohortInput {
  @Field(() => String, { description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => Date, { description: 'When it starts (UTC).' })
  startsAt: Date;

  @Field(() => Date, { description: 'When it ends (UTC), later than it starts.' })
  endsAt: Date;
}

@InputType({ description: 'Which enrolments to show.' })
export class EnrolmentFilterInput {
  @Field(() => ID, { nullable: true, description: 'Those in this learning unit.' })
  learningUnitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those in this cohort.' })
  cohortId?: string | null;

  @Field(() => EnrolmentStateEnum, { nullable: true, description: 'Those in this state.' })
  state?: EnrolmentState | null;
}
