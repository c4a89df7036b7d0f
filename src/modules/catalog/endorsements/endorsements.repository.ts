import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int } from '../../../platform/graph/types.ts';
import { ENDORSEMENT_STATES, endorsementRecord } from './endorsement.records.ts';

const ids = z.array(id);
const states = z.array(z.enum(ENDORSEMENT_STATES));
const list = { organizationId: id, given: z.boolean(), received: z.boolean(), states };

export const endorsementStatements = {
  create: write('catalog/endorsements/create-endorsement', {
    params: { id, endorserId: id, versionId: id, statement: id, now: instant },
    row: { id },
    returns: 'one',
  }),
  lock: write('catalog/endorsements/lock-endorsement', {
    params: { id, now: instant },
    row: { state: z.enum(ENDORSEMENT_STATES) },
    returns: 'one',
  }),
  settle: write('catalog/endorsements/settle-endorsement', {
    params: { id, state: z.enum(ENDORSEMENT_STATES), reason: z.string().nullable(), now: instant },
    row: { id },
    returns: 'one',
  }),
  standing: read('catalog/endorsements/standing-endorsements', {
    params: { organizationId: id, versionId: id },
    row: { id },
    returns: 'many',
  }),
  byIds: read('catalog/endorsements/endorsements-by-ids', {
    params: { ids, memberOf: ids },
    row: { endorsement: endorsementRecord },
    returns: 'many',
  }),
  ofVersions: read('catalog/endorsements/endorsements-of-versions', {
    params: { ids, memberOf: ids },
    row: { endorsement: endorsementRecord },
    returns: 'many',
  }),
  createForIssuer: write('catalog/endorsements/create-issuer-endorsement', {
    params: { id, endorserId: id, issuerId: id, statement: id, now: instant },
    row: { id },
    returns: 'one',
  }),
  holdIssuer: write('catalog/endorsements/hold-issuer', {
    params: { issuerId: id, endorserId: id, now: instant },
    row: { id, standing: z.array(id) },
    returns: 'maybe',
  }),
  ofIssuers: read('catalog/endorsements/endorsements-of-issuers', {
    params: { ids, memberOf: ids },
    row: { endorsement: endorsementRecord },
    returns: 'many',
  }),
  byTime: read('catalog/endorsements/endorsements-by-time', {
    params: { ...list, beforeAt: instant, afterId: z.string(), limit: int },
    row: { endorsement: endorsementRecord },
    returns: 'many',
  }),
  count: read('catalog/endorsements/endorsements-count', {
    params: list,
    row: { total: z.number().int() },
    returns: 'one',
  }),
};
