import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant } from '../../../platform/graph/types.ts';
import { IDENTITY_LEVELS } from '../../catalog/badges/badge-version.fields.ts';
import { PROOFING_METHODS } from './proofing.rules.ts';

const proofing = z.strictObject({
  id,
  learnerId: id,
  organizationId: id,
  method: z.enum(PROOFING_METHODS),
  level: z.enum(IDENTITY_LEVELS),
  verifier: z.string(),
  provedAt: dateTime,
  recordedAt: dateTime,
  withdrawnAt: dateTime.nullable(),
});
export type ProofingRecord = z.output<typeof proofing>;

export const proofingStatements = {
  createProofing: write('learners/proofing/create-proofing', {
    params: {
      learnerId: id,
      organizationId: id,
      id,
      now: instant,
      method: id,
      level: id,
      verifier: id,
      provedAt: instant,
    },
    row: { id },
    returns: 'maybe',
  }),
  withdrawProofing: write('learners/proofing/withdraw-proofing', {
    params: { organizationId: id, id, now: instant },
    row: { id },
    returns: 'maybe',
  }),
  proofingsByIds: read('learners/proofing/proofings-by-ids', {
    params: { ids: z.array(id) },
    row: { proofing },
    returns: 'many',
  }),
  proofingsOfLearner: read('learners/proofing/proofings-of-learner', {
    params: { learnerId: id },
    row: { proofing },
    returns: 'many',
  }),
  proofingsOfLearners: read('learners/proofing/proofings-of-learners', {
    params: { organizationId: id, learnerIds: z.array(id) },
    row: { proofing },
    returns: 'many',
  }),
};
