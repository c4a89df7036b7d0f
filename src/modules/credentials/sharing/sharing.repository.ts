import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../platform/graph/types.ts';

export const sharingStatements = {
  createShare: write('credentials/shares/create-share', {
    params: {
      learnerId: id,
      credentialId: id,
      id,
      digest: id,
      now: instant,
      expiresAt: instant,
      most: int,
    },
    row: { live: z.number() },
    returns: 'maybe',
  }),
  deleteShare: write('credentials/shares/delete-share', {
    params: { learnerId: id, id },
    row: { credentialId: id },
    returns: 'maybe',
  }),
  setPublic: write('credentials/shares/set-public', {
    params: { learnerId: id, credentialId: id, public: z.boolean(), now: instant },
    row: { id },
    returns: 'maybe',
  }),
  sharesOfCredentials: read('credentials/shares/shares-of-credentials', {
    params: { learnerId: id, ids: z.array(id), now: instant },
    row: { credentialId: id, id, createdAt: dateTime, expiresAt: dateTime },
    returns: 'many',
  }),
  shownCredential: read('credentials/shares/shown-credential', {
    params: { id, digest: z.string(), now: instant },
    row: {
      learnerId: id,
      sealedDocument: id,
      key: z.object({ id, wrapped: id }),
      byLink: z.boolean(),
    },
    returns: 'maybe',
  }),
};
