import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import type { Mutations } from '../mutations.ts';
import type { OrganizationRecord } from '../organization.repository.ts';
import { OrganizationService } from '../organization.service.ts';
import type { Viewer } from '../viewer.ts';
import { administer, asAdministrator } from './administration.ts';
import { organizationProfileStatements } from './organization-profile.repository.ts';
import { type OrganizationProfileInput, organizationProfileRules } from './organization-profile.rules.ts';

/** Lets those who administer an organisation say what it is. */
export class OrganizationProfileService {
  constructor(private readonly deps: { graph: Graph; viewer: Viewer; mutations: Mutations }) {}

  /** Replaces what the viewer's organisation says of itself; its name and what it does here stay. FORBIDDEN for who does not administer it. */
  async update(input: OrganizationProfileInput, idempotencyKey?: string): Promise<OrganizationRecord> {
    const { organizationId } = asAdministrator(this.deps.viewer);
    const { url, regions } = checkInput('input', organizationProfileRules, input);
    const request = { name: 'updateOrganization', input, idempotencyKey };
    const id = await this.deps.mutations.perform(request, async ({ run, audit }) => {
      await administer(run, this.deps.viewer, organizationId);
      const store = repository(run, organizationProfileStatements);
      await store.updateOrganization({ id: organizationId, url: url ?? null, regions });
      audit({
        chain: organizationId,
        action: request.name,
        purpose: null,
        subject: null,
        objects: [organizationId],
      });
      return organizationId;
    });
    const organization = await new OrganizationService({ graph: this.deps.graph }).organization(id);
    if (!organization) throw new Error('The organisation just changed cannot be read.');
    return organization;
  }
}
