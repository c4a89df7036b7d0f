import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput, distinct, text } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import { digestOf, formatSecret, newSecret } from '../api-key.ts';
import type { Change, Mutations } from '../mutations.ts';
import { ORGANIZATION_KINDS, type OrganizationKind } from '../organization.repository.ts';
import { actorOf, asMember, type Role, type Viewer } from '../viewer.ts';
import { administer, administratorOf, asAdministrator, checkRoles } from './administration.ts';
import { expiryOf } from './expiry.ts';
import { type InvitationRecord, invitationStatements } from './invitations.repository.ts';
import { rolesRules } from './members.service.ts';
import { administeringRoles } from './membership.rules.ts';
import { profileFields } from './organization-profile.rules.ts';

/** An invitation is open for a week when nobody says otherwise, and for 30 days at most. */
const OPEN_DAYS = { default: 7, max: 30 };

export interface MemberInvitation {
  readonly roles: readonly Role[];
  readonly organizationId?: string | null | undefined;
  readonly expiresAt?: Date | null | undefined;
}

export interface LearnerInvitation {
  readonly learnerId: string;
  readonly expiresAt?: Date | null | undefined;
}

export const organizationRules = z.object({
  name: text(200),
  ...profileFields,
  kinds: distinct(z.enum(ORGANIZATION_KINDS), ORGANIZATION_KINDS.length).min(1, 'must name at least one.'),
});
export type OrganizationInput = z.input<typeof organizationRules>;

export type InvitationState = 'OPEN' | 'USED' | 'WITHDRAWN' | 'EXPIRED';
export type Invitation = InvitationRecord & { readonly state: InvitationState };

export interface NewInvitation {
  readonly invitation: Invitation;
  /** What opens it, this one time; null when the request was carried out before and only its result is told again. */
  readonly token: string | null;
}

/** Invites people into organisations, and learners to their own records. Only a digest of what opens an invitation is kept. */
export class InvitationsService {
  private readonly graph;
  private readonly mutations: Mutations;

  constructor(private readonly deps: { graph: Graph; viewer: Viewer; clock: Clock; mutations: Mutations }) {
    this.graph = repository(deps.graph.run, invitationStatements);
    this.mutations = deps.mutations;
  }

