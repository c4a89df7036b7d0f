import { z } from 'zod';
import { batch } from '../../../platform/batch.ts';
import type { Clock } from '../../../platform/clock.ts';
import { invalidInput, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Row, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput, distinct } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf, pageWindow } from '../../../platform/paging.ts';
import type { Change, Mutations } from '../mutations.ts';
import { asLearner, type Viewer } from '../viewer.ts';
import type { CampaignRecord } from './campaign.repository.ts';
import type { CampaignService } from './campaign.service.ts';
import { type ConsentRecord, consentStatements } from './consent.repository.ts';
import {
  CONSENT_POLICY_VERSION,
  CONSENT_PURPOSES,
  CONSENT_SCOPES,
  consentText,
  holds,
  textHash,
} from './consent.rules.ts';

const some = (what: string) =>
  distinct(z.string().min(1, 'must not be empty.').max(500), 100)
    .min(1, `must name at least one ${what}; leave it out to cover all.`)
    .nullish();

const consentRules = z
  .object({
    organizationId: z.string().min(1, 'must not be empty.').nullish(),
    campaignId: z.string().min(1, 'must not be empty.').nullish(),
    purpose: z.enum(CONSENT_PURPOSES),
    scopes: distinct(z.enum(CONSENT_SCOPES), CONSENT_SCOPES.length).min(
      1,
      'must name at least one thing to use.',
    ),
    credentialIds: some('credential'),
    skillUris: some('skill'),
    expiresAt: z.date().nullish(),
  })
  .refine(({ organizationId, campaignId }) => (organizationId == null) !== (campaignId == null), {
    path: ['organizationId'],
    message: 'or campaignId must be given, and not both: a consent is to one of them.',
  });
export type ConsentInput = z.input<typeof consentRules>;
export type CheckedConsent = z.output<typeof consentRules>;

/** A consent as the learner sees it: with whether it holds now. */
export interface LearnerConsent extends ConsentRecord {
  readonly active: boolean;
}

export type ConsentUse = Row<typeof consentStatements.usesOfConsent>;

/** To whom a consent is: an organisation, or one of its campaigns. */
interface Grantee {
  readonly organizationId: string;
  readonly campaign: CampaignRecord | null;
  readonly expiresAt: Date | null;
}

