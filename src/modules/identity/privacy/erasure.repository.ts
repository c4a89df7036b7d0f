import { z } from 'zod';
import { write } from '../../../platform/graph/statement.ts';
import { id, instant } from '../../../platform/graph/types.ts';
import { ORGANIZATION_KINDS } from '../organization.repository.ts';
import { ROLES } from '../viewer.ts';

const ofLearner = { params: { learnerId: id }, row: {}, returns: 'none' } as const;

export const erasureStatements = {
  lockErasure: write('identity/privacy/lock-erasure', {
    params: { learnerId: id, now: instant },
    row: {
      memberships: z.array(
        z.strictObject({
          personId: id,
          organizationId: id,
          kinds: z.array(z.enum(ORGANIZATION_KINDS)).nullable(),
          roles: z.array(z.enum(ROLES)),
        }),
      ),
      registeredBy: z.array(id),
    },
    returns: 'maybe',
  }),
  eraseCredentials: write('identity/privacy/erase-credentials', {
    params: { learnerId: id, now: instant },
    row: {},
    returns: 'none',
  }),
  eraseFeedback: write('identity/privacy/erase-feedback', ofLearner),
  eraseSubmissions: write('identity/privacy/erase-submissions', ofLearner),
  eraseRecords: write('identity/privacy/erase-records', ofLearner),
  erasePortfolio: write('identity/privacy/erase-portfolio', ofLearner),
  eraseAgreements: write('identity/privacy/erase-agreements', ofLearner),
  erasePerson: write('identity/privacy/erase-person', {
    params: { learnerId: id, now: instant },
    row: { id },
    returns: 'one',
  }),
};
