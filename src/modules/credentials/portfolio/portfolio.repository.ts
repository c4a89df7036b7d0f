import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../platform/graph/types.ts';

const portfolio = z.strictObject({ id, createdAt: dateTime, updatedAt: dateTime, sealedContent: id });
export type StoredPortfolio = z.output<typeof portfolio>;

export const portfolioStatements = {
  save: write('credentials/portfolio/save', {
    params: {
      learnerId: id,
      id,
      now: instant,
      fresh: z.boolean(),
      most: int,
      sealedContent: id,
    },
    row: { kept: z.number(), id: id.nullable() },
    returns: 'maybe',
  }),
  standing: read('credentials/portfolio/standing', {
    params: { learnerId: id, ids: z.array(id) },
    row: { asked: id, id, sealedDocument: id, key: z.object({ id, wrapped: id }) },
    returns: 'many',
  }),
  owned: read('credentials/portfolio/owned', {
    params: { learnerId: id, ids: z.array(id) },
    row: { id, kind: z.enum(['Credential', 'ForeignCredential', 'Validation']) },
    returns: 'many',
  }),
  ofLearner: read('credentials/portfolio/of-learner', {
    params: { learnerId: id, beforeAt: instant, afterId: id, limit: int },
    row: { portfolio },
    returns: 'many',
  }),
  ofLearnerCount: read('credentials/portfolio/of-learner-count', {
    params: { learnerId: id },
    row: { total: z.number() },
    returns: 'one',
  }),
  byId: read('credentials/portfolio/by-id', {
    params: { learnerId: id, id },
    row: { portfolio },
    returns: 'maybe',
  }),
  remove: write('credentials/portfolio/delete', {
    params: { learnerId: id, id },
    row: { id },
    returns: 'maybe',
  }),
  createShare: write('credentials/portfolio/create-share', {
    params: {
      learnerId: id,
      portfolioId: id,
      id,
      digest: id,
      now: instant,
      expiresAt: instant,
      sealedAudience: id.nullable(),
      most: int,
    },
    row: { live: z.number() },
    returns: 'maybe',
  }),
  deleteShare: write('credentials/portfolio/delete-share', {
    params: { learnerId: id, id },
    row: { portfolioId: id },
    returns: 'maybe',
  }),
  shares: read('credentials/portfolio/shares', {
    params: { learnerId: id, ids: z.array(id), now: instant },
    row: {
      portfolioId: id,
      id,
      createdAt: dateTime,
      expiresAt: dateTime,
      sealedAudience: z.string().nullable(),
    },
    returns: 'many',
  }),
  shown: read('credentials/portfolio/shown', {
    params: { id, digest: id, now: instant },
    row: {
      learnerId: id,
      portfolio,
      shareId: id,
      expiresAt: dateTime,
      sealedAudience: z.string().nullable(),
    },
    returns: 'maybe',
  }),
};
