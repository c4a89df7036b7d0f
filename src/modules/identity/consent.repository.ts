import { z } from 'zod';
import { read, write } from '../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../platform/graph/types.ts';
import { CONSENT_PURPOSES } from './consent.rules.ts';

const consentRecord = z.strictObject({
  id,
  organizationId: id,
  purpose: z.enum(CONSENT_PURPOSES),
  scopes: z
    .array(z.string())
    .nullable()
    .transform((scopes) => scopes ?? []),
  grantedAt: dateTime,
  expiresAt: dateTime.nullable(),
  revokedAt: dateTime.nullable(),
  policyVersion: z.string().nullable(),
  textHash: z.string().nullable(),
});

export type ConsentRecord = z.output<typeof consentRecord>;

const row = { consent: consentRecord };

export const consentStatements = {
  consentsOfLearner: read('identity/consents-of-learner', {
    params: {
      learnerId: id,
      activeOnly: z.boolean(),
      now: instant,
      beforeAt: instant,
      afterId: z.string(),
      limit: int,
    },
    row,
    returns: 'many',
  }),
  consentsOfLearnerCount: read('identity/consents-of-learner-count', {
    params: { learnerId: id, activeOnly: z.boolean(), now: instant },
    row: { total: z.number().int() },
    returns: 'one',
  }),
  consentOfLearner: read('identity/consent-of-learner', {
    params: { learnerId: id, id },
    row,
    returns: 'maybe',
  }),
  grantConsent: write('identity/grant-consent', {
    params: {
      learnerId: id,
      organizationId: id,
      id,
      purpose: id,
      scopes: z.array(z.string()),
      now: instant,
      expiresAt: instant.nullable(),
      policyVersion: id,
      textHash: id,
    },
    row,
    returns: 'maybe',
  }),
  withdrawConsent: write('identity/withdraw-consent', {
    params: { learnerId: id, id, now: instant },
    row,
    returns: 'maybe',
  }),
};