  /** The newest first, with those that are over. For those who administer the organisation. */
  async list(request: PageRequest): Promise<Page<Invitation>> {
    const { organizationId } = await administratorOf(this.deps.graph.run, this.deps.viewer);
    const window = newestFirst(request);
    const rows = await this.graph.invitationsOfOrganization({
      organizationId,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ invitation }) => this.asSeen(invitation),
        keysOf: ({ invitation }): [string, string] => [invitation.createdAt.toISOString(), invitation.id],
      },
      async () => (await this.graph.invitationsCount({ organizationId })).total,
    );
  }

  /** Invites somebody into the viewer's organisation; a platform admin also the first administrator of another. */
  async inviteMember(input: MemberInvitation, idempotencyKey: string): Promise<NewInvitation> {
    const { viewer } = this.deps;
    const own = asAdministrator(viewer).organizationId;
    const organizationId = input.organizationId ?? own;
    if (organizationId !== own) asMember(viewer, 'PLATFORM_ADMIN');
    const roles = checkInput('input.roles', rolesRules, input.roles);
    const fresh = { id: newId(this.deps.clock()), secret: newSecret() };
    const made = await this.mutations.perform(
      { name: 'inviteMember', input, idempotencyKey },
      async (change) => {
        const kinds = await administer(change.run, viewer, organizationId, true);
        checkRoles('input.roles', roles, kinds, { viewer, organizationId });
        await this.store(change, fresh, { organizationId, roles, expiresAt: input.expiresAt });
        change.audit(entry('inviteMember', organizationId, null, [fresh.id]));
        return { id: fresh.id };
      },
    );
    return this.shown(organizationId, made.id, fresh);
  }

  /** Invites a learner whom the viewer's organisation registered to sign in as themselves. For ISSUER_ADMIN and ISSUER_STAFF. */
  async inviteLearner(input: LearnerInvitation, idempotencyKey: string): Promise<NewInvitation> {
    const { organizationId } = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const { learnerId } = input;
    const fresh = { id: newId(this.deps.clock()), secret: newSecret() };
    const made = await this.mutations.perform(
      { name: 'inviteLearner', input, idempotencyKey },
      async (change) => {
        const learner = await repository(change.run, invitationStatements).learnerToClaim({
          organizationId,
          learnerId,
        });
        if (!learner) throw notFound('learner', learnerId);
        if (learner.claimed) throw alreadyClaimed();
        await this.store(change, fresh, { organizationId, learnerId, roles: [], expiresAt: input.expiresAt });
        change.audit(entry('inviteLearner', organizationId, learnerId, [fresh.id]));
        return { id: fresh.id };
      },
    );
    return this.shown(organizationId, made.id, fresh);
  }

  /** Closes an open invitation. CONFLICT when it was used or withdrawn before. */
  async withdraw(id: string, idempotencyKey: string): Promise<Invitation> {
    const { viewer } = this.deps;
    const { organizationId } = asAdministrator(viewer);
    const request = { name: 'withdrawInvitation', input: { id }, idempotencyKey };
    await this.mutations.perform(request, async (change) => {
      await administer(change.run, viewer, organizationId);
      const invitations = repository(change.run, invitationStatements);
      const found = await invitations.lockInvitation({ id });
      if (!found || found.organizationId !== organizationId) throw notFound('invitation', id);
      if (found.usedAt || found.withdrawnAt)
        throw conflict('This invitation was used or withdrawn before.', { reason: 'INVITATION_OVER' });
      await invitations.endInvitation({ id, usedAt: null, withdrawnAt: change.now });
      change.audit(entry(request.name, organizationId, found.learnerId, [id]));
      return { id };
    });
    return this.reread(organizationId, id);
  }

  /** Makes an organisation, with an invitation for the first who administers it. For PLATFORM_ADMIN. */
  async createOrganization(
    input: OrganizationInput,
    idempotencyKey: string,
  ): Promise<{ organizationId: string; invitation: NewInvitation }> {
    asMember(this.deps.viewer, 'PLATFORM_ADMIN');
    const { name, url, regions, kinds } = checkInput('input', organizationRules, input);
    const id = newId(this.deps.clock());
    const fresh = { id: newId(this.deps.clock()), secret: newSecret() };
    const request = { name: 'createOrganization', input, idempotencyKey };
    const made = await this.mutations.perform(request, async (change) => {
      await repository(change.run, invitationStatements).createOrganization({
        id,
        name,
        url: url ?? null,
        regions,
        kinds,
        now: change.now,
      });
      await this.store(change, fresh, { organizationId: id, roles: firstRoles(kinds) });
      change.audit(entry(request.name, 'platform', null, [id]));
      change.audit(entry(request.name, id, null, [id, fresh.id]));
      return { id, invitationId: fresh.id };
    });
    return { organizationId: made.id, invitation: await this.shown(made.id, made.invitationId, fresh) };
  }

  private async store(
    change: Change,
    { id, secret }: { id: string; secret: string },
    into: {
      organizationId: string;
      learnerId?: string;
      roles: readonly Role[];
      expiresAt?: Date | null | undefined;
    },
  ): Promise<void> {
    await repository(change.run, invitationStatements).createInvitation({
      id,
      organizationId: into.organizationId,
      learnerId: into.learnerId ?? null,
      digest: digestOf(secret),
      roles: [...into.roles],
      now: change.now,
      createdBy: actorOf(this.deps.viewer),
      expiresAt: expiryOf('input.expiresAt', into.expiresAt, change.now, OPEN_DAYS),
    });
  }

  private async shown(
    organizationId: string,
    id: string,
    fresh: { id: string; secret: string },
  ): Promise<NewInvitation> {
    const invitation = await this.reread(organizationId, id);
    return { invitation, token: id === fresh.id ? formatSecret('ci', fresh) : null };
  }

  private async reread(organizationId: string, id: string): Promise<Invitation> {
    const [row] = await this.graph.invitationsByIds({ organizationId, ids: [id] });
    if (!row) throw notFound('invitation', id);
    return this.asSeen(row.invitation);
  }

  private asSeen(invitation: InvitationRecord): Invitation {
    return { ...invitation, state: stateOf(invitation, this.deps.clock()) };
  }
}

export const alreadyClaimed = () =>
  conflict('Somebody signs in as this learner already.', { reason: 'LEARNER_CLAIMED' });

/** Whether an invitation can still be accepted at an instant. */
export function stateOf(
  invitation: Pick<InvitationRecord, 'usedAt' | 'withdrawnAt' | 'expiresAt'>,
  now: Date,
): InvitationState {
  if (invitation.usedAt) return 'USED';
  if (invitation.withdrawnAt) return 'WITHDRAWN';
  return invitation.expiresAt <= now ? 'EXPIRED' : 'OPEN';
}

const firstRoles = (kinds: readonly OrganizationKind[]): Role[] => administeringRoles(kinds).slice(0, 1);

const entry = (action: string, chain: string, subject: string | null, objects: readonly string[]) => ({
  chain,
  action,
  purpose: null,
  subject,
  objects,
});
