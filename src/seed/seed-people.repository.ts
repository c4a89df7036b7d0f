import { z } from 'zod';
import { read, write } from '../platform/graph/statement.ts';
import { id, instant, int, rows } from '../platform/graph/types.ts';

const text = z.string();
const nothing = { row: {}, returns: 'none' } as const;

/** What the sample world writes of people: who they are, what they did, and what came of it. */
export const seedPeopleStatements = {
  knownLearners: read('seed/known-learners', {
    params: { ids: z.array(id) },
    row: { id, keyId: id, wrapped: id },
    returns: 'many',
  }),
  putLearners: write('seed/put-learners', {
    params: {
      rows: rows({
        id,
        tieBreak: int,
        createdAt: instant,
        sealedProfile: id,
        emailIndex: id,
        region: text,
        language: text,
        registeredBy: id,
        keyId: id,
        wrapped: id,
        kek: id,
      }),
    },
    ...nothing,
  }),
  putConsents: write('seed/put-consents', {
    params: {
      rows: rows({
        id,
        learnerId: id,
        organizationId: id,
        purpose: text,
        scopes: z.array(text),
        grantedAt: instant,
        expiresAt: instant,
        revokedAt: instant.nullable(),
        policyVersion: text,
        text,
        textHash: text,
      }),
    },
    ...nothing,
  }),
  putSubmissions: write('seed/put-submissions', {
    params: {
      rows: rows({
        id,
        learnerId: id,
        assessmentId: id,
        submittedAt: instant,
        attempt: int,
        assessors: int,
        sealedNarrative: id,
      }),
    },
    ...nothing,
  }),
  putResults: write('seed/put-results', {
    params: {
      rows: rows({
        id,
        submissionId: id,
        achievedAt: instant,
        passed: z.boolean(),
        points: int,
        assessor: id,
        moderated: z.boolean(),
        sealedReason: text.nullable(),
        levelIds: z.array(id),
      }),
    },
    ...nothing,
  }),
  putMarkings: write('seed/put-markings', {
    params: {
      rows: rows({
        id,
        submissionId: id,
        position: int,
        at: instant,
        assessor: id,
        passed: z.boolean(),
        points: int,
        levelIds: z.array(id),
      }),
    },
    ...nothing,
  }),
  putCohorts: write('seed/put-cohorts', {
    params: {
      rows: rows({ id, organizationId: id, unitId: id, name: text, startsAt: instant, endsAt: instant }),
    },
    ...nothing,
  }),
  putEnrolments: write('seed/put-enrolments', {
    params: {
      rows: rows({
        id,
        learnerId: id,
        organizationId: id,
        unitId: id,
        cohortId: id.nullable(),
        enrolledAt: instant,
        state: text,
        stateChangedAt: instant,
      }),
    },
    ...nothing,
  }),
  putProofings: write('seed/put-proofings', {
    params: {
      rows: rows({
        id,
        learnerId: id,
        organizationId: id,
        method: text,
        level: text,
        verifier: text,
        provedAt: instant,
      }),
    },
    ...nothing,
  }),
};
