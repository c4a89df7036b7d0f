import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int, rows } from '../../../platform/graph/types.ts';
import { coCreationRecord, PROPOSAL_DECISIONS, proposalRecord } from './co-creation.records.ts';

const ids = z.array(id);
const text = z.string().nullable();
const decision = z.enum(PROPOSAL_DECISIONS);

export const coCreationStatements = {
  createSession: write('catalog/co-creation/create-co-creation', {
    params: {
      id,
      issuerId: id,
      title: id,
      heldAt: instant,
      summary: text,
      badgeIds: ids,
      proposals: rows({
        id,
        position: int,
        statement: id,
        jobTitle: id,
        organizationName: text,
        organizationId: text,
        decision,
        reason: text,
        outcomeId: text,
      }),
      now: instant,
    },
    row: { id },
    returns: 'one',
  }),
  lockProposal: write('catalog/co-creation/lock-proposal', {
    params: { id, now: instant },
    row: { sessionId: id, issuerId: id, organizationId: id.nullable(), decision, confirmed: z.boolean() },
    returns: 'maybe',
  }),
  decideProposal: write('catalog/co-creation/decide-proposal', {
    params: { id, decision, reason: text, outcomeId: text, now: instant },
    row: { id },
    returns: 'one',
  }),
  confirmProposal: write('catalog/co-creation/confirm-proposal', {
    params: { id, now: instant },
    row: { id },
    returns: 'one',
  }),
  sessionsByIds: read('catalog/co-creation/co-creations-by-ids', {
    params: { ids },
    row: { session: coCreationRecord },
    returns: 'many',
  }),
  sessionsOfBadges: read('catalog/co-creation/co-creations-of-badges', {
    params: { ids },
    row: { parentId: id, session: coCreationRecord },
    returns: 'many',
  }),
  sessionsByTime: read('catalog/co-creation/co-creations-by-time', {
    params: { organizationId: id.nullable(), beforeAt: instant, afterId: z.string(), limit: int },
    row: { session: coCreationRecord },
    returns: 'many',
  }),
  sessionsCount: read('catalog/co-creation/co-creations-count', {
    params: { organizationId: id.nullable() },
    row: { total: z.number().int() },
    returns: 'one',
  }),
  proposalsOfOutcomes: read('catalog/co-creation/proposals-of-outcomes', {
    params: { ids },
    row: { parentId: id, sessionId: id, proposal: proposalRecord },
    returns: 'many',
  }),
};
