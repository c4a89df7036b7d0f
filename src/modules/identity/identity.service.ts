import { notFound, unauthenticated } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import { digestOf, formatApiKey, newSecret, parseApiKey, proves } from './api-key.ts';
import { identityStatements } from './identity.repository.ts';
import { ANONYMOUS, type Role, type Viewer } from './viewer.ts';

/** Whom a new key acts for: an organisation in a role, or a learner. */
export interface ApiKeyGrant {
  readonly name: string;
  readonly role: Role;
  readonly organizationId?: string;
  readonly learnerId?: string;
  readonly expiresAt?: Date;
  /** Fixed id and secret, for the sample world; both are made when left out. */
  readonly id?: string;
  readonly secret?: string;
}

/**
 * Who sent this `Authorization` header. No header is the anonymous viewer; a key that is malformed, unknown, wrong, expired
 * or revoked is UNAUTHENTICATED, always with the same words.
 */
export async function authenticate(graph: Graph, header: string | undefined, now: Date): Promise<Viewer> {
  if (!header) return ANONYMOUS;
  const refused = unauthenticated(
    'The API key is not valid: check it, or ask for a new one. Send it as "Authorization: Bearer cg_…".',
  );
  const sent = parseApiKey(/^Bearer (\S+)$/i.exec(header)?.[1] ?? '');
  if (!sent) throw refused;
  const key = await repository(graph.run, identityStatements).apiKey({ id: sent.id });
  if (!key || !proves(sent.secret, key.digest)) throw refused;
  if (key.revokedAt || (key.expiresAt && key.expiresAt <= now)) throw refused;
  return {
    role: key.role,
    organizationId: key.organizationId,
    learnerId: key.learnerId,
    keyId: sent.id,
  };
}

/** Makes an API key and answers it whole; only its digest is stored, so this is the one time it can be read. */
export async function createApiKey(graph: Graph, grant: ApiKeyGrant, now: Date): Promise<string> {
  const id = grant.id ?? newId(now);
  const secret = grant.secret ?? newSecret();
  const made = await repository(graph.run, identityStatements).createApiKey({
    id,
    name: grant.name,
    digest: digestOf(secret),
    role: grant.role,
    now,
    expiresAt: grant.expiresAt ?? null,
    organizationId: grant.organizationId ?? null,
    learnerId: grant.learnerId ?? null,
  });
  if (!made) throw notFound('organisation or learner', grant.organizationId ?? grant.learnerId ?? '');
  return formatApiKey({ id, secret });
}
