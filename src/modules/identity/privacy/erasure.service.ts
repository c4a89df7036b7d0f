import type { Clock } from '../../../platform/clock.ts';
import { conflict, invalidInput, notFound } from '../../../platform/errors.ts';
import { type Row, type Run, repository } from '../../../platform/graph/repository.ts';
import type { Mutations } from '../mutations.ts';
import { memberStatements } from '../sign-in/members.repository.ts';
import { administeringRoles } from '../sign-in/membership.rules.ts';
import { asLearner, type Viewer } from '../viewer.ts';
import { erasureStatements } from './erasure.repository.ts';

/** What somebody must send to be erased, word for word: it cannot be undone. */
export const CONFIRMATION = 'ERASE EVERYTHING ABOUT ME';

/** What is left of somebody: that this id was erased, and when. */
export interface Erasure {
  readonly id: string;
  readonly erasedAt: Date;
}

/** Erases people on their own request. */
export class ErasureService {
  constructor(
    private readonly deps: {
      readonly viewer: Viewer;
      readonly clock: Clock;
      readonly mutations: Mutations;
    },
  ) {}

  /**
   * Destroys the viewer's key, so that nothing sealed with it opens again; deletes their work, feedback, consents, API keys and account; and leaves a
   * tombstone. For LEARNER. INVALID_INPUT without the confirmation; CONFLICT
   * (`LAST_ADMINISTRATOR`) for a person without whom nobody would administer an organisation.
   */
  async eraseMe(confirmation: string, idempotencyKey: string): Promise<Erasure> {
    const { learnerId } = asLearner(this.deps.viewer);
    if (confirmation !== CONFIRMATION)
      throw invalidInput('confirmation', `must be exactly "${CONFIRMATION}": this cannot be undone.`);
    const { erasedAt } = await this.deps.mutations.perform(
      { name: 'eraseMe', input: {}, idempotencyKey },
      async ({ run, now, audit }) => {
        const store = repository(run, erasureStatements);
        const locked = await store.lockErasure({ learnerId, now });
        if (!locked) throw notFound('learner', learnerId);
        for (const membership of locked.memberships) await handedOver(run, membership);
        await store.eraseCredentials({ learnerId, now });
        await store.eraseFeedback({ learnerId });
        await store.eraseSubmissions({ learnerId });
        await store.eraseRecords({ learnerId });
        await store.erasePortfolio({ learnerId });
        await store.eraseAgreements({ learnerId });
        await store.erasePerson({ learnerId, now });
        for (const chain of ['platform', ...locked.registeredBy])
          audit({ chain, action: 'eraseMe', purpose: null, subject: learnerId, objects: [] });
        return { erasedAt: now.toISOString() };
      },
    );
    return { id: learnerId, erasedAt: new Date(erasedAt) };
  }
}

type Membership = Row<typeof erasureStatements.lockErasure>['memberships'][number];

/** Ends a membership; refused when nobody would be left to administer the organisation. */
async function handedOver(run: Run, { personId, organizationId, kinds, roles }: Membership): Promise<void> {
  const members = repository(run, memberStatements);
  await members.endMembership({ personId, organizationId });
  const administering = administeringRoles(kinds ?? []);
  if (!roles.some((role) => administering.includes(role))) return;
  const { total } = await members.administratorsCount({ organizationId, roles: administering });
  if (total === 0)
    throw conflict(
      `Nobody would be left to administer the organisation "${organizationId}". Give somebody else the role ${administering[0]} first.`,
      { reason: 'LAST_ADMINISTRATOR', organizationId, roles: administering },
    );
}
