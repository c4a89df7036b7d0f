import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import type { Change } from '../identity/mutations.ts';
import { credentialStatements, statusListStatements } from './credentials.repository.ts';
import type { PublicUrls } from './public-urls.ts';
import {
  emptyStatusList,
  isStale,
  LIST_LENGTH,
  randomIndices,
  statusListCredential,
  withEntriesSet,
} from './status-list.ts';
import type { CredentialAgent } from './veramo/agent.ts';

/** A place in a status list that no credential has. */
export interface StatusEntry {
  readonly listId: string;
  readonly index: number;
}

/** How a status entry is written where it must be unique. */
export const statusEntryKey = ({ listId, index }: StatusEntry): string => `${listId}#${index}`;

/** A status list as it is served. */
export interface PublishedStatusList {
  readonly document: string;
  /** Changes exactly when the document does. */
  readonly etag: string;
}

export interface Revocation {
  readonly id: string;
  readonly reason: string;
  readonly at: Date;
}

type Withdrawn = { readonly id: string; readonly listId: string };

/** What the audit calls it. */
export const REVOKE = 'revokeCredential';

/** Status lists of issuers: entries for new credentials, withdrawal, and the signed lists that others read. */
export class StatusLists {
  readonly #lists;

  constructor(
    graph: Graph,
    private readonly agent: CredentialAgent,
    private readonly urls: PublicUrls,
    private readonly clock: Clock,
  ) {
    this.#lists = repository(graph.run, statusListStatements);
  }

  /**
   * Free entries at random, for the write that follows; the uniqueness of entries decides if another write takes one
   * first. A list is filled to half, so that a random entry is soon found; then the issuer gets another.
   */
  async freeEntries(organizationId: string, count: number): Promise<StatusEntry[]> {
    const open = await this.#lists.openStatusLists({ organizationIds: [organizationId] });
    const roomy = open.find(({ used }) => used + count <= LIST_LENGTH / 2);
    const listId = roomy?.id ?? (await this.#create(organizationId));
    const taken = new Set<number>();
    for (;;) {
      const entries = randomIndices(count, taken).map((index) => ({ listId, index }));
      const clashes = await this.#lists.takenStatusEntries({ entries: entries.map(statusEntryKey) });
      if (clashes.length === 0) return entries;
      for (const { entry } of clashes) taken.add(Number(entry.slice(entry.lastIndexOf('#') + 1)));
    }
  }

  /**
   * Withdraws credentials for good: status, proven skills and the bits of the lists change in one transaction, then the
   * lists are signed anew. Answers the ids it withdrew; those withdrawn before are left alone.
   */
  async revoke(
    revocations: readonly Revocation[],
    perform: (work: (change: Change) => Promise<Withdrawn[]>) => Promise<Withdrawn[]>,
  ): Promise<string[]> {
    const withdrawn = await perform(async ({ run, now, audit }) => {
      const asked = await repository(run, credentialStatements).revokeCredentials({
        revocations: [...revocations],
      });
      for (const { id, learnerId, issuerId } of asked)
        audit({ chain: issuerId, action: REVOKE, purpose: null, subject: learnerId, objects: [id] });
      const revoked = asked.filter(({ changed }) => changed);
      const inRun = repository(run, statusListStatements);
      const ids = [...new Set(revoked.map(({ listId }) => listId))].sort();
      const lists = await Promise.all(
        (await inRun.lockStatusLists({ ids, now })).map(async ({ id, encoded }) => ({
          id,
          encoded: await withEntriesSet(
            encoded,
            revoked.filter(({ listId }) => listId === id).map(({ index }) => index),
          ),
        })),
      );
      await inRun.storeStatusLists({ lists });
      return revoked.map(({ id, listId }) => ({ id, listId }));
    });
    for (const id of new Set(withdrawn.map(({ listId }) => listId))) await this.published(id);
    return withdrawn.map(({ id }) => id);
  }

  /** The signed list, signed now if it has changed or its signature is getting old; null for an unknown list. */
  async published(id: string): Promise<PublishedStatusList | null> {
    const list = await this.#lists.statusList({ id });
    if (!list) return null;
    const now = this.clock();
    if (list.document !== null && list.signedAt !== null && !isStale(list.signedAt, now))
      return served(list.document);
    const signed = await this.agent.sign(
      statusListCredential({ ...list, url: this.urls.statusList(id), at: now }),
      now,
    );
    const document = JSON.stringify(signed);
    await this.#lists.storeSignedStatusList({ id, encoded: list.encoded, document, signedAt: now });
    return served(document);
  }

  async #create(organizationId: string): Promise<string> {
    const now = this.clock();
    const { id } = await this.#lists.createStatusList({
      organizationId,
      id: newId(now),
      length: LIST_LENGTH,
      encoded: await emptyStatusList(),
      now,
    });
    return id;
  }
}

const served = (document: string): PublishedStatusList => ({
  document,
  etag: `"${createHash('sha256').update(document).digest('base64url')}"`,
});
