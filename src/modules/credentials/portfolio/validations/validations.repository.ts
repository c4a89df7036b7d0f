import { z } from 'zod';
import { read, write } from '../../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../../platform/graph/types.ts';

const validation = z.strictObject({
  id,
  learnerId: id,
  organizationId: id,
  organizationName: z.string(),
  askedAt: dateTime,
  answeredAt: dateTime.nullable(),
  confirmed: z.boolean().nullable(),
  sealedClaim: id,
  sealedAnswer: id.nullable(),
});
type StoredValidation = z.output<typeof validation>;

const key = z.object({ id, wrapped: id });
/** A validation with the key that opens it. */
export interface ValidationRow {
  readonly validation: StoredValidation;
  readonly key: z.output<typeof key>;
}

const page = { beforeAt: instant, afterId: id, limit: int };

export const validationStatements = {
  ask: write('credentials/portfolio/validations/ask', {
    params: { learnerId: id, organizationId: id, id, now: instant, sealedClaim: id, most: int },
    row: { asked: z.number() },
    returns: 'maybe',
  }),
  answer: write('credentials/portfolio/validations/answer', {
    params: {
      organizationId: id,
      id,
      now: instant,
      confirmed: z.boolean(),
      actor: id,
      sealedAnswer: id,
    },
    row: { id },
    returns: 'maybe',
  }),
  remove: write('credentials/portfolio/validations/remove', {
    params: { learnerId: id, id },
    row: { id },
    returns: 'maybe',
  }),
  byIds: read('credentials/portfolio/validations/by-ids', {
    params: { ids: z.array(id) },
    row: { validation, key },
    returns: 'many',
  }),
  ofLearner: read('credentials/portfolio/validations/of-learner', {
    params: { learnerId: id, ...page },
    row: { validation, key },
    returns: 'many',
  }),
  ofLearnerCount: read('credentials/portfolio/validations/of-learner-count', {
    params: { learnerId: id },
    row: { total: z.number() },
    returns: 'one',
  }),
  ofOrganization: read('credentials/portfolio/validations/of-organization', {
    params: { organizationId: id, ...page },
    row: { validation, key },
    returns: 'many',
  }),
  ofOrganizationCount: read('credentials/portfolio/validations/of-organization-count', {
    params: { organizationId: id },
    row: { total: z.number() },
    returns: 'one',
  }),
};
