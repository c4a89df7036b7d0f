import { z } from 'zod';
import { read } from '../../platform/graph/statement.ts';
import { dateTime, id } from '../../platform/graph/types.ts';
import { disclosure } from '../identity/consent/disclosure.ts';

const ids = z.array(id);

export const claim = {
  skill: id,
  level: z.number().int().nullable(),
  credentialId: id,
  badgeName: z.string(),
  via: z.enum(['ASSESSED', 'STACKED', 'DIRECT']),
  awardedAt: dateTime,
  validFrom: dateTime,
  validUntil: dateTime.nullable(),
  supervised: z.array(z.boolean()),
};

/** A learner who keeps their badges to themselves shows what they prove, not which badge proves it. */
const disclosedClaim = { ...claim, badgeName: z.string().nullable() };

const requirement = z.strictObject({
  skill: id,
  exact: ids,
  label: z.string(),
  weight: z.number().int().min(1),
  level: z.number().int(),
  necessity: z.enum(['MUST', 'NICE']),
  evidence: z
    .enum(['ANY', 'VERIFIED', 'ASSESSED'])
    .nullable()
    .transform((value) => value ?? 'ANY'),
  maxAgeMonths: z.number().int().nullable(),
});

export const matchingStatements = {
  rolesByIds: read('matching/roles-by-ids', {
    params: { ids },
    row: {
      id,
      title: z.string(),
      version: z.number().int(),
      state: z.enum(['DRAFT', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN']),
      employerId: id,
      requirements: z.array(requirement),
    },
    returns: 'many',
  }),
  publishedRoleIds: read('matching/published-role-ids', {
    params: { learnerId: id, regions: ids.nullable() },
    row: { id },
    returns: 'many',
  }),
  claimsOfCandidates: read('matching/claims-of-candidates', {
    params: {
      disclosure,
      skills: ids,
      regions: ids.nullable(),
      languages: ids.nullable(),
    },
    row: { learnerId: id, tieBreak: z.number(), claims: z.array(z.strictObject(disclosedClaim)) },
    returns: 'many',
  }),
  claimsOfLearner: read('matching/claims-of-learner', {
    params: { learnerId: id },
    row: claim,
    returns: 'many',
  }),
  taxonomyVersions: read('matching/taxonomy-versions', { params: {}, row: { id }, returns: 'many' }),
};