/** What learners allow whom to do with their data. Nothing is allowed until they say so; what they withdraw ends at once. For LEARNER. */
export class ConsentService {
  private readonly graph;
  private readonly uses;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      clock: Clock;
      campaigns: CampaignService;
      mutations: Mutations;
    },
  ) {
    const graph = repository(deps.graph.run, consentStatements);
    this.graph = graph;
    this.uses = batch(
      (ids) => graph.usesOfConsents({ learnerId: asLearner(deps.viewer).learnerId, ids }),
      ({ id }) => id,
    );
  }

  /** The viewer's own consents, last given first; with `activeOnly` only those that hold now. */
  async mine(page: PageRequest, activeOnly: boolean): Promise<Page<LearnerConsent>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const now = this.deps.clock();
    const window = newestFirst(page);
    const rows = await this.graph.consentsOfLearner({
      learnerId,
      activeOnly,
      now,
      ...window.from,
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

  /** How often one of the viewer's own consents was used, and when last. */
  async usesOf(consentId: string): Promise<{ total: number; lastAt: Date | null }> {
    return (await this.uses.load(consentId)) ?? { total: 0, lastAt: null };
  }

  /** Every use of one of the viewer's own consents, last first; null when there is no such consent. */
  async usesInFull(consentId: string, page: PageRequest): Promise<Page<ConsentUse> | null> {
    const { learnerId } = asLearner(this.deps.viewer);
    const window = pageWindow(page, z.tuple([z.number().int()]));
    if (!(await this.graph.consentById({ learnerId, id: consentId }))) return null;
    const rows = await this.graph.usesOfConsent({
      learnerId,
      id: consentId,
      beforeSeq: window.after?.[0] ?? null,
      limit: window.limit,
    });
    return pageOf(
      window,
      rows,
      { node: (use) => use, keysOf: ({ seq }): [number] => [seq] },
      async () => (await this.usesOf(consentId)).total,
    );
  }

  /** Gives a consent; an earlier one to the same grantee for the same purpose ends with it, so that withdrawing this one withdraws all. */
  async grant(input: ConsentInput, idempotencyKey: string): Promise<LearnerConsent> {
    const { learnerId } = asLearner(this.deps.viewer);
    const agreed = checkInput('input', consentRules, input);
    const id = await this.deps.mutations.perform(
      { name: 'grantConsent', input: agreed, idempotencyKey },
      async (change) => {
        const grantee = await this.grantee(agreed, change.now);
        await this.checkLimits(learnerId, agreed);
        return this.write(learnerId, agreed, grantee, change);
      },
    );
    return this.reread(learnerId, id);
  }

  /** Withdraws a consent from now on. One withdrawn before stays as it was. */
  async withdraw(id: string, idempotencyKey: string): Promise<LearnerConsent> {
    const { learnerId } = asLearner(this.deps.viewer);
    await this.deps.mutations.perform(
      { name: 'withdrawConsent', input: { id }, idempotencyKey },
      async ({ run, now, audit }) => {
        const row = await repository(run, consentStatements).withdrawConsent({ learnerId, id, now });
        if (!row) throw notFound('consent', id);
        audit({
          chain: row.organizationId,
          action: 'withdrawConsent',
          purpose: null,
          subject: learnerId,
          objects: [id],
        });
        return id;
      },
    );
    return this.reread(learnerId, id);
  }

  /** Writes what a learner agreed to, within a change. Answers the consent's id. */
  async write(
    learnerId: string,
    agreed: CheckedConsent,
    { organizationId, campaign, expiresAt }: Grantee,
    { run, now, audit }: Change,
  ): Promise<string> {
    const text = consentText({
      ...agreed,
      campaign,
      credentials: agreed.credentialIds?.length ?? null,
      skills: agreed.skillUris?.length ?? null,
    });
    const row = await repository(run, consentStatements).grantConsent({
      learnerId,
      organizationId,
      campaignId: campaign?.id ?? null,
      id: newId(now),
      purpose: agreed.purpose,
      scopes: agreed.scopes,
      credentialIds: agreed.credentialIds ?? null,
      skillUris: agreed.skillUris ?? null,
      now,
      expiresAt,
      policyVersion: CONSENT_POLICY_VERSION,
      text,
      textHash: textHash(text),
    });
    if (!row) throw notFound('organisation', organizationId, 'input.organizationId');
    audit({
      chain: organizationId,
      action: 'grantConsent',
      purpose: null,
      subject: learnerId,
      objects: campaign ? [row.id, campaign.id] : [row.id],
    });
    return row.id;
  }

  /** A consent within a campaign ends with it at the latest. */
  private async grantee(agreed: CheckedConsent, now: Date): Promise<Grantee> {
    const { organizationId, campaignId, expiresAt = null } = agreed;
    if (expiresAt && expiresAt <= now)
      throw invalidInput(
        'input.expiresAt',
        'must lie in the future; leave it out for a consent without an end of its own.',
      );
    if (organizationId != null) return { organizationId, campaign: null, expiresAt };
    const campaign = await this.deps.campaigns.campaign(campaignId ?? '');
    if (!campaign) throw notFound('campaign', campaignId ?? '', 'input.campaignId');
    if (campaign.endsAt <= now)
      throw invalidInput('input.campaignId', 'names a campaign that has ended.', {
        reason: 'CAMPAIGN_ENDED',
      });
    const until = expiresAt && expiresAt < campaign.endsAt ? expiresAt : campaign.endsAt;
    return { organizationId: campaign.organizationId, campaign, expiresAt: until };
  }

  private async checkLimits(learnerId: string, { credentialIds, skillUris }: CheckedConsent): Promise<void> {
    if (credentialIds) {
      const rows = await this.graph.heldCredentials({ learnerId, ids: credentialIds });
      const held = new Set(rows.map(({ id }) => id));
      const index = credentialIds.findIndex((id) => !held.has(id));
      if (index >= 0)
        throw notFound('credential', credentialIds[index] ?? '', `input.credentialIds[${index}]`);
    }
    if (skillUris) {
      const rows = await this.graph.knownSkills({ uris: skillUris });
      const known = new Set(rows.map(({ uri }) => uri));
      const index = skillUris.findIndex((uri) => !known.has(uri));
      if (index >= 0) throw notFound('skill', skillUris[index] ?? '', `input.skillUris[${index}]`);
    }
  }

  private async reread(learnerId: string, id: string): Promise<LearnerConsent> {
    const row = await this.graph.consentById({ learnerId, id });
    if (!row) throw notFound('consent', id);
    return asSeen(row.consent, this.deps.clock());
  }
}

const asSeen = (consent: ConsentRecord, now: Date): LearnerConsent => ({
  ...consent,
  active: holds(consent, now),
});
