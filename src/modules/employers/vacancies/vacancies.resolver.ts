import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { OrganizationType } from '../../identity/organization.type.ts';
import { Policy, PUBLIC, ROLES } from '../../identity/policy/policy.ts';
import { RoleProfileType } from '../role-profile.type.ts';
import { VacancyFilterInput, VacancyInput, VacancyTermsInput } from './vacancy.input.ts';
import type { VacancyEnd, VacancyRecord } from './vacancy.records.ts';
import { VacancyConnection, VacancyEndEnum, VacancyType } from './vacancy.type.ts';

const BY =
  'For EMPLOYER. Errors: UNAUTHENTICATED, FORBIDDEN (role, or something of another organisation), INVALID_INPUT naming the place, NOT_FOUND (unknown id)';

@Resolver(() => VacancyType)
export class VacanciesResolver {
  @Policy(PUBLIC)
  @Query(() => VacancyType, {
    nullable: true,
    description: 'A vacancy by id. Null when there is none, or when it is not open and of another employer.',
  })
  vacancy(
    @Arg('id', () => ID, { description: 'Id of the vacancy.' }) id: string,
    @Ctx() { vacancies }: Context,
  ) {
    return vacancies.vacancy(id);
  }

  @Policy(PUBLIC)
  @Query(() => VacancyConnection, {
    description:
      'Vacancies, the one that opened last first: open ones, unless the filter asks for other states.',
  })
  vacancies(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => VacancyFilterInput, { nullable: true, description: 'Which vacancies to show.' })
    filter: VacancyFilterInput | undefined,
    @Ctx() { vacancies }: Context,
  ) {
    return vacancies.vacancies(page, filter ?? {});
  }

  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => VacancyType, {
    description: `Opens a vacancy for a published version of a role profile. ${BY}, CONFLICT (the version is not published).`,
  })
  createVacancy(
    @Arg('input', () => VacancyInput, { description: 'What it says.' }) input: VacancyInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { vacancies }: Context,
  ) {
    return vacancies.create(input, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => VacancyType, {
    description: `Replaces everything a vacancy says but the role profile it is for. ${BY}, CONFLICT (it has ended).`,
  })
  updateVacancy(
    @Arg('id', () => ID, { description: 'Id of the vacancy.' }) id: string,
    @Arg('input', () => VacancyTermsInput, { description: 'Everything it shall say.' })
    input: VacancyTermsInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { vacancies }: Context,
  ) {
    return vacancies.update(id, input, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => VacancyType, {
    description: `Ends a vacancy; only your organisation sees it from then on. ${BY}, CONFLICT (it has ended already).`,
  })
  endVacancy(
    @Arg('id', () => ID, { description: 'Id of the vacancy.' }) id: string,
    @Arg('state', () => VacancyEndEnum, { description: 'Filled, or closed without anybody.' })
    state: VacancyEnd,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { vacancies }: Context,
  ) {
    return vacancies.end(id, state, idempotencyKey);
  }

  @FieldResolver(() => OrganizationType, { description: 'Who seeks somebody.' })
  employer(@Root() vacancy: VacancyRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(vacancy.employerId);
  }

  @FieldResolver(() => RoleProfileType, { description: 'The version of the role profile it is for.' })
  roleProfile(@Root() vacancy: VacancyRecord, @Ctx() { employers }: Context) {
    return employers.profile(vacancy.profileId);
  }

  @FieldResolver(() => GraphQLJSONObject, {
    description:
      'The vacancy as schema.org JobPosting: put it into a page as JSON-LD. schema.org has no place for level, necessity and evidence; they stand in words with each skill.',
  })
  jobPosting(@Root() vacancy: VacancyRecord, @Ctx() { vacancies }: Context) {
    return vacancies.posting(vacancy);
  }
}
