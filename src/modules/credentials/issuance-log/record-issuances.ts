import { z } from 'zod';
import { type Run, repository } from '../../../platform/graph/repository.ts';
import { keyFrozen } from '../keys/key-state.ts';
import { issuanceLogStatements } from './issuance-log.repository.ts';
import { type LogEntry, leafOf } from './log-entry.ts';
import { type Edge, grow } from './merkle.ts';

/** A credential that was just signed, for the log of its issuer. */
export interface Issuance extends Omit<LogEntry, 'at' | 'issuer'> {
  readonly organizationId: string;
}

const storedEdge = z.array(z.array(z.string()));

export const readEdge = (text: string): Edge =>
  storedEdge.parse(JSON.parse(text)).map((tile) => tile.map((hash) => Buffer.from(hash, 'base64url')));

const written = (hash: Buffer): string => hash.toString('base64url');

/**
 * Appends credentials to the logs of their issuers, in the transaction that stores them, so that neither is without the other. Holds these
 * logs until it ends. CONFLICT (`KEY_FROZEN`) when a key they were signed with was frozen or given up meanwhile,
 * unless they were stored long before (`STORED`).
 */
export async function recordIssuances(
  run: Run,
  at: Date,
  issuances: readonly Issuance[],
  made: 'NOW' | 'STORED' = 'NOW',
): Promise<void> {
  const logs = repository(run, issuanceLogStatements);
  const organizationIds = [...new Set(issuances.map(({ organizationId }) => organizationId))].sort();
  const held = await logs.lockLogs({ organizationIds, now: at });
  const grown = held.map(({ organizationId, size, edge, barred }) => {
    const own = issuances.filter((issuance) => issuance.organizationId === organizationId);
    const frozen = own.find(({ key }) => barred.includes(key));
    if (frozen && made === 'NOW') throw keyFrozen(frozen.key);
    const entries = own.map(({ organizationId: _, ...entry }, place) => ({
      ...entry,
      index: size + place,
      // a verification method is a DID with a name after the #
      issuer: entry.key.split('#')[0] ?? '',
      at,
    }));
    const after = grow(size, readEdge(edge), entries.map(leafOf));
    return {
      organizationId,
      size: after.size,
      root: written(after.root),
      edge: JSON.stringify(after.edge.map((tile) => tile.map(written))),
      tiles: after.filled.map(({ hashes, ...tile }) => ({ ...tile, hashes: hashes.map(written) })),
      entries,
    };
  });
  await logs.appendToLogs({ logs: grown });
}
