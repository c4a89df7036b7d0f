import { z } from 'zod';
import { batch } from '../../../platform/batch.ts';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Run, repository } from '../../../platform/graph/repository.ts';
import { checkInput, distinct } from '../../../platform/input.ts';
import { type Page, type PageRequest, pageOf, pageOfList, pageWindow } from '../../../platform/paging.ts';
import type { Reads } from '../audit/reads.ts';
import type { Mutations } from '../mutations.ts';
import type { OrganizationKind } from '../organization.repository.ts';
import { isSignedIn, needs, ROLES, type Role, rolesOf, type Viewer } from '../viewer.ts';
import {
  administer,
  administratorOf,
  asAdministrator,
  checkRoles,
  lockOrganization,
} from './administration.ts';
import { type MembershipRecord, memberStatements } from './members.repository.ts';
import { administeringRoles } from './membership.rules.ts';
import { openName } from './person-name.ts';

export const rolesRules = distinct(z.enum(ROLES), ROLES.length).min(1, 'must name at least one role.');

const START_OF_TIME = '0001-01-01T00:00:00.000Z';
const instantAndId = z.tuple([z.iso.datetime(), z.string()]);

/** Who belongs to an organisation, in which roles. */
export class MembersService {
  private readonly graph;
  private readonly mutations: Mutations;
  private readonly names;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      clock: Clock;
      keys: { readonly keyEncryptionKey: Uint8Array };
      reads: Reads;
      mutations: Mutations;
    },
  ) {
    this.graph = repository(deps.graph.run, memberStatements);
    this.mutations = deps.mutations;
    this.names = batch(
      (places) => this.readNames(places),
      ({ place }) => place,
    );
  }

  /** The members of the viewer's organisation in the order in which they joined, for those who administer it. */
  async list(request: PageRequest): Promise<Page<MembershipRecord>> {
    const { organizationId } = await administratorOf(this.deps.graph.run, this.deps.viewer);
    const window = pageWindow(request, instantAndId);
    const [after, afterId] = window.after ?? [START_OF_TIME, ''];
    const rows = await this.graph.membersOfOrganization({
      organizationId,
      after: new Date(after),
      afterId,
      limit: window.limit,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ membership }) => membership,
        keysOf: ({ membership }): [string, string] => [membership.since.toISOString(), membership.personId],
      },
      async () => (await this.graph.membersCount({ organizationId })).total,
    );
  }

  /** Where the viewer is a member; nowhere for an API key. */
  async mine(request: PageRequest): Promise<Page<MembershipRecord>> {
    const personId = this.deps.viewer.person?.id;
    const rows = personId ? await this.graph.membershipsOfPerson({ personId }) : [];
    return pageOfList(
      request,
      rows.map(({ membership }) => membership),
      ({ organizationId }) => organizationId,
    );
  }

  /** What a member calls themselves; null when they did not say. A look at somebody else's name is audited. */
  async nameOf(membership: MembershipRecord): Promise<string | null> {
    return (await this.names.load(placeOf(membership)))?.name ?? null;
  }

  /** Gives a member exactly these roles. CONFLICT (`LAST_ADMINISTRATOR`) when nobody would be left to administer the organisation. */
  async changeRoles(
    personId: string,
    roles: readonly Role[],
    idempotencyKey: string,
  ): Promise<MembershipRecord> {
    const { viewer } = this.deps;
    const { organizationId } = asAdministrator(viewer);
    const wanted = checkInput('roles', rolesRules, roles);
    const request = { name: 'changeMemberRoles', input: { personId, roles }, idempotencyKey };
    await this.mutations.perform(request, async (change) => {
      const kinds = await administer(change.run, viewer, organizationId);
      checkRoles('roles', wanted, kinds, { viewer, organizationId });
      const members = repository(change.run, memberStatements);
      const held = await this.rolesHeld(change.run, personId, organizationId);
      await members.setMembership({ personId, organizationId, roles: wanted, now: change.now });
      await keepAdministered(change.run, organizationId, kinds, held);
      change.audit({
        chain: organizationId,
        action: request.name,
        purpose: null,
        subject: null,
        objects: [personId],
      });
      return { personId };
    });
    const row = (await this.graph.membershipsOfPerson({ personId })).find(
      ({ membership }) => membership.organizationId === organizationId,
    );
    if (!row) throw notFound('member', personId);
    return row.membership;
  }

  /** Takes somebody out of the viewer's organisation; anybody may take themselves out. CONFLICT as for {@link changeRoles}. */
  async remove(personId: string, idempotencyKey: string): Promise<string> {
    const { viewer } = this.deps;
    if (!isSignedIn(viewer) || viewer.organizationId === null)
      throw needs(viewer, administeringRoles(['ISSUER']));
    const { organizationId } = viewer;
    const leaving = viewer.person?.id === personId;
    if (!leaving) asAdministrator(viewer);
    const request = { name: 'removeMember', input: { personId }, idempotencyKey };
    await this.mutations.perform(request, async (change) => {
      const kinds = leaving
        ? await lockOrganization(change.run, organizationId)
        : await administer(change.run, viewer, organizationId);
      const members = repository(change.run, memberStatements);
      const held = await this.rolesHeld(change.run, personId, organizationId);
      await members.endMembership({ personId, organizationId });
      await keepAdministered(change.run, organizationId, kinds, held);
      change.audit({
        chain: organizationId,
        action: request.name,
        purpose: null,
        subject: null,
        objects: [personId],
      });
      return { personId };
    });
    return personId;
  }

  /** Locks a member and answers their roles. Only a platform admin touches another one. */
  private async rolesHeld(run: Run, personId: string, organizationId: string): Promise<readonly Role[]> {
    const held = (await repository(run, memberStatements).lockPerson({ id: personId, organizationId }))
      ?.roles;
    if (!held) throw notFound('member', personId);
    const { viewer } = this.deps;
    if (held.includes('PLATFORM_ADMIN') && !rolesOf(viewer).includes('PLATFORM_ADMIN'))
      throw needs(viewer, ['PLATFORM_ADMIN']);
    return held;
  }

  private async readNames(places: string[]): Promise<{ place: string; name: string }[]> {
    const { viewer, keys, reads } = this.deps;
    const pairs = places.map((place) => {
      const [organizationId = '', personId = ''] = place.split(' ');
      return { organizationId, personId };
    });
    const rows = await this.graph.namesOfMembers({ pairs });
    for (const { organizationId, personId } of rows)
      if (personId !== viewer.person?.id)
        reads.note({
          chain: organizationId,
          purpose: 'ADMINISTRATION',
          subject: personId,
          objects: ['Membership.name'],
        });
    return rows.map((row) => ({ place: placeOf(row), name: openName(keys.keyEncryptionKey, row) }));
  }
}

const placeOf = ({ organizationId, personId }: { organizationId: string; personId: string }): string =>
  `${organizationId} ${personId}`;

/** Rolls a change back that took the last role away which administers the organisation. */
async function keepAdministered(
  run: Run,
  organizationId: string,
  kinds: readonly OrganizationKind[],
  held: readonly Role[],
): Promise<void> {
  const roles = administeringRoles(kinds);
  if (!held.some((role) => roles.includes(role))) return;
  const { total } = await repository(run, memberStatements).administratorsCount({ organizationId, roles });
  if (total === 0)
    throw conflict(
      `Nobody would be left to administer the organisation. Give somebody else the role ${roles[0]} first.`,
      { reason: 'LAST_ADMINISTRATOR', roles },
    );
}
