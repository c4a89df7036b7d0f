import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int, rows } from '../../../platform/graph/types.ts';

const ids = z.array(id);
const texts = z.array(id);
const optional = z.string().nullable();

const claim = {
  skillUri: id,
  level: int,
  relation: id,
  source: id,
  confidence: int.nullable(),
  reason: optional,
};

const verdict = {
  outcomeId: id,
  skillUri: id,
  reviewer: id,
  reviewerOrganizationId: id,
  note: optional,
  now: instant,
};

const content = {
  id,
  statement: id,
  textLanguage: id,
  verb: optional,
  bloom: optional,
  object: optional,
  conditions: optional,
  tools: texts,
  constraints: optional,
  successCriteria: texts,
  translations: rows({
    language: id,
    statement: id,
    conditions: optional,
    tools: texts,
    constraints: optional,
    successCriteria: texts,
  }),
  alignments: rows(claim),
  author: id,
  now: instant,
};

export const outcomeAuthoringStatements = {
  createOutcome: write('catalog/outcomes/create-outcome', {
    params: { ...content, ownerId: id, unitIds: ids },
    row: { id },
    returns: 'one',
  }),
  updateOutcome: write('catalog/outcomes/update-outcome', { params: content, row: { id }, returns: 'one' }),
  lockOutcome: write('catalog/outcomes/lock-outcome', {
    params: { id },
    row: { id, ownerId: id, badgeIds: ids },
    returns: 'maybe',
  }),
  usesOfOutcome: read('catalog/outcomes/uses-of-outcome', {
    params: { id },
    row: {
      unitIds: ids,
      enrolments: z.number().int(),
      submissions: z.number().int(),
      proposals: z.number().int(),
    },
    returns: 'one',
  }),
  deleteOutcome: write('catalog/outcomes/delete-outcome', { params: { id }, row: {}, returns: 'none' }),
  proposeAlignment: write('catalog/outcomes/propose-alignment', {
    params: { outcomeId: id, ...claim, author: id, now: instant },
    row: { id },
    returns: 'one',
  }),
  approveAlignment: write('catalog/outcomes/approve-alignment', {
    params: verdict,
    row: { id },
    returns: 'one',
  }),
  rejectAlignment: write('catalog/outcomes/reject-alignment', {
    params: verdict,
    row: { id },
    returns: 'one',
  }),
};
