import { z } from 'zod';
import { batch } from '../../../platform/batch.ts';
import type { Clock } from '../../../platform/clock.ts';
import { invalidInput, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput, text } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import type { Mutations } from '../mutations.ts';
import { asMember, type Viewer } from '../viewer.ts';
import { type CampaignRecord, campaignStatements } from './campaign.repository.ts';

const campaignRules = z.object({
  name: text(200),
  purposeText: text(2_000),
  endsAt: z.date(),
});
export type CampaignInput = z.input<typeof campaignRules>;

const RUNNERS = ['EMPLOYER', 'ISSUER_ADMIN', 'ISSUER_STAFF'] as const;

/** Campaigns for which organisations ask learners for consent. What a campaign is for never changes; it can only end. Public. */
export class CampaignService {
  private readonly graph;
  private readonly byId;

  constructor(private readonly deps: { graph: Graph; viewer: Viewer; clock: Clock; mutations: Mutations }) {
    const graph = repository(deps.graph.run, campaignStatements);
    this.graph = graph;
    this.byId = batch(
      (ids) => graph.campaignsByIds({ ids }),
      ({ campaign }) => campaign.id,
    );
  }

  async campaign(id: string): Promise<CampaignRecord | null> {
    return (await this.byId.load(id))?.campaign ?? null;
  }

  /** The campaigns of an organisation, the one that ends last first; with `activeOnly` only those that have not ended. */
  async ofOrganization(
    organizationId: string,
    activeOnly: boolean,
    page: PageRequest,
  ): Promise<Page<CampaignRecord>> {
    const window = newestFirst(page);
    const asked = { organizationId, activeOnly, now: this.deps.clock() };
    const rows = await this.graph.campaignsOfOrganization({
      ...asked,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ campaign }) => campaign,
        keysOf: ({ campaign }): [string, string] => [campaign.endsAt.toISOString(), campaign.id],
      },
      async () => (await this.graph.campaignsOfOrganizationCount(asked)).total,
    );
  }

  /** Opens a campaign of the viewer's organisation. */
  async create(input: CampaignInput, idempotencyKey?: string): Promise<CampaignRecord> {
    const { organizationId } = asMember(this.deps.viewer, ...RUNNERS);
    const { name, purposeText, endsAt } = checkInput('input', campaignRules, input);
    const id = await this.deps.mutations.perform(
      { name: 'createCampaign', input: { organizationId, name, purposeText, endsAt }, idempotencyKey },
      async ({ run, now, audit }) => {
        if (endsAt <= now) throw invalidInput('input.endsAt', 'must lie in the future.');
        const id = newId(now);
        const made = await repository(run, campaignStatements).createCampaign({
          organizationId,
          id,
          name,
          purposeText,
          now,
          endsAt,
        });
        if (!made) throw notFound('organisation', organizationId);
        audit({
          chain: organizationId,
          action: 'createCampaign',
          purpose: null,
          subject: null,
          objects: [id],
        });
        return id;
      },
    );
    return this.reread(id);
  }

  /** Ends a campaign of the viewer's organisation now, and with it every consent within it. */
  async end(id: string, idempotencyKey?: string): Promise<CampaignRecord> {
    const { organizationId } = asMember(this.deps.viewer, ...RUNNERS);
    await this.deps.mutations.perform(
      { name: 'endCampaign', input: { organizationId, id }, idempotencyKey },
      async ({ run, now, audit }) => {
        const ended = await repository(run, campaignStatements).endCampaign({ organizationId, id, now });
        if (!ended) throw notFound('campaign', id);
        audit({ chain: organizationId, action: 'endCampaign', purpose: null, subject: null, objects: [id] });
        return id;
      },
    );
    return this.reread(id);
  }

  private async reread(id: string): Promise<CampaignRecord> {
    const [row] = await this.graph.campaignsByIds({ ids: [id] });
    if (!row) throw notFound('campaign', id);
    return row.campaign;
  }
}
