import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { invalidInput, notFound } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import { checkInput, distinct } from '../../platform/input.ts';
import { type Page, type PageRequest, pageOf, pageWindow } from '../../platform/paging.ts';
import { type ConsentRecord, consentStatements } from './consent.repository.ts';
import {
  CONSENT_POLICY_VERSION,
  CONSENT_PURPOSES,
  CONSENT_SCOPES,
  consentText,
  consentTextHash,
  holds,
} from './consent.rules.ts';
import type { Mutations } from './mutations.ts';
import { asLearner, type Viewer } from './viewer.ts';

const consentRules = z.object({
  organizationId: z.string().min(1, 'must not be empty.'),
  purpose: z.enum(CONSENT_PURPOSES),
  scopes: distinct(z.enum(CONSENT_SCOPES), CONSENT_SCOPES.length).min(
    1,
    'must name at least one thing to use.',
  ),
  expiresAt: z.date().nullish(),
});
export type ConsentInput = z.input<typeof consentRules>;

/** A consent as the learner sees it: whether it holds now, and the words agreed to while those are known. */
export interface LearnerConsent extends ConsentRecord {
  readonly active: boolean;
  readonly text: string | null;
}

const END_OF_TIME = '9999-12-31T00:00:00.000Z';
const instantAndId = z.tuple([z.iso.datetime(), z.string()]);

/** What learners allow whom to do with their data. Nothing is allowed until they say so; what they withdraw ends at once. For LEARNER. */
export class ConsentService {
  private readonly graph;

  constructor(private readonly deps: { graph: Graph; viewer: Viewer; clock: Clock; mutations: Mutations }) {
    this.graph = repository(deps.graph.run, consentStatements);
  }

  /** The viewer's own consents, last given first; with `activeOnly` only those that hold now. */
  async mine(page: PageRequest, activeOnly: boolean): Promise<Page<LearnerConsent>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const now = this.deps.clock();
    const window = pageWindow(page, instantAndId);
    const [beforeAt, afterId] = window.after ?? [END_OF_TIME, ''];
    const rows = await this.graph.consentsOfLearner({
      learnerId,
      activeOnly,
      now,
      beforeAt: new Date(beforeAt),
      afterId,
      limit: window.limit,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ consent }) => asSeen(consent, now),
        keysOf: ({ consent }): [string, string] => [consent.grantedAt.toISOString(), consent.id],
      },
      async () => (await this.graph.consentsOfLearnerCount({ learnerId, activeOnly, now })).total,
    );
  }

  /** Gives a consent; an earlier one to the same organisation for the same purpose ends with it, so that withdrawing this one withdraws all. */
  async grant(input: ConsentInput, idempotencyKey: string): Promise<LearnerConsent> {
    const { learnerId } = asLearner(this.deps.viewer);
    const { organizationId, purpose, scopes, expiresAt } = checkInput('input', consentRules, input);
    const { id } = await this.deps.mutations.perform(
      { name: 'grantConsent', input, idempotencyKey },
      async ({ run, now, audit }) => {
        if (expiresAt && expiresAt <= now)
          throw invalidInput(
            'input.expiresAt',
            'must lie in the future; leave it out for a consent without an end.',
          );
        const row = await repository(run, consentStatements).grantConsent({
          learnerId,
          organizationId,
          id: newId(now),
          purpose,
          scopes,
          now,
          expiresAt: expiresAt ?? null,
          policyVersion: CONSENT_POLICY_VERSION,
          textHash: consentTextHash(purpose, scopes),
        });
        if (!row) throw notFound('organisation', organizationId, 'input.organizationId');
        audit(entryOf('grantConsent', row.consent, learnerId));
        return { id: row.consent.id };
      },
    );
    return this.own(learnerId, id);
  }

  /** Withdraws a consent from now on. One withdrawn before stays as it was. */
  async withdraw(id: string, idempotencyKey: string): Promise<LearnerConsent> {
    const { learnerId } = asLearner(this.deps.viewer);
    await this.deps.mutations.perform(
      { name: 'withdrawConsent', input: { id }, idempotencyKey },
      async ({ run, now, audit }) => {
        const row = await repository(run, consentStatements).withdrawConsent({ learnerId, id, now });
        if (!row) throw notFound('consent', id);
        audit(entryOf('withdrawConsent', row.consent, learnerId));
        return { id };
      },
    );
    return this.own(learnerId, id);
  }

  private async own(learnerId: string, id: string): Promise<LearnerConsent> {
    const row = await this.graph.consentOfLearner({ learnerId, id });
    if (!row) throw notFound('consent', id);
    return asSeen(row.consent, this.deps.clock());
  }
}

/** A learner's consent concerns the organisation it is given to, and is noted there. */
const entryOf = (action: string, { id, organizationId }: ConsentRecord, subject: string) => ({
  chain: organizationId,
  action,
  purpose: null,
  subject,
  objects: [id],
});

/** The words are made again from what was agreed to, and shown only if they are still the same ones. */
function asSeen(consent: ConsentRecord, now: Date): LearnerConsent {
  const scopes = consent.scopes.flatMap((scope) => CONSENT_SCOPES.filter((known) => known === scope));
  const text = consentText(consent.purpose, scopes);
  return {
    ...consent,
    active: holds(consent, now),
    text: consentTextHash(consent.purpose, scopes) === consent.textHash ? text : null,
  };
}
