import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int, rows } from '../../../platform/graph/types.ts';

const personKey = z.object({ id, wrapped: id }).nullable();

export const directStatements = {
  knownRecipients: read('credentials/issuing/known-recipients', {
    params: { organizationId: id, learnerIds: z.array(id) },
    row: {
      learnerId: id,
      known: z.boolean(),
      erased: z.boolean(),
      sealedProfile: z.string().nullable(),
      sealedRecipient: z.string().nullable(),
      key: personKey,
    },
    returns: 'many',
  }),
  waitingRecipients: read('credentials/issuing/waiting-recipients', {
    params: {
      organizationId: id,
      recipients: rows({ recipientIndex: id, emailIndex: id.nullable() }),
    },
    row: { recipientIndex: id, learnerId: id, key: personKey },
    returns: 'many',
  }),
  ownNames: read('credentials/issuing/own-names', {
    params: { learnerId: id, documents: z.boolean() },
    row: {
      sealedProfile: z.string().nullable(),
      sealedRecipient: z.string().nullable(),
      key: z.object({ id, wrapped: id }),
      credentials: z.array(z.object({ id, sealedDocument: id })),
    },
    returns: 'maybe',
  }),
  createWaitingLearners: write('credentials/issuing/create-waiting-learners', {
    params: {
      organizationId: id,
      now: instant,
      learners: rows({
        id,
        tieBreak: int,
        recipientIndex: id,
        sealedRecipient: id,
        keyId: id,
        wrapped: id,
        kek: id,
      }),
    },
    row: {},
    returns: 'none',
  }),
  badgeReviewers: read('credentials/issuing/badge-reviewers', {
    params: { ids: z.array(id) },
    row: { versionId: id, reviewers: z.array(id) },
    returns: 'many',
  }),
};
