import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../platform/graph/types.ts';
import { ENDORSEMENT_STATES } from '../../catalog/endorsements/endorsement.records.ts';
import { CREDENTIAL_STATUSES } from '../credential.ts';
import { ENDORSER_CAPACITIES } from './endorsement-credential.ts';

const state = z.enum(ENDORSEMENT_STATES);
const capacity = z.enum(ENDORSER_CAPACITIES);
const key = z.object({ id, wrapped: id });
const endorser = z.strictObject({ id, name: z.string(), url: z.string().nullable() });
const said = {
  subjectId: id,
  kind: z.enum(['BADGE', 'ISSUER']),
  endorsement: z.strictObject({ id, statement: z.string(), at: dateTime, document: z.string().nullable() }),
  endorser,
};
const viewer = { learnerId: z.string(), organizationId: z.string() };
const list = { ...viewer, credentialId: id.nullable(), states: z.array(state) };
const endorsement = {
  endorsement: z.strictObject({
    id,
    at: dateTime,
    state,
    settledAt: dateTime.nullable(),
    capacity,
    sealedStatement: id,
    sealedDocument: id,
    endorserId: id,
    learnerId: id,
    credentialId: id,
  }),
  key,
};

export const endorsementStatements = {
  endorsementsToExport: read('credentials/endorsements/endorsements-to-export', {
    params: { subjectId: id, limit: int },
    row: said,
    returns: 'many',
  }),
  endorsementToSign: read('credentials/endorsements/endorsement-to-sign', {
    params: { id },
    row: { ...said, accepted: z.boolean() },
    returns: 'maybe',
  }),
  storeDocument: write('credentials/endorsements/store-endorsement-document', {
    params: { id, document: id },
    row: { document: id },
    returns: 'one',
  }),
  profileFacts: read('credentials/endorsements/profile-facts', {
    params: { organizationId: id },
    row: { did: id, name: z.string(), url: z.string().nullable() },
    returns: 'maybe',
  }),
  credentialToEndorse: read('credentials/endorsements/credential-to-endorse', {
    params: { credentialId: id, organizationId: id },
    row: {
      key,
      status: z.enum(CREDENTIAL_STATUSES),
      issuerId: id,
      endorser,
      standing: z.boolean(),
    },
    returns: 'maybe',
  }),
  create: write('credentials/endorsements/create-credential-endorsement', {
    params: {
      id,
      credentialId: id,
      endorserId: id,
      capacity,
      sealedStatement: id,
      sealedDocument: id,
      now: instant,
    },
    row: { id, learnerId: id },
    returns: 'maybe',
  }),
  settle: write('credentials/endorsements/settle-credential-endorsement', {
    params: { id, ...viewer, from: z.array(state), to: state, now: instant },
    row: { learnerId: id, credentialId: id, before: state, changed: z.boolean() },
    returns: 'maybe',
  }),
  one: read('credentials/endorsements/credential-endorsement', {
    params: { id, ...viewer },
    row: endorsement,
    returns: 'maybe',
  }),
  byTime: read('credentials/endorsements/credential-endorsements', {
    params: { ...list, beforeAt: instant, afterId: z.string(), limit: int },
    row: endorsement,
    returns: 'many',
  }),
  count: read('credentials/endorsements/credential-endorsements-count', {
    params: list,
    row: { total: z.number() },
    returns: 'one',
  }),
  acceptedOfCredentials: read('credentials/endorsements/accepted-of-credentials', {
    params: { learnerId: id, ids: z.array(id) },
    row: { credentialId: id, id, sealedDocument: id, key },
    returns: 'many',
  }),
};
