import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int } from '../../../platform/graph/types.ts';
import { VACANCY_STATES, vacancyRecord } from './vacancy.records.ts';

const viewer = { memberOf: z.array(id), now: instant };
const filter = {
  ...viewer,
  states: z.array(z.enum(VACANCY_STATES)),
  employerId: id.nullable(),
  roleProfileId: id.nullable(),
  region: z.string().nullable(),
  skillUri: z.string().nullable(),
};
const terms = {
  id,
  region: z.string().nullable(),
  opensAt: instant,
  closesAt: instant.nullable(),
  openings: int,
  contactUrl: z.string().nullable(),
};

export const vacancyStatements = {
  byIds: read('employers/vacancies/vacancies-by-ids', {
    params: { ...viewer, ids: z.array(id) },
    row: { vacancy: vacancyRecord },
    returns: 'many',
  }),
  byOpening: read('employers/vacancies/vacancies-by-opening', {
    params: { ...filter, beforeAt: instant, afterId: z.string(), limit: int },
    row: { vacancy: vacancyRecord },
    returns: 'many',
  }),
  count: read('employers/vacancies/vacancies-count', {
    params: filter,
    row: { total: z.number().int() },
    returns: 'one',
  }),
  create: write('employers/vacancies/create-vacancy', {
    params: { ...terms, employerId: id, roleProfileId: id },
    row: { id },
    returns: 'maybe',
  }),
  update: write('employers/vacancies/update-vacancy', { params: terms, row: { id }, returns: 'one' }),
  end: write('employers/vacancies/end-vacancy', {
    params: { id, now: instant, state: z.enum(VACANCY_STATES) },
    row: { id },
    returns: 'one',
  }),
  lock: write('employers/vacancies/lock-vacancy', {
    params: { id },
    row: { employerId: id, state: z.enum(VACANCY_STATES) },
    returns: 'maybe',
  }),
};
