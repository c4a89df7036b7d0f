import type { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import { formatApiKey, newSecret } from '../api-key.ts';
import { createApiKey } from '../identity.service.ts';
import type { Mutations } from '../mutations.ts';
import { actorOf, type Viewer } from '../viewer.ts';
import { administer, administratorOf, asAdministrator, checkRoles } from './administration.ts';
import {
  apiKeyRules,
  checkRotation,
  KEY_LIFE_DAYS,
  type KeyState,
  OVERLAP_DAYS,
  stateOf,
} from './api-key.rules.ts';
import { type ApiKeyRecord, apiKeyStatements } from './api-keys.repository.ts';
import { expiryOf } from './expiry.ts';

export type ApiKeyInput = z.input<typeof apiKeyRules>;

/** An API key as its organisation sees it; never its secret. */
export type ApiKey = ApiKeyRecord & { readonly state: KeyState };

/** A key that was just made. */
export interface NewApiKey {
  readonly apiKey: ApiKey;
  /** The whole key, this one time; null when the request was carried out before and only its result is told again. */
  readonly secret: string | null;
}

export interface Rotation {
  readonly id: string;
  readonly oldKeyExpiresAt?: Date | null | undefined;
  readonly expiresAt?: Date | null | undefined;
}

/** The API keys of the viewer's organisation, for those who administer it. */
export class ApiKeysService {
  private readonly graph;
  private readonly mutations: Mutations;

  constructor(private readonly deps: { graph: Graph; viewer: Viewer; clock: Clock; mutations: Mutations }) {
    this.graph = repository(deps.graph.run, apiKeyStatements);
    this.mutations = deps.mutations;
  }

  /** The newest first, with those that are expired or revoked. */
  async list(request: PageRequest): Promise<Page<ApiKey>> {
    const { organizationId } = await administratorOf(this.deps.graph.run, this.deps.viewer);
    const window = newestFirst(request);
    const rows = await this.graph.apiKeysOfOrganization({
      organizationId,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ key }) => this.asSeen(key),
        keysOf: ({ key }): [string, string] => [key.createdAt.toISOString(), key.id],
      },
      async () => (await this.graph.apiKeysCount({ organizationId })).total,
    );
  }

  /** Makes a key in a role of the organisation, limited to scopes if any are given. */
  async create(input: ApiKeyInput, idempotencyKey: string): Promise<NewApiKey> {
    const { viewer } = this.deps;
    const { organizationId } = asAdministrator(viewer);
    const grant = checkInput('input', apiKeyRules, input);
    const fresh = { id: newId(this.deps.clock()), secret: newSecret() };
    const request = { name: 'createApiKey', input, idempotencyKey };
    const made = await this.mutations.perform(request, async (change) => {
      const kinds = await administer(change.run, viewer, organizationId);
      checkRoles('input.role', [grant.role], kinds, { viewer, organizationId });
      const expiresAt = expiryOf('input.expiresAt', grant.expiresAt, change.now, KEY_LIFE_DAYS);
      const { name, role, scopes } = grant;
      await createApiKey(
        change,
        { ...fresh, name, role, scopes, expiresAt, organizationId, createdBy: actorOf(viewer) },
        change.now,
      );
      change.audit({
        chain: organizationId,
        action: request.name,
        purpose: null,
        subject: null,
        objects: [fresh.id],
      });
      return { id: fresh.id };
    });
    return this.shown(organizationId, made.id, fresh);
  }

  /**
   * Makes the key that comes after another, with its name, role and scopes; the other works on until it expires. CONFLICT
   * (`TWO_KEYS_LIVE`, `KEY_NOT_LIVE`) when that would make a third live one, or the other is not live.
   */
  async rotate(rotation: Rotation, idempotencyKey: string): Promise<NewApiKey> {
    const { viewer } = this.deps;
    const { organizationId } = asAdministrator(viewer);
    const { id } = rotation;
    const fresh = { id: newId(this.deps.clock()), secret: newSecret() };
    const request = { name: 'rotateApiKey', input: rotation, idempotencyKey };
    const made = await this.mutations.perform(request, async (change) => {
      const { now } = change;
      await administer(change.run, viewer, organizationId);
      const keys = repository(change.run, apiKeyStatements);
      const old = await keys.lockApiKey({ id, organizationId });
      if (!old) throw notFound('API key', id);
      checkRotation(old.key, old.neighbours, now);
      const until = expiryOf('oldKeyExpiresAt', rotation.oldKeyExpiresAt, now, OVERLAP_DAYS);
      const expiresAt = expiryOf('expiresAt', rotation.expiresAt, now, KEY_LIFE_DAYS);
      await keys.endApiKey({ id, expiresAt: earlier(until, old.key.expiresAt), revokedAt: null });
      const { name, role, scopes } = old.key;
      await createApiKey(
        change,
        { ...fresh, name, role, scopes, expiresAt, organizationId, createdBy: actorOf(viewer), replaces: id },
        now,
      );
      change.audit({
        chain: organizationId,
        action: request.name,
        purpose: null,
        subject: null,
        objects: [id, fresh.id],
      });
      return { id: fresh.id };
    });
    return this.shown(organizationId, made.id, fresh);
  }

  /** Ends a key at once: its next request is refused. CONFLICT when it was revoked before. */
  async revoke(id: string, idempotencyKey: string): Promise<ApiKey> {
    const { viewer } = this.deps;
    const { organizationId } = asAdministrator(viewer);
    const request = { name: 'revokeApiKey', input: { id }, idempotencyKey };
    await this.mutations.perform(request, async (change) => {
      await administer(change.run, viewer, organizationId);
      const keys = repository(change.run, apiKeyStatements);
      const found = await keys.lockApiKey({ id, organizationId });
      if (!found) throw notFound('API key', id);
      if (found.key.revokedAt) throw conflict('This key is revoked already.', { reason: 'ALREADY_REVOKED' });
      await keys.endApiKey({ id, expiresAt: found.key.expiresAt, revokedAt: change.now });
      change.audit({
        chain: organizationId,
        action: request.name,
        purpose: null,
        subject: null,
        objects: [id],
      });
      return { id };
    });
    return this.reread(organizationId, id);
  }

  private async shown(
    organizationId: string,
    id: string,
    fresh: { id: string; secret: string },
  ): Promise<NewApiKey> {
    const apiKey = await this.reread(organizationId, id);
    // an earlier request made another key: its secret was shown then, and is kept nowhere
    return { apiKey, secret: id === fresh.id ? formatApiKey(fresh) : null };
  }

  private async reread(organizationId: string, id: string): Promise<ApiKey> {
    const [row] = await this.graph.apiKeysByIds({ organizationId, ids: [id] });
    if (!row) throw notFound('API key', id);
    return this.asSeen(row.key);
  }

  private asSeen(key: ApiKeyRecord): ApiKey {
    return { ...key, state: stateOf(key, this.deps.clock()) };
  }
}

const earlier = (one: Date, other: Date | null): Date => (other && other < one ? other : one);
