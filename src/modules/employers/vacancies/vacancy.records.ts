import { z } from 'zod';
import { dateTime, id } from '../../../platform/graph/types.ts';

export const VACANCY_STATES = ['OPEN', 'CLOSED', 'FILLED'] as const;
export type VacancyState = (typeof VACANCY_STATES)[number];
export type VacancyEnd = Exclude<VacancyState, 'OPEN'>;

export const vacancyRecord = z.strictObject({
  id,
  employerId: id,
  profileId: id,
  region: z.string().nullable(),
  opensAt: dateTime,
  closesAt: dateTime.nullable(),
  openings: z.number().int(),
  contactUrl: z.string().nullable(),
  state: z.enum(VACANCY_STATES),
  endedAt: dateTime.nullable(),
});
export type VacancyRecord = z.output<typeof vacancyRecord>;
