import { notFound } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import { digestOf, formatApiKey, newSecret } from './api-key.ts';
import { identityStatements } from './identity.repository.ts';
import type { Role, Scope } from './viewer.ts';

/** Whom a new key acts for: an organisation in a role, or a learner. */
export interface ApiKeyGrant {
  readonly name: string;
  readonly role: Role;
  readonly organizationId?: string;
  readonly learnerId?: string;
  readonly expiresAt?: Date;
  /** What the key is limited to; not at all when left out. */
  readonly scopes?: readonly Scope[];
  /** Who made it, as audit events name them. */
  readonly createdBy?: string;
  /** The key it comes after. */
  readonly replaces?: string;
  /** Fixed id and secret; both are made when left out. */
  readonly id?: string;
  readonly secret?: string;
}

/**
 * Makes an API key and answers it whole; only its digest is stored, so this is the one time it can be read. Whoever calls has decided
 * that it may be made: the API does so in `sign-in/api-keys.service.ts`.
 */
export async function createApiKey(
  { run }: Pick<Graph, 'run'>,
  grant: ApiKeyGrant,
  now: Date,
): Promise<string> {
  const id = grant.id ?? newId(now);
  const secret = grant.secret ?? newSecret();
  const made = await repository(run, identityStatements).createApiKey({
    id,
    name: grant.name,
    digest: digestOf(secret),
    role: grant.role,
    scopes: grant.scopes ? [...grant.scopes] : null,
    now,
    createdBy: grant.createdBy ?? null,
    replaces: grant.replaces ?? null,
    expiresAt: grant.expiresAt ?? null,
    organizationId: grant.organizationId ?? null,
    learnerId: grant.learnerId ?? null,
  });
  if (!made) throw notFound('organisation or learner', grant.organizationId ?? grant.learnerId ?? '');
  return formatApiKey({ id, secret });
}
