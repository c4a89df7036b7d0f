import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { type Row, repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import type { Change } from '../identity/mutations.ts';
import type { StatusAudience } from './credential.ts';
import { statusListStatements } from './credentials.repository.ts';
import type { PublicUrls } from './public-urls.ts';
import { proveAgain } from './status/prove-again.ts';
import { statusStatements } from './status/status.repository.ts';
import { MEANING, type StatusChange } from './status/status.rules.ts';
import { tokenListClaims } from './status/token-list.ts';
import {
  emptyStatusList,
  isStale,
  LIST_LENGTH,
  randomIndices,
  type StatusEntry,
  statusEntryKey,
  statusListCredential,
  withEntries,
} from './status-list.ts';
import type { CredentialAgent } from './veramo/agent.ts';

/** A status list as it is served. */
export interface PublishedStatusList {
  readonly document: string;
  /** Changes exactly when the document does. */
  readonly etag: string;
}

/** A change of status that was asked for. */
export interface StatusAsked {
  readonly id: string;
  readonly reason: string;
  /** Who may know the reason; the holder when left out. */
  readonly audience?: StatusAudience;
  readonly at: Date;
}

/** What came of it, and what was there before. */
export type StatusChanged = Row<typeof statusStatements.changeCredentialStatuses>;

/** What is remembered of it, so that the same request can be answered again: nobody's name. */
export type StatusKept = { readonly id: string; readonly listId: string };

/** Of what was changed, what is remembered. */
export const keptOf = (answered: readonly StatusChanged[]): StatusKept[] =>
  answered.flatMap(({ id, listId, changed }) => (changed ? [{ id, listId }] : []));

/** Status lists of issuers: entries for new credentials, withdrawal, and the signed lists that others read. */
export class StatusLists {
  readonly #lists;
  readonly #statuses;

  constructor(
    graph: Graph,
    private readonly agent: CredentialAgent,
    private readonly urls: PublicUrls,
    private readonly clock: Clock,
  ) {
    this.#lists = repository(graph.run, statusListStatements);
    this.#statuses = repository(graph.run, statusStatements);
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
   * Changes the status of credentials: status, proven skills and the bits of the lists, within a transaction; `publish` what
   * it changed afterwards. Those that have the status already, or cannot get it (`verdictOn`), are left alone.
   */
  async changeWithin(
    { run, now, audit }: Change,
    change: StatusChange,
    changes: readonly StatusAsked[],
  ): Promise<StatusChanged[]> {
    const { from, to, purpose, bit, action } = MEANING[change];
    const statuses = repository(run, statusStatements);
    const asked = await statuses.changeCredentialStatuses({
      changes: changes.map((one) => ({ audience: 'HOLDER', ...one })),
      from: [...from],
      to,
      purpose,
    });
    for (const { id, learnerId, issuerId } of asked)
      audit({ chain: issuerId, action, purpose: null, subject: learnerId, objects: [id] });
    const changed = asked.filter((row) => row.changed);
    const inRun = repository(run, statusListStatements);
    const ids = [...new Set(changed.map(({ listId }) => listId))].sort();
    const lists = await Promise.all(
      (await inRun.lockStatusLists({ ids, now })).map(async ({ id, encoded }) => ({
        id,
        encoded: await withEntries(
          encoded,
          changed.filter(({ listId }) => listId === id).map(({ index }) => index),
          bit,
        ),
      })),
    );
    await inRun.storeStatusLists({ lists });
    if (to === 'ACTIVE' && changed.length > 0) await proveAgain(run, changed);
    return asked;
  }

  /** Signs the lists of what was changed, so that the world sees it at once. */
  async publish(kept: readonly StatusKept[]): Promise<void> {
    for (const id of new Set(kept.map(({ listId }) => listId))) await this.published(id);
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
    const { encoded, updatedAt } = list;
    await this.#lists.storeSignedStatusList({ id, encoded, updatedAt, document, signedAt: now });
    return served(document);
  }

  /** The same list as a signed IETF Token Status List (a JWT), signed now if it has changed or is getting old; null for an unknown list. */
  async token(id: string): Promise<PublishedStatusList | null> {
    const list = await this.#lists.statusList({ id });
    if (!list) return null;
    const now = this.clock();
    if (list.token !== null && list.tokenSignedAt !== null && !isStale(list.tokenSignedAt, now))
      return served(list.token);
    const suspended = await this.#statuses.suspendedEntries({ listId: id });
    const claims = await tokenListClaims({
      url: this.urls.tokenStatusList(id),
      encoded: list.encoded,
      suspended: suspended.map(({ index }) => index),
      at: now,
    });
    const token = await this.agent.signJwt(list.issuerDid, claims, 'statuslist+jwt');
    await this.#statuses.storeTokenList({ id, updatedAt: list.updatedAt, token, signedAt: now });
    return served(token);
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
