import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import type { VacancyEnd, VacancyState } from './vacancy.records.ts';

export const VacancyStateEnum = enumOf<VacancyState>('VacancyState', 'Where a vacancy stands.', {
  OPEN: 'People can apply, or will be able to when it opens.',
  CLOSED: 'It was closed, or its last day has passed.',
  FILLED: 'Somebody was found.',
});

export const VacancyEndEnum = enumOf<VacancyEnd>('VacancyEnd', 'How a vacancy ends.', {
  CLOSED: 'Without anybody.',
  FILLED: 'Somebody was found.',
});

@Policy(PUBLIC)
@ObjectType('Vacancy', {
  description:
    'That an employer seeks people for one published version of a role profile. It stays with that version when another follows.',
})
export class VacancyType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => VacancyStateEnum, { description: 'Open, closed or filled, now.' })
  state: VacancyState;

  @Field(() => String, {
    nullable: true,
    description: 'Where the work is, as ISO 3166 code; null: anywhere.',
  })
  region: string | null;

  @Field(() => Date, { description: 'From when people can apply (UTC); it is public from then on.' })
  opensAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when people can apply (UTC); null: until it is ended.',
  })
  closesAt: Date | null;

  @Field(() => Int, { description: 'How many people are sought.' })
  openings: number;

  @Field(() => String, { nullable: true, description: 'Where to apply or ask; null when not stated.' })
  contactUrl: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was closed or filled (UTC); null before, and when it ran out.',
  })
  endedAt: Date | null;
}

export const VacancyConnection = connectionOf(() => VacancyType, 'Vacancy');
