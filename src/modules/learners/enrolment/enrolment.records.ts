import { z } from 'zod';
import { dateTime, id } from '../../../platform/graph/types.ts';

export const ENROLMENT_STATES = ['ENROLLED', 'COMPLETED', 'WITHDRAWN'] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

export const cohortRecord = z.strictObject({
  id,
  organizationId: id,
  unitId: id,
  name: z.string(),
  startsAt: dateTime,
  endsAt: dateTime,
});

export const enrolmentRecord = z.strictObject({
  id,
  learnerId: id,
  organizationId: id,
  unitId: id,
  cohortId: id.nullable(),
  enrolledAt: dateTime,
  state: z.enum(ENROLMENT_STATES),
  stateChangedAt: dateTime,
});

export type CohortRecord = z.output<typeof cohortRecord>;
export type EnrolmentRecord = z.output<typeof enrolmentRecord>;
