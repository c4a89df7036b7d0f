import { z } from 'zod';
import { read, write } from '../../../../platform/graph/statement.ts';
import { id, instant, int } from '../../../../platform/graph/types.ts';
import { PLACE_KINDS } from '../place.ts';
import { PROPOSAL_SOURCES, PROPOSAL_STATES } from './proposal.rules.ts';
import { commentRecord, proposalRecord } from './proposals.records.ts';

const ids = z.array(id);
const text = z.string().nullable();
const whole = z.number().int();
const row = { proposal: proposalRecord };
const concerning = { organizationId: id, state: text, badgeId: text };

export const proposalStatements = {
  proposalsByIds: read('catalog/quality/proposals-by-ids', {
    params: { ids, memberOf: ids },
    row,
    returns: 'many',
  }),
  proposalsOfBadges: read('catalog/quality/proposals-of-badges', { params: { ids }, row, returns: 'many' }),
  proposalsByTime: read('catalog/quality/proposals-by-time', {
    params: { ...concerning, beforeAt: instant, afterId: z.string(), limit: int },
    row,
    returns: 'many',
  }),
  proposalsCount: read('catalog/quality/proposals-count', {
    params: concerning,
    row: { total: whole },
    returns: 'one',
  }),
  createProposal: write('catalog/quality/create-proposal', {
    params: {
      badgeId: id,
      versionId: id,
      organizationId: id,
      id,
      title: id,
      reason: id,
      source: z.enum(PROPOSAL_SOURCES),
      board: text,
      now: instant,
      by: id,
      edits: id,
    },
    row: { id },
    returns: 'one',
  }),
  lockProposal: write('catalog/quality/lock-proposal', {
    params: { id },
    row: {
      issuerId: id,
      badgeId: id,
      versionId: id,
      number: whole,
      state: z.enum(PROPOSAL_STATES),
      by: id,
      organizationId: id,
      carriedOut: z.boolean(),
      versions: z.array(z.strictObject({ id, number: whole })),
    },
    returns: 'maybe',
  }),
  decide: write('catalog/quality/decide-proposal', {
    params: { id, state: z.enum(PROPOSAL_STATES), reason: id, now: instant, by: id },
    row: { id },
    returns: 'one',
  }),
  carryOut: write('catalog/quality/carry-out-proposal', {
    params: { id, versionId: id },
    row: { id },
    returns: 'one',
  }),
  createComment: write('catalog/quality/create-comment', {
    params: {
      proposalId: id,
      organizationId: id,
      id,
      text: id,
      now: instant,
      by: id,
      placeKind: z.enum(PLACE_KINDS).nullable(),
      placeId: text,
      placeField: text,
      quote: text,
    },
    row: { id },
    returns: 'one',
  }),
  commentsOfProposals: read('catalog/quality/comments-of-proposals', {
    params: { ids },
    row: { parentId: id, comment: commentRecord },
    returns: 'many',
  }),
  credentialsTouched: read('catalog/quality/credentials-touched', {
    params: { badgeId: id },
    row: {
      credentials: whole,
      holders: whole,
      stackedCredentials: whole,
      stackedHolders: whole,
      stackIds: ids,
    },
    returns: 'maybe',
  }),
  rolesTouched: read('catalog/quality/roles-touched', {
    params: { outcomeIds: ids },
    row: { id },
    returns: 'many',
  }),
  matchesTouched: read('catalog/quality/matches-touched', {
    params: { badgeId: id, outcomeIds: ids, now: instant },
    row: { learners: whole, matches: whole },
    returns: 'one',
  }),
};
