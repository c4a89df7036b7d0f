import { z } from 'zod';
import { read } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../platform/graph/types.ts';

const span = { since: instant, now: instant, latest: instant, days: z.array(int) };
const page = { ...span, afterAt: instant, afterId: z.string(), limit: int };
const notice = { id, at: dateTime, days: z.number(), credentialId: id, learnerId: id, issuerId: id };

export const noticeStatements = {
  ofLearner: read('credentials/notices/notices-of-learner', {
    params: { learnerId: id, ...page },
    row: notice,
    returns: 'many',
  }),
  ofLearnerCount: read('credentials/notices/notices-of-learner-count', {
    params: { learnerId: id, ...span },
    row: { total: z.number() },
    returns: 'one',
  }),
  ofIssuer: read('credentials/notices/notices-of-issuer', {
    params: { issuerId: id, ...page },
    row: notice,
    returns: 'many',
  }),
  ofIssuerCount: read('credentials/notices/notices-of-issuer-count', {
    params: { issuerId: id, ...span },
    row: { total: z.number() },
    returns: 'one',
  }),
};
