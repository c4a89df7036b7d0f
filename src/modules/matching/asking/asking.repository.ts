import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant } from '../../../platform/graph/types.ts';
import { claim } from '../matching.repository.ts';

export const askingStatements = {
  createRequest: write('matching/asking/create-candidate-request', {
    params: {
      organizationId: id,
      roleProfileId: id,
      id,
      digest: id,
      now: instant,
      expiresAt: instant,
      forgottenAt: instant,
    },
    row: { id },
    returns: 'one',
  }),
  requestBySecret: read('matching/asking/candidate-request-by-secret', {
    params: { digest: id, now: instant },
    row: {
      id,
      organizationName: z.string(),
      roleProfileId: id,
      expiresAt: dateTime,
      answeredAt: dateTime.nullable(),
    },
    returns: 'maybe',
  }),
  requestOfOrganization: read('matching/asking/candidate-request-of-organization', {
    params: { organizationId: id, id, now: instant },
    row: {
      id,
      roleProfileId: id,
      expiresAt: dateTime,
      forgottenAt: dateTime,
      answeredAt: dateTime.nullable(),
      sealedMatch: z.string().nullable(),
    },
    returns: 'maybe',
  }),
  answerRequest: write('matching/asking/answer-candidate-request', {
    params: { digest: id, now: instant, sealedMatch: id },
    row: { id },
    returns: 'maybe',
  }),
  presentedClaims: read('matching/asking/presented-claims', {
    params: { credentialIds: z.array(id) },
    row: claim,
    returns: 'many',
  }),
};
