import { z } from 'zod';
import { read, write } from '../../../../platform/graph/statement.ts';
import { id, instant, int } from '../../../../platform/graph/types.ts';
import { feedbackRecord } from './feedback.records.ts';

const ids = z.array(id);
const text = z.string().nullable();
const whole = z.number().int();

const row = { feedback: feedbackRecord };
const ofIssuer = { organizationId: id, badgeId: text, closed: z.boolean().nullable() };

export const feedbackStatements = {
  heldCredential: read('catalog/quality/held-credential', {
    params: { learnerId: id, credentialId: id },
    row: { versionId: id, issuerId: id, holders: whole },
    returns: 'maybe',
  }),
  given: read('catalog/quality/feedback-given', {
    params: { once: id },
    row: { given: z.boolean() },
    returns: 'one',
  }),
  give: write('catalog/quality/give-feedback', {
    params: {
      versionId: id,
      id,
      once: id,
      rating: int,
      month: id,
      givenAt: instant.nullable(),
      words: text,
      sealedWords: text,
      learnerId: text,
    },
    row: { id },
    returns: 'maybe',
  }),
  ofIssuer: read('catalog/quality/feedback-of-issuer', {
    params: { ...ofIssuer, beforeMonth: id, afterId: z.string(), limit: int },
    row,
    returns: 'many',
  }),
  ofIssuerCount: read('catalog/quality/feedback-of-issuer-count', {
    params: ofIssuer,
    row: { total: whole },
    returns: 'one',
  }),
  ofLearner: read('catalog/quality/feedback-of-learner', {
    params: { learnerId: id },
    row,
    returns: 'many',
  }),
  lockFeedback: write('catalog/quality/lock-feedback', {
    params: { id },
    row: {
      issuerId: id,
      badgeId: id,
      number: whole,
      closed: z.boolean(),
      learnerId: text,
      proposalIds: ids,
      versions: z.array(z.strictObject({ id, number: whole })),
    },
    returns: 'maybe',
  }),
  close: write('catalog/quality/close-feedback', {
    params: { id, now: instant, answer: id, proposalId: text, versionId: text },
    row: { id },
    returns: 'one',
  }),
  ofBadges: read('catalog/quality/feedback-of-badges', {
    params: { ids },
    row: { badgeId: id, total: whole, rating: z.number() },
    returns: 'many',
  }),
};
