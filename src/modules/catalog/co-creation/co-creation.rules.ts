import { z } from 'zod';
import { ids, optionalText, text } from '../../../platform/input.ts';
import { PROPOSAL_DECISIONS, type ProposalDecision } from './co-creation.records.ts';

interface Decided {
  readonly decision: ProposalDecision;
  readonly reason: string | null;
  readonly outcomeId?: string | null | undefined;
}

const came = (decision: ProposalDecision): boolean => decision === 'ADOPTED' || decision === 'ADAPTED';

/** What came of a proposal fits together: an outcome exactly when it was taken up, a reason when it was not taken as it was. */
const decided = <T extends z.ZodType<Decided>>(rules: T) =>
  rules
    .refine(({ decision, outcomeId }) => came(decision) === (outcomeId != null), {
      path: ['outcomeId'],
      message: 'names the outcome when decision is ADOPTED or ADAPTED, and only then.',
    })
    .refine(({ decision, reason }) => reason !== null || decision === 'OPEN' || decision === 'ADOPTED', {
      path: ['reason'],
      message: 'must say why it was adapted or declined.',
    });

const decision = {
  decision: z.enum(PROPOSAL_DECISIONS),
  reason: optionalText(1_000),
  outcomeId: z.string().min(1, 'must not be empty.').max(200).nullish(),
};

/** What came of a proposal that was open. */
export const decisionRules = decided(
  z.object({ ...decision, decision: z.enum(['ADOPTED', 'ADAPTED', 'DECLINED']) }),
);

const proposalRules = decided(
  z.object({
    statement: text(1_000),
    jobTitle: text(100),
    organizationId: z.string().min(1, 'must not be empty.').max(200).nullish(),
    organizationName: optionalText(200),
    ...decision,
    decision: decision.decision.nullish().transform((value) => value ?? 'OPEN'),
  }),
).refine(({ organizationId, organizationName }) => (organizationId == null) !== (organizationName === null), {
  path: ['organizationId'],
  message: 'or organizationName: give one of them, and not both.',
});

/** A session that was held, and what was proposed there. It cannot lie in the future. */
export const coCreationRules = (now: Date) =>
  z.object({
    title: text(200),
    heldAt: z.date().max(now, 'must not lie in the future: a session is recorded after it was held.'),
    summary: optionalText(5_000),
    badgeIds: ids(20),
    proposals: z
      .array(proposalRules)
      .min(1, 'must hold at least 1 proposal.')
      .max(100, 'must have at most 100 entries.'),
  });

export type CoCreationInput = z.input<ReturnType<typeof coCreationRules>>;
export type DecisionInput = z.input<typeof decisionRules>;
