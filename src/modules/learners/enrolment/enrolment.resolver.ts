import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { LearningUnitType } from '../../catalog/learning-unit.type.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { OrganizationType } from '../../identity/organization.type.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { CohortRecord, EnrolmentRecord, EnrolmentState } from './enrolment.records.ts';
import {
  CohortConnection,
  CohortInput,
  CohortType,
  EnrolmentConnection,
  EnrolmentFilterInput,
  EnrolmentStateEnum,
  EnrolmentType,
} from './enrolment.type.ts';

const STAFF = ROLES('ISSUER_ADMIN', 'ISSUER_STAFF');
const BY = 'For ISSUER_ADMIN and ISSUER_STAFF. Errors: UNAUTHENTICATED, FORBIDDEN';

@Resolver(() => EnrolmentType)
export class EnrolmentResolver {
  @Policy(ROLES('LEARNER'))
  @Query(() => EnrolmentConnection, {
    description:
      'What you are or were enrolled in, last first. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  myEnrolments(@Args(() => PageArgs) page: PageArgs, @Ctx() { enrolments }: Context) {
    return enrolments.mine(page);
  }

  @Policy(STAFF)
  @Query(() => EnrolmentConnection, {
    description: `Whom your organisation enrolled, last first. Each learner shown is audited. ${BY}.`,
  })
  enrolments(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EnrolmentFilterInput, {
      nullable: true,
      description: 'Which enrolments to show; all when left out.',
    })
    filter: EnrolmentFilterInput | undefined,
    @Ctx() { enrolments }: Context,
  ) {
    return enrolments.own(filter ?? {}, page);
  }

  @Policy(STAFF)
  @Mutation(() => EnrolmentType, {
    description: `Enrols a learner your organisation knows in one of its learning units. ${BY} (role, or a unit of another organisation), INVALID_INPUT (a cohort of another unit), NOT_FOUND naming the place, CONFLICT (\`ALREADY_ENROLLED\`).`,
  })
  enrolLearner(
    @Arg('learnerId', () => ID, { description: 'Who.' }) learnerId: string,
    @Arg('learningUnitId', () => ID, { description: 'In what: a unit of your organisation.' })
    learningUnitId: string,
    @Arg('cohortId', () => ID, { nullable: true, description: 'With whom: a cohort of that unit.' })
    cohortId: string | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { enrolments }: Context,
  ) {
    return enrolments.enrol({ learnerId, learningUnitId, cohortId: cohortId ?? null }, idempotencyKey);
  }

  @Policy(ROLES('LEARNER', 'ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => EnrolmentType, {
    description:
      'Ends an enrolment. ISSUER_ADMIN and ISSUER_STAFF say whether it was completed; a LEARNER can leave what they are enrolled in. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT (the state), NOT_FOUND, CONFLICT (`ENROLMENT_ENDED`).',
  })
  endEnrolment(
    @Arg('id', () => ID, { description: 'The enrolment.' }) id: string,
    @Arg('state', () => EnrolmentStateEnum, { description: 'COMPLETED or WITHDRAWN.' })
    state: EnrolmentState,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { enrolments }: Context,
  ) {
    return enrolments.end(id, state, idempotencyKey);
  }

  @FieldResolver(() => LearningUnitType, { description: 'In what.' })
  learningUnit(@Root() { unitId }: EnrolmentRecord, @Ctx() { catalog }: Context) {
    return catalog.unit(unitId);
  }

  @FieldResolver(() => CohortType, { nullable: true, description: 'With whom; null: on one’s own.' })
  cohort(@Root() { cohortId }: EnrolmentRecord, @Ctx() { cohorts }: Context) {
    return cohortId && cohorts.cohort(cohortId);
  }

  @FieldResolver(() => OrganizationType, { description: 'Who enrolled them.' })
  organization(@Root() { organizationId }: EnrolmentRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(organizationId);
  }
}

@Resolver(() => CohortType)
export class CohortResolver {
  @Policy(STAFF)
  @Query(() => CohortConnection, {
    description: `Cohorts of your organisation, those that start last first. ${BY}.`,
  })
  cohorts(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('learningUnitId', () => ID, {
      nullable: true,
      description: 'Of this learning unit; all when left out.',
    })
    learningUnitId: string | undefined,
    @Ctx() { cohorts }: Context,
  ) {
    return cohorts.own(learningUnitId ?? null, page);
  }

  @Policy(STAFF)
  @Mutation(() => CohortType, {
    description: `Opens a cohort of a learning unit of your organisation. ${BY} (role, or a unit of another organisation), INVALID_INPUT naming the place, NOT_FOUND.`,
  })
  createCohort(
    @Arg('learningUnitId', () => ID, { description: 'What it learns.' }) learningUnitId: string,
    @Arg('input', () => CohortInput, { description: 'Its name and dates.' }) input: CohortInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { cohorts }: Context,
  ) {
    return cohorts.create(learningUnitId, input, idempotencyKey);
  }

  @Policy(STAFF)
  @Mutation(() => CohortType, {
    description: `Replaces the name and the dates of a cohort. ${BY}, INVALID_INPUT naming the place, NOT_FOUND.`,
  })
  updateCohort(
    @Arg('id', () => ID, { description: 'The cohort.' }) id: string,
    @Arg('input', () => CohortInput, { description: 'Its name and dates from now on.' }) input: CohortInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { cohorts }: Context,
  ) {
    return cohorts.update(id, input, idempotencyKey);
  }

  @FieldResolver(() => LearningUnitType, { description: 'What it learns.' })
  learningUnit(@Root() { unitId }: CohortRecord, @Ctx() { catalog }: Context) {
    return catalog.unit(unitId);
  }
}
