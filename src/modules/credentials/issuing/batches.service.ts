import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, invalidInput, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { newestFirst, type Page, type PageRequest, pageOf, pageWindow } from '../../../platform/paging.ts';
import { createPersonKey, createSealer, type Sealer, sealContext, wrap } from '../../../platform/seal.ts';
import type { Mutations } from '../../identity/mutations.ts';
import { actorOf, asMember, isMemberOf, type Viewer } from '../../identity/viewer.ts';
import { batchStatements } from './batch.repository.ts';
import { BATCH_ROWS, type RowInput, type RowState } from './batch.rules.ts';
import { readAwards } from './batch-csv.ts';

export type IssuingBatch = Row<typeof batchStatements.issuingBatch>;
export type IssuingRow = Row<typeof batchStatements.issuingRows>;

export interface BatchAsked {
  readonly badgeVersionId?: string | null | undefined;
  readonly rows?: readonly RowInput[] | null | undefined;
  readonly csv?: string | null | undefined;
}

/** How often a watched batch is looked at. */
const LOOK_EVERY_MS = 500;
/** How many rows are kept together until their turn comes: a batch of any size is written in one small transaction. */
const PART = 500;
const positions = z.tuple([z.number().int()]);

/** Takes batches of awards, says how far they are, and stops them. Worker threads carry them out. */
export class BatchesService {
  readonly #graph: Repository<typeof batchStatements>;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly clock: Clock;
      readonly kek: Sealer;
      readonly mutations: Mutations;
      /** Tells those who carry out batches that there is one. */
      readonly kick: () => void;
    },
  ) {
    this.#graph = repository(deps.graph.run, batchStatements);
  }

  /**
   * Takes a batch. What its rows say is sealed with a key of its own, which is destroyed when it is over; each row is looked at when its
   * turn comes. INVALID_INPUT (`ROWS`, `UNREADABLE_CSV`) for what is no list of 1 to 10 000 awards.
   */
  async start(input: BatchAsked, idempotencyKey: string): Promise<IssuingBatch> {
    const { viewer, kek } = this.deps;
    const { organizationId, role } = asMember(viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN');
    const { badgeVersionId = null } = input;
    const rows = rowsOf(input).map((row) => ({
      ...row,
      badgeVersionId: row.badgeVersionId || badgeVersionId,
    }));
    const made = await this.deps.mutations.perform(
      { name: 'issueCredentials', input, idempotencyKey },
      async ({ run, now, audit }) => {
        const [id, keyId] = [newId(now), newId(now)];
        const key = createPersonKey();
        const sealer = createSealer(key);
        const parts = [];
        for (let start = 0; start < rows.length; start += PART)
          parts.push({
            first: start + 1,
            sealedRows: sealer.seal(
              JSON.stringify(rows.slice(start, start + PART)),
              partPlace(id, start + 1),
            ),
          });
        await repository(run, batchStatements).createIssuingBatch({
          organizationId,
          id,
          now,
          total: rows.length,
          parts,
          by: actorOf(viewer),
          role,
          byLearner: viewer.person?.learnerId ?? null,
          key: { id: keyId, wrapped: wrap(kek, key, keyId), kek: kek.keyId },
        });
        audit({
          chain: organizationId,
          action: 'issueCredentials',
          purpose: null,
          subject: null,
          objects: [id],
        });
        return { id };
      },
    );
    this.deps.kick();
    return this.#existing(organizationId, made.id);
  }

  /** Stops a batch of the viewer's organisation: what was issued stays, the rest is forgotten. CONFLICT (`BATCH_OVER`) when it is over. */
  async stop(id: string, idempotencyKey: string): Promise<IssuingBatch> {
    const { organizationId } = asMember(this.deps.viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN');
    await this.deps.mutations.perform(
      { name: 'stopIssuingBatch', input: { id }, idempotencyKey },
      async ({ run, now, audit }) => {
        const stopped = await repository(run, batchStatements).stopIssuingBatch({ organizationId, id, now });
        if (!stopped) throw notFound('batch', id);
        if (stopped.before !== 'RUNNING')
          throw conflict('This batch is over; there is nothing to stop.', { reason: 'BATCH_OVER' });
        audit({
          chain: organizationId,
          action: 'stopIssuingBatch',
          purpose: null,
          subject: null,
          objects: [id],
        });
        return { id };
      },
    );
    return this.#existing(organizationId, id);
  }

  /** A batch of the viewer's organisation; to anybody else it is not there. */
  async batch(id: string): Promise<IssuingBatch | null> {
    const { viewer } = this.deps;
    const { organizationId } = viewer;
    if (organizationId === null || !isMemberOf(viewer, organizationId, 'ISSUER_STAFF', 'ISSUER_ADMIN'))
      return null;
    return this.#graph.issuingBatch({ organizationId, id });
  }

  /** The batches of the viewer's organisation, the newest first. */
  async list(request: PageRequest): Promise<Page<IssuingBatch>> {
    const { organizationId } = asMember(this.deps.viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN');
    const window = newestFirst(request);
    const rows = await this.#graph.issuingBatches({ organizationId, ...window.from });
    return pageOf(
      window,
      rows,
      { node: (row) => row, keysOf: ({ createdAt, id }): [string, string] => [createdAt.toISOString(), id] },
      async () => (await this.#graph.issuingBatchesCount({ organizationId })).total,
    );
  }

  /** The rows of a batch that the viewer may see, in order. */
  async rows(
    { id: batchId, organizationId }: IssuingBatch,
    request: PageRequest,
    state: RowState | null,
  ): Promise<Page<IssuingRow>> {
    const window = pageWindow(request, positions);
    const [after] = window.after ?? [0];
    const rows = await this.#graph.issuingRows({
      organizationId,
      batchId,
      state,
      after,
      limit: window.limit,
    });
    return pageOf(
      window,
      rows,
      { node: (row) => row, keysOf: ({ position }): [number] => [position] },
      async () => (await this.#graph.issuingRowsCount({ organizationId, batchId, state })).total,
    );
  }

  /** A batch of the viewer's organisation now and whenever it is further, until it is over. NOT_FOUND for any other. */
  async watch(id: string): Promise<AsyncGenerator<IssuingBatch>> {
    const { organizationId } = asMember(this.deps.viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN');
    return this.#changes(await this.#existing(organizationId, id));
  }

  async *#changes(first: IssuingBatch): AsyncGenerator<IssuingBatch> {
    let batch = first;
    let seen = '';
    for (;;) {
      const now = JSON.stringify(batch);
      if (now !== seen) yield batch;
      if (batch.state !== 'RUNNING') return;
      seen = now;
      await sleep(LOOK_EVERY_MS);
      batch = await this.#existing(batch.organizationId, batch.id);
    }
  }

  async #existing(organizationId: string, id: string): Promise<IssuingBatch> {
    const batch = await this.#graph.issuingBatch({ organizationId, id });
    if (!batch) throw notFound('batch', id);
    return batch;
  }
}

/** Where what a row says is sealed. */
export const rowPlace = (batchId: string, position: number): string =>
  sealContext('IssuingRow', `${batchId}#${position}`, 'sealedRow');

/** Where what the rows of a part say is sealed; `first` is the position of its first row. */
export const partPlace = (batchId: string, first: number): string =>
  sealContext('IssuingPart', `${batchId}#${first}`, 'sealedRows');

function rowsOf({ rows, csv }: BatchAsked): readonly RowInput[] {
  const both = rows !== null && rows !== undefined && csv !== null && csv !== undefined;
  const given = csv !== null && csv !== undefined ? readAwards(csv) : (rows ?? []);
  if (both || given.length === 0 || given.length > BATCH_ROWS)
    throw invalidInput(
      'input',
      `must hold 1 to ${BATCH_ROWS} awards, either as rows or as csv${given.length > BATCH_ROWS ? '; split it into several batches' : ''}.`,
      { reason: 'ROWS', max: BATCH_ROWS },
    );
  return given;
}
