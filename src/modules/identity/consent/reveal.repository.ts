import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../platform/graph/types.ts';
import { disclosure } from './disclosure.ts';

const key = z.strictObject({ id, wrapped: z.string(), kek: z.string() });

export const revealStatements = {
  consentingLearners: read('identity/consent/consenting-learners', {
    params: { disclosure },
    row: { learnerId: id },
    returns: 'many',
  }),
  revealedLearners: read('identity/consent/revealed-learners', {
    params: { disclosure, learnerIds: z.array(id) },
    row: {
      learnerId: id,
      sealedProfile: z.string().nullable(),
      key,
      consentId: id,
      expiresAt: dateTime.nullable(),
    },
    returns: 'many',
  }),
  lockRevealRequests: write('identity/consent/lock-reveal-requests', {
    params: { organizationId: id, learnerId: id, now: instant, since: instant, recently: instant },
    row: { key: key.nullable(), today: z.array(dateTime), recent: z.number().int() },
    returns: 'one',
  }),
  createRevealRequest: write('identity/consent/create-reveal-request', {
    params: {
      organizationId: id,
      roleProfileId: id,
      learnerId: id,
      id,
      now: instant,
      expiresAt: instant,
      sealedMessage: id,
    },
    row: { id },
    returns: 'maybe',
  }),
  revealRequestsOfLearner: read('identity/consent/reveal-requests-of-learner', {
    params: {
      learnerId: id,
      id: id.nullable(),
      beforeAt: instant,
      afterId: z.string(),
      limit: int,
    },
    row: {
      id,
      requestedAt: dateTime,
      expiresAt: dateTime,
      answeredAt: dateTime.nullable(),
      approved: z.boolean().nullable(),
      sealedMessage: z.string(),
      organizationId: id,
      role: z.strictObject({ id, title: z.string() }).nullable(),
      key: key.nullable(),
    },
    returns: 'many',
  }),
  revealRequestsOfLearnerCount: read('identity/consent/reveal-requests-of-learner-count', {
    params: { learnerId: id },
    row: { total: z.number().int() },
    returns: 'one',
  }),
  revealRequestsOfOrganization: read('identity/consent/reveal-requests-of-organization', {
    params: {
      disclosure,
      roleProfileId: id.nullable(),
      beforeAt: instant,
      afterId: z.string(),
      limit: int,
    },
    row: {
      id,
      requestedAt: dateTime,
      expiresAt: dateTime,
      answeredAt: dateTime.nullable(),
      approved: z.boolean().nullable(),
      learnerId: id,
      role: z.strictObject({ id, title: z.string() }).nullable(),
    },
    returns: 'many',
  }),
  revealRequestsOfOrganizationCount: read('identity/consent/reveal-requests-of-organization-count', {
    params: { disclosure, roleProfileId: id.nullable() },
    row: { total: z.number().int() },
    returns: 'one',
  }),
  answerRevealRequest: write('identity/consent/answer-reveal-request', {
    params: { learnerId: id, id, now: instant, approve: z.boolean() },
    row: { id, organizationId: id, expiresAt: dateTime, approved: z.boolean(), changed: z.boolean() },
    returns: 'maybe',
  }),
};
