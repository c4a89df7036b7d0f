import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int } from '../../../platform/graph/types.ts';
import { cohortRecord, enrolmentRecord } from './enrolment.records.ts';

const ids = z.array(id);
const total = z.number().int();
const optional = id.nullable();
const cohort = { name: id, startsAt: instant, endsAt: instant };
const window = { beforeAt: instant, afterId: z.string(), limit: int };
const ofOrganization = { organizationId: id, unitId: optional, cohortId: optional, state: optional };

export const enrolmentStatements = {
  createCohort: write('learners/enrolment/create-cohort', {
    params: { organizationId: id, unitId: id, id, ...cohort },
    row: { id },
    returns: 'maybe',
  }),
  updateCohort: write('learners/enrolment/update-cohort', {
    params: { organizationId: id, id, ...cohort },
    row: { id },
    returns: 'maybe',
  }),
  cohortsByIds: read('learners/enrolment/cohorts-by-ids', {
    params: { ids },
    row: { cohort: cohortRecord },
    returns: 'many',
  }),
  cohortsOfOrganization: read('learners/enrolment/cohorts-of-organization', {
    params: { organizationId: id, unitId: optional, ...window },
    row: { cohort: cohortRecord },
    returns: 'many',
  }),
  cohortsOfOrganizationCount: read('learners/enrolment/cohorts-of-organization-count', {
    params: { organizationId: id, unitId: optional },
    row: { total },
    returns: 'one',
  }),
  lockEnrolment: write('learners/enrolment/lock-enrolment', {
    params: { learnerId: id, unitId: id, now: instant },
    row: { enrolmentId: optional },
    returns: 'maybe',
  }),
  createEnrolment: write('learners/enrolment/create-enrolment', {
    params: { organizationId: id, unitId: id, learnerId: id, cohortId: optional, id, now: instant },
    row: { id },
    returns: 'maybe',
  }),
  setEnrolmentState: write('learners/enrolment/set-enrolment-state', {
    params: { id, state: id, now: instant },
    row: { id },
    returns: 'maybe',
  }),
  enrolmentsByIds: read('learners/enrolment/enrolments-by-ids', {
    params: { ids },
    row: { enrolment: enrolmentRecord },
    returns: 'many',
  }),
  enrolmentsOfLearner: read('learners/enrolment/enrolments-of-learner', {
    params: { learnerId: id, ...window },
    row: { enrolment: enrolmentRecord },
    returns: 'many',
  }),
  enrolmentsOfLearnerCount: read('learners/enrolment/enrolments-of-learner-count', {
    params: { learnerId: id },
    row: { total },
    returns: 'one',
  }),
  enrolmentsOfOrganization: read('learners/enrolment/enrolments-of-organization', {
    params: { ...ofOrganization, ...window },
    row: { enrolment: enrolmentRecord },
    returns: 'many',
  }),
  enrolmentsOfOrganizationCount: read('learners/enrolment/enrolments-of-organization-count', {
    params: ofOrganization,
    row: { total },
    returns: 'one',
  }),
};
