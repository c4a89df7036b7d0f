import { z } from 'zod';
import { read } from '../../../platform/graph/statement.ts';
import { dateTime, id } from '../../../platform/graph/types.ts';

const key = z.strictObject({ id, wrapped: id, kek: id }).nullable();
const text = z.string().nullable();
const maybeAt = dateTime.nullable();
const whole = z.number().int();
const texts = z.array(z.string());
const params = { learnerId: id };
const graded = {
  passed: z.boolean().nullable(),
  points: whole.nullable(),
  scores: z.array(z.strictObject({ criterion: text, level: text, points: whole.nullable() })),
};

export const exportStatements = {
  person: read('identity/privacy/export-person', {
    params,
    row: {
      learner: z.strictObject({
        id,
        createdAt: maybeAt,
        region: text,
        language: text,
        tieBreak: z.number().nullable(),
        emailIndex: text,
        sealedProfile: text,
        recipientIndex: text,
        sealedRecipient: text,
      }),
      key,
      registeredBy: z.array(z.strictObject({ id, name: text })),
      accounts: z.array(
        z.strictObject({
          id,
          issuer: text,
          account: text,
          createdAt: maybeAt,
          sealedName: text,
          key,
          memberships: z.array(z.strictObject({ organizationId: id, roles: texts, since: maybeAt })),
        }),
      ),
      apiKeys: z.array(
        z.strictObject({
          id,
          name: text,
          role: text,
          scopes: texts.nullable(),
          createdAt: maybeAt,
          createdBy: text,
          expiresAt: maybeAt,
          revokedAt: maybeAt,
          lastUsedAt: maybeAt,
        }),
      ),
      invitations: z.array(
        z.strictObject({
          id,
          createdAt: maybeAt,
          expiresAt: maybeAt,
          usedAt: maybeAt,
          withdrawnAt: maybeAt,
        }),
      ),
      skills: z.array(
        z.strictObject({
          skillUri: id,
          level: whole.nullable(),
          credentialId: text,
          since: maybeAt,
          until: maybeAt,
        }),
      ),
    },
    returns: 'maybe',
  }),
  credentials: read('identity/privacy/export-credentials', {
    params,
    row: {
      sealedDocument: text,
      endorsements: z.array(
        z.strictObject({
          id,
          at: maybeAt,
          state: text,
          settledAt: maybeAt,
          capacity: text,
          sealedStatement: text,
          sealedDocument: text,
          endorserId: id,
          endorserName: text,
        }),
      ),
      credential: z.strictObject({
        id,
        awardedAt: maybeAt,
        issuedAt: maybeAt,
        validFrom: maybeAt,
        validUntil: maybeAt,
        status: text,
        statusChangedAt: maybeAt,
        statusReason: text,
        statusAudience: text,
        signedWith: text,
        via: text,
        digest: text,
        statusEntry: text,
        publicSince: maybeAt,
        badgeVersionId: id,
        badgeName: text,
        issuerId: id,
        issuerName: text,
        restsOn: texts,
        used: texts,
        renews: text,
        shares: z.array(z.strictObject({ id, createdAt: maybeAt, expiresAt: maybeAt })),
        walletOffers: z.array(
          z.strictObject({
            id,
            protocol: text,
            createdAt: maybeAt,
            expiresAt: maybeAt,
            redeemedAt: maybeAt,
            claimedAt: maybeAt,
            notification: text,
          }),
        ),
      }),
    },
    returns: 'many',
  }),
  submissions: read('identity/privacy/export-submissions', {
    params,
    row: {
      sealedNarrative: text,
      sealedChange: text,
      evidence: z.array(z.strictObject({ id, url: text, digest: text, sealedWords: text })),
      results: z.array(
        z.strictObject({
          id,
          achievedAt: maybeAt,
          ...graded,
          moderated: z.boolean().nullable(),
          sealedReason: text,
        }),
      ),
      submission: z.strictObject({
        id,
        submittedAt: maybeAt,
        attempt: whole.nullable(),
        assessmentId: id,
        assessmentTitle: text,
        markings: z.array(z.strictObject({ id, at: maybeAt, ...graded })),
      }),
    },
    returns: 'many',
  }),
  records: read('identity/privacy/export-records', {
    params,
    row: {
      enrolments: z.array(
        z.strictObject({
          id,
          enrolledAt: maybeAt,
          state: text,
          stateChangedAt: maybeAt,
          learningUnitId: id,
          learningUnitTitle: text,
          cohort: z.strictObject({ id, name: text, startsAt: maybeAt, endsAt: maybeAt }).nullable(),
          organizationId: id,
          organizationName: text,
        }),
      ),
      identityProofings: z.array(
        z.strictObject({
          id,
          method: text,
          level: text,
          verifier: text,
          provedAt: maybeAt,
          recordedAt: maybeAt,
          withdrawnAt: maybeAt,
          organizationId: id,
          organizationName: text,
        }),
      ),
    },
    returns: 'one',
  }),
  feedback: read('identity/privacy/export-feedback', {
    params,
    row: {
      feedback: z.array(
        z.strictObject({
          id,
          rating: whole,
          givenAt: maybeAt,
          sealedWords: text,
          closedAt: maybeAt,
          answer: text,
          badgeVersionId: id,
          badgeName: text,
        }),
      ),
      reviewParts: z.array(
        z.strictObject({
          id,
          at: maybeAt,
          sealedStatement: text,
          reviewId: id,
          badgeId: id,
          badgeName: text,
        }),
      ),
    },
    returns: 'maybe',
  }),
  portfolio: read('identity/privacy/export-portfolio', {
    params,
    row: {
      foreignCredentials: z.array(
        z.strictObject({
          id,
          format: text,
          digest: text,
          standing: text,
          broughtAt: maybeAt,
          checkedAt: maybeAt,
          validUntil: maybeAt,
          sealedDocument: text,
          sealedReport: text,
          skillUris: texts,
        }),
      ),
      portfolios: z.array(
        z.strictObject({
          id,
          createdAt: maybeAt,
          updatedAt: maybeAt,
          sealedContent: text,
          shares: z.array(
            z.strictObject({ id, createdAt: maybeAt, expiresAt: maybeAt, sealedAudience: text }),
          ),
        }),
      ),
      validations: z.array(
        z.strictObject({
          id,
          askedAt: maybeAt,
          answeredAt: maybeAt,
          confirmed: z.boolean().nullable(),
          sealedClaim: text,
          sealedAnswer: text,
          organizationId: id,
          organizationName: text,
        }),
      ),
    },
    returns: 'one',
  }),
  agreements: read('identity/privacy/export-agreements', {
    params,
    row: {
      consents: z.array(
        z.strictObject({
          id,
          purpose: id,
          scopes: texts.nullable(),
          credentialIds: texts.nullable(),
          skillUris: texts.nullable(),
          grantedAt: maybeAt,
          expiresAt: maybeAt,
          revokedAt: maybeAt,
          policyVersion: text,
          text,
          textHash: text,
          organizationId: id,
          organizationName: text,
          campaign: z.strictObject({ id, name: text, purposeText: text, endsAt: maybeAt }).nullable(),
        }),
      ),
      connectedHosts: z.array(
        z.strictObject({ id, name: text, address: text, scopes: texts.nullable(), connectedAt: maybeAt }),
      ),
      revealRequests: z.array(
        z.strictObject({
          id,
          requestedAt: maybeAt,
          expiresAt: maybeAt,
          answeredAt: maybeAt,
          approved: z.boolean().nullable(),
          sealedMessage: text,
          organizationId: id,
          organizationName: text,
        }),
      ),
    },
    returns: 'one',
  }),
  events: read('identity/privacy/export-events', {
    params,
    row: {
      chain: id,
      seq: whole,
      at: dateTime,
      role: text,
      action: id,
      purpose: text,
      objects: texts.nullable(),
    },
    returns: 'many',
  }),
};
