import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../platform/graph/types.ts';

const campaignRecord = z.strictObject({
  id,
  organizationId: id,
  name: z.string(),
  purposeText: z.string(),
  createdAt: dateTime,
  endsAt: dateTime,
});

export type CampaignRecord = z.output<typeof campaignRecord>;

const row = { campaign: campaignRecord };

export const campaignStatements = {
  campaignsByIds: read('identity/consent/campaigns-by-ids', {
    params: { ids: z.array(id) },
    row,
    returns: 'many',
  }),
  campaignsOfOrganization: read('identity/consent/campaigns-of-organization', {
    params: {
      organizationId: id,
      activeOnly: z.boolean(),
      now: instant,
      beforeAt: instant,
      afterId: z.string(),
      limit: int,
    },
    row,
    returns: 'many',
  }),
  campaignsOfOrganizationCount: read('identity/consent/campaigns-of-organization-count', {
    params: { organizationId: id, activeOnly: z.boolean(), now: instant },
    row: { total: z.number().int() },
    returns: 'one',
  }),
  createCampaign: write('identity/consent/create-campaign', {
    params: { organizationId: id, id, name: id, purposeText: id, now: instant, endsAt: instant },
    row: { id },
    returns: 'maybe',
  }),
  endCampaign: write('identity/consent/end-campaign', {
    params: { organizationId: id, id, now: instant },
    row: { id },
    returns: 'maybe',
  }),
};
