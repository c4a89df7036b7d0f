import { createHash } from 'node:crypto';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import type { Clock } from '../../../../platform/clock.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { repository } from '../../../../platform/graph/repository.ts';
import { createSealer } from '../../../../platform/seal.ts';
import { keyFor } from '../wallets/wallet-offer.ts';
import { oauthStatements } from './hosts.repository.ts';

/** What stands for the id of a code, token, grant or client in the graph. */
export const recordDigest = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');

/**
 * Where the authorisation server keeps what it knows, for all processes: secrets only as digests, everything else sealed. A code is used up once,
 * whichever processes are sent it at the same time.
 */
export function oauthRecords(graph: Graph, indexKey: Uint8Array, clock: Clock): (kind: string) => Adapter {
  const store = repository(graph.run, oauthStatements);
  const sealer = createSealer(keyFor(indexKey, 'records of the authorisation server'));
  const open = (key: string, id: string, row: { sealedPayload: string; consumedAt: Date | null }) => {
    const payload = JSON.parse(sealer.open(row.sealedPayload, key).toString('utf8')) as AdapterPayload;
    const consumed = row.consumedAt ? { consumed: Math.floor(row.consumedAt.getTime() / 1_000) } : {};
    return { ...payload, ...(id && { jti: id }), ...consumed };
  };
  return (kind) => {
    const keyOf = (id: string): string => `${kind}|${recordDigest(id)}`;
    return {
      async upsert(id, payload, expiresIn) {
        const key = keyOf(id);
        const { jti: _, ...kept } = payload;
        const now = clock();
        // a session is found again by its uid, and its id with it; every other id only its bearer knows
        const remembered = kind === 'Session' ? payload : kept;
        await store.save({
          key,
          sealedPayload: sealer.seal(JSON.stringify(remembered), key),
          uid: payload.uid ? recordDigest(payload.uid) : null,
          grant: payload.grantId ? recordDigest(payload.grantId) : null,
          learnerId: payload.accountId ?? null,
          expiresAt: expiresIn ? new Date(now.getTime() + expiresIn * 1_000) : null,
          now,
        });
      },
      async find(id) {
        const key = keyOf(id);
        const row = await store.find({ key, now: clock() });
        return row ? open(key, kind === 'Client' ? '' : id, row) : undefined;
      },
      async findByUid(uid) {
        const row = await store.findByUid({ uid: recordDigest(uid), kind: `${kind}|`, now: clock() });
        return row ? open(row.key, '', { ...row, consumedAt: null }) : undefined;
      },
      findByUserCode: async () => undefined,
      async consume(id) {
        if (!(await store.consume({ key: keyOf(id), now: clock() })))
          throw new errors.InvalidGrant('it was used before');
      },
      destroy: (id) => store.delete({ key: keyOf(id) }),
      revokeByGrantId: (grantId) => store.deleteOfGrant({ grant: recordDigest(grantId) }),
    };
  };
}
