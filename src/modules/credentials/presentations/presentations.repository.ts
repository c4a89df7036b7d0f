import { z } from 'zod';
import { write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant } from '../../../platform/graph/types.ts';

const digest = z.string();

export const presentationStatements = {
  ask: write('credentials/presentations/ask-for-presentation', {
    params: {
      organizationId: id,
      digest,
      domain: z.string(),
      now: instant,
      expiresAt: instant,
      forgetBefore: instant,
    },
    row: { digest },
    returns: 'one',
  }),
  hold: write('credentials/presentations/hold-presentation-request', {
    params: { organizationId: id, digest, now: instant },
    row: { domain: z.string(), expiresAt: dateTime, answeredAt: dateTime.nullable() },
    returns: 'maybe',
  }),
  answer: write('credentials/presentations/answer-presentation-request', {
    params: { digest, now: instant },
    row: { digest },
    returns: 'one',
  }),
};
