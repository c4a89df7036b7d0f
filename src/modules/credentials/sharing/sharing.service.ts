import { batchMany } from '../../../platform/batch.ts';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Run, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import type { Sealer } from '../../../platform/seal.ts';
import { digestOf, newSecret } from '../../identity/api-key.ts';
import { PLATFORM } from '../../identity/audit/audit.service.ts';
import type { Reads } from '../../identity/audit/reads.ts';
import type { MutationRequest, Mutations } from '../../identity/mutations.ts';
import { expiryOf } from '../../identity/sign-in/expiry.ts';
import { asLearner, type Viewer } from '../../identity/viewer.ts';
import { openDocument } from '../drafts.ts';
import type { PublicUrls } from '../public-urls.ts';
import { sharingStatements } from './sharing.repository.ts';

/** A link that shows a credential to whoever has it. */
export interface Share {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** A link that was just made. */
export interface NewShare {
  readonly credentialId: string;
  readonly expiresAt: Date;
  /** The address with the secret, this one time; null when the request was carried out before. */
  readonly url: string | null;
}

/** How many links may lead to one credential at a time. */
export const MOST_SHARES = 20;

/** How long a link may last, and how long it does unless said. */
export const SHARE_DAYS = { default: 30, max: 366 } as const;

type Work = (run: Run, now: Date) => Promise<string>;

/** How learners show a credential to others: by links that end, or to everybody. */
export class SharingService {
  readonly #sharing;
  readonly #byCredential;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly clock: Clock;
      readonly kek: Sealer;
      readonly mutations: Mutations;
      readonly reads: Reads;
      readonly urls: PublicUrls;
      /** The viewer's own. */
      readonly credentials: { document(id: string): Promise<string | null> };
    },
  ) {
    this.#sharing = repository(deps.graph.run, sharingStatements);
    this.#byCredential = batchMany(
      (ids) => this.#sharesOf(ids),
      ({ credentialId }) => credentialId,
    );
  }

  /** The links that lead to a credential now, the newest first, for its learner; null for anybody else. */
  async shares(credentialId: string, learnerId: string): Promise<readonly Share[] | null> {
    if (learnerId !== this.deps.viewer.learnerId) return null;
    return this.#byCredential.load(credentialId);
  }

  /**
   * Makes a link that shows a credential until it expires. NOT_FOUND for a credential the viewer does not hold; INVALID_INPUT
   * (`expiresAt`); CONFLICT (`TOO_MANY_SHARES`).
   */
  async share(
    credentialId: string,
    expiresAt: Date | null | undefined,
    idempotencyKey: string | undefined,
  ): Promise<NewShare> {
    const { learnerId } = asLearner(this.deps.viewer);
    const fresh = { id: newId(this.deps.clock()), secret: newSecret() };
    const asked = {
      name: 'shareCredential',
      input: { credentialId, expiresAt: expiresAt?.toISOString() ?? null },
      idempotencyKey,
    };
    const made = await this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
      const until = expiryOf('expiresAt', expiresAt, now, SHARE_DAYS);
      const written = await repository(run, sharingStatements).createShare({
        learnerId,
        credentialId,
        id: fresh.id,
        digest: digestOf(fresh.secret),
        now,
        expiresAt: until,
        most: MOST_SHARES,
      });
      if (!written) throw notFound('credential', credentialId);
      if (written.live >= MOST_SHARES)
        throw conflict(
          `${MOST_SHARES} links lead to this credential already. Take one back first (revokeCredentialShare).`,
          { reason: 'TOO_MANY_SHARES', max: MOST_SHARES },
        );
      audit({
        chain: PLATFORM,
        action: asked.name,
        purpose: null,
        subject: learnerId,
        objects: [credentialId, fresh.id],
      });
      return { id: fresh.id, expiresAt: until.toISOString() };
    });
    return {
      credentialId,
      expiresAt: new Date(made.expiresAt),
      url: made.id === fresh.id ? `${this.deps.urls.credential(credentialId)}?share=${fresh.secret}` : null,
    };
  }

  /** Takes a link back from now on. Answers the credential it led to; NOT_FOUND for a link that is not the viewer's, or is gone. */
  revoke(id: string, idempotencyKey: string): Promise<string> {
    const { learnerId } = asLearner(this.deps.viewer);
    return this.#change({ name: 'revokeCredentialShare', input: { id }, idempotencyKey }, id, async (run) => {
      const gone = await repository(run, sharingStatements).deleteShare({ learnerId, id });
      if (!gone) throw notFound('share', id);
      return gone.credentialId;
    });
  }

  /** Shows a credential to everybody, or no longer. NOT_FOUND for one the viewer does not hold. */
  setPublic(credentialId: string, isPublic: boolean, idempotencyKey: string | undefined): Promise<string> {
    const { learnerId } = asLearner(this.deps.viewer);
    const name = isPublic ? 'makeCredentialPublic' : 'makeCredentialPrivate';
    return this.#change({ name, input: { credentialId }, idempotencyKey }, credentialId, async (run, now) => {
      const store = repository(run, sharingStatements);
      const changed = await store.setPublic({ learnerId, credentialId, public: isPublic, now });
      if (!changed) throw notFound('credential', credentialId);
      return changed.id;
    });
  }

  /**
   * The signed bytes of a credential for whoever asks at its address: its learner, anybody with the secret of a link (which the learner
   * can see afterwards), everybody if it is public. Null in any other case, whether there is such a credential or not.
   */
  async shown(id: string, secret: string | null): Promise<string | null> {
    const own = await this.deps.credentials.document(id);
    if (own !== null) return own;
    const digest = secret === null ? '' : digestOf(secret);
    const found = await this.#sharing.shownCredential({ id, digest, now: this.deps.clock() });
    if (!found) return null;
    if (found.byLink)
      this.deps.reads.note({ chain: PLATFORM, purpose: 'SHARED', subject: found.learnerId, objects: [id] });
    return openDocument('Credential', { ...found, id }, this.deps.kek);
  }

  #change(asked: MutationRequest, object: string, work: Work): Promise<string> {
    const { learnerId } = asLearner(this.deps.viewer);
    return this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
      const credentialId = await work(run, now);
      const objects = [...new Set([credentialId, object])];
      audit({ chain: PLATFORM, action: asked.name, purpose: null, subject: learnerId, objects });
      return credentialId;
    });
  }

  async #sharesOf(ids: readonly string[]) {
    const { learnerId } = asLearner(this.deps.viewer);
    return this.#sharing.sharesOfCredentials({ learnerId, ids: [...ids], now: this.deps.clock() });
  }
}
