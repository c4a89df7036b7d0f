import type { Clock } from '../../../platform/clock.ts';
import { asError, DomainError, forbidden } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { createSealer, type Sealer, unwrap } from '../../../platform/seal.ts';
import type { Role, Viewer } from '../../identity/viewer.ts';
import type { IssueRow, Outcome } from '../credential.ts';
import { batchStatements } from './batch.repository.ts';
import { ROW_ATTEMPTS, type RowInput, readRow, type Settled, settledBy } from './batch.rules.ts';
import { partPlace, rowPlace } from './batches.service.ts';

type Running = Row<typeof batchStatements.runningBatches>;

/** How many rows are signed and written together. Small enough that a killed process leaves seconds of work to do again. */
const CHUNK = 25;
/** How long rows are taken for: after a process was killed, others wait this long. */
const CLAIM_MS = 30_000;
/** Rows taken this often kill whoever takes them, and are given up. */
const WORN = 3 * ROW_ATTEMPTS;
const LOST_RIGHT: Outcome = {
  refused: forbidden('Whoever started this batch may not issue for this organisation any more.', {
    reason: 'RIGHT_LOST',
  }),
};
const GIVEN_UP: Outcome = { refused: new Error('rows that were taken too often are given up') };

/** Whether a batch waits to be carried out. */
export const isWorkWaiting = async (graph: Graph, now: Date): Promise<boolean> =>
  (await repository(graph.run, batchStatements).runningBatches({ now })).length > 0;

/**
 * Carries out batches, a few rows at a time. Any number of runners in any number of processes share the work: rows are taken for a while,
 * an award exists once, and what a killed process left undone is taken again when its while is over.
 */
export class BatchRunner {
  readonly #graph: Repository<typeof batchStatements>;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly clock: Clock;
      readonly kek: Sealer;
      /** Issues rows as whoever started the batch. */
      readonly issueAs: (viewer: Viewer) => (rows: readonly IssueRow[]) => Promise<Outcome[]>;
      readonly onError: (error: unknown) => void;
      readonly claimMs?: number;
      readonly chunk?: number;
    },
  ) {
    this.#graph = repository(deps.graph.run, batchStatements);
  }

  /** Does the next few rows of the batch that has waited longest since its turn; false when nothing is left to do now. A batch that cannot be read holds up no other. */
  async step(): Promise<boolean> {
    for (const batch of await this.#graph.runningBatches({ now: this.deps.clock() }))
      if (await this.#advance(batch).catch(this.#passOver)) return true;
    return false;
  }

  readonly #passOver = (error: unknown): boolean => {
    this.deps.onError(error);
    return false;
  };

  async #advance(batch: Running): Promise<boolean> {
    const now = this.deps.clock();
    // first, because this notes the turn of a batch, also of one that cannot be read
    const claimed = await this.#graph.claimIssuingRows({
      batchId: batch.id,
      now,
      until: new Date(now.getTime() + (this.deps.claimMs ?? CLAIM_MS)),
      limit: this.deps.chunk ?? CHUNK,
    });
    const sealer = createSealer(unwrap(this.deps.kek, batch.key.wrapped, batch.key.id));
    if (claimed.length === 0) return this.#unfold(batch.id, sealer);
    const rows = claimed.map(({ position, sealedRow }) =>
      readRow(JSON.parse(sealer.open(sealedRow, rowPlace(batch.id, position)).toString('utf8'))),
    );
    const worn = claimed.some(({ attempts }) => attempts > WORN);
    const readable = rows.filter((row): row is IssueRow => !(row instanceof DomainError));
    const given = batch.holds ? worn && GIVEN_UP : LOST_RIGHT;
    const issued = (given ? readable.map(() => given) : await this.#issue(batch, readable)).values();
    const settled = rows.flatMap((row, place): Settled[] => {
      const { position, attempts } = claimed[place] as (typeof claimed)[number];
      const outcome = row instanceof DomainError ? { refused: row } : (issued.next().value as Outcome);
      if ('refused' in outcome && !(outcome.refused instanceof DomainError))
        this.deps.onError(outcome.refused);
      const made = settledBy(outcome, { position, attempts, since: batch.createdAt });
      return made ? [made] : [];
    });
    if (settled.length > 0)
      await this.#graph.settleIssuingRows({ batchId: batch.id, now: this.deps.clock(), rows: settled });
    return settled.length > 0;
  }

  /** Lays out the next part of a batch in rows; false when there is none. */
  async #unfold(batchId: string, sealer: Sealer): Promise<boolean> {
    const part = await this.#graph.nextIssuingPart({ batchId });
    if (!part) return false;
    const text = sealer.open(part.sealedRows, partPlace(batchId, part.first)).toString('utf8');
    const rows = (JSON.parse(text) as RowInput[]).map((row, place) => {
      const position = part.first + place;
      return { position, sealedRow: sealer.seal(JSON.stringify(row), rowPlace(batchId, position)) };
    });
    await this.#graph.unfoldIssuingPart({ batchId, partId: part.id, now: this.deps.clock(), rows });
    return true;
  }

  /** What fails for all rows at once fails for each, so that a row that breaks something is given up in the end. */
  async #issue(batch: Running, rows: readonly IssueRow[]): Promise<Outcome[]> {
    if (rows.length === 0) return [];
    try {
      return await this.deps.issueAs(viewerOf(batch))(rows);
    } catch (error) {
      return rows.map(() => ({ refused: asError(error) }));
    }
  }
}

/** Whoever started a batch, as they may act for it: by the name the audit knows them by. */
function viewerOf({ by, role, byLearner, organizationId }: Running): Viewer {
  const [kind, id = ''] = by.split(':');
  return {
    role: role as Role | null,
    organizationId,
    learnerId: null,
    keyId: kind === 'key' ? id : null,
    ...(kind === 'person' && {
      person: { id, account: '', issuer: '', learnerId: byLearner, mustChoose: false },
    }),
  };
}
