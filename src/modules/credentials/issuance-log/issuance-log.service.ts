import type { Clock } from '../../../platform/clock.ts';
import { invalidInput } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { logDid } from '../issuer-directory.ts';
import type { CredentialAgent } from '../veramo/agent.ts';
import { issuanceLogStatements } from './issuance-log.repository.ts';
import { EMPTY_ROOT, LogReader, type ReadTile, TILE_BITS } from './merkle.ts';
import { readEdge } from './record-issuances.ts';

/** The state of an issuance log, signed. */
export interface IssuanceLogState {
  readonly issuer: string;
  readonly size: number;
  /** Base64url; of an empty log the hash of nothing (RFC 9162, section 2.1.1). */
  readonly root: string;
  /** A compact JWT (ES256) of the signer of logs: `iss` its DID, `sub` the issuer, `size`, `root`, `iat`. */
  readonly signedRoot: string;
}

export type LoggedCredential = Row<typeof issuanceLogStatements.logEntries>;

/** That a credential stands in the log whose state is given. */
export interface IssuanceProof {
  readonly entry: LoggedCredential;
  readonly log: IssuanceLogState;
  /** The inclusion proof (RFC 9162, section 2.1.3), base64url, from the leaf up. */
  readonly path: readonly string[];
}

/** That a log of before is the beginning of the one whose state is given. */
export interface IssuanceConsistency {
  readonly log: IssuanceLogState;
  /** The consistency proof (RFC 9162, section 2.1.4), base64url. */
  readonly path: readonly string[];
}

/** How many entries are shown at once. */
const LOG_ENTRIES = { default: 100, max: 1000 } as const;

/** A root is signed again after an hour, so that whoever reads one knows that the log has not stood still in secret. */
const FRESH = 60 * 60 * 1000;

type LogRow = Row<typeof issuanceLogStatements.issuanceLog>;

/** Reads the issuance logs, for anybody. */
export class IssuanceLogService {
  readonly #logs: Repository<typeof issuanceLogStatements>;

  constructor(
    private readonly deps: {
      /** Signed roots are kept in it. */
      readonly graph: Graph;
      readonly agent: CredentialAgent;
      readonly clock: Clock;
      readonly publicUrl: string;
    },
  ) {
    this.#logs = repository(deps.graph.run, issuanceLogStatements);
  }

  /** The log of an issuer as it is now; null for an organisation that never issued. */
  async state(organizationId: string): Promise<IssuanceLogState | null> {
    const row = await this.#logs.issuanceLog({ organizationId });
    return row && this.#signed(organizationId, row);
  }

  /** Where a credential stands in the log of its issuer, by the id in its document; null when it does not. */
  async proof(credential: string): Promise<IssuanceProof | null> {
    const [entry] = await this.#logs.logEntriesOfCredentials({ credentials: [credential] });
    const row = entry && (await this.#logs.issuanceLog({ organizationId: entry.organizationId }));
    if (!row) return null;
    const path = await this.#reader(entry.organizationId, row).inclusion(entry.index, row.size);
    return { entry, log: await this.#signed(entry.organizationId, row), path: path.map(shown) };
  }

  /** That the log of the first `size` entries is the beginning of what it is now. INVALID_INPUT for a size it never had. */
  async consistency(organizationId: string, size: number): Promise<IssuanceConsistency | null> {
    const row = await this.#logs.issuanceLog({ organizationId });
    if (!row) return null;
    if (!Number.isInteger(size) || size < 1 || size > row.size)
      throw invalidInput('size', `must be a whole number from 1 to ${row.size}, how long the log is now.`, {
        max: row.size,
      });
    const path = await this.#reader(organizationId, row).consistency(size, row.size);
    return { log: await this.#signed(organizationId, row), path: path.map(shown) };
  }

  /** Entries from a place on, in order; none for an organisation that never issued. INVALID_INPUT for places that are none. */
  async entries(
    organizationId: string,
    { from = 0, limit = LOG_ENTRIES.default }: { from?: number; limit?: number },
  ): Promise<LoggedCredential[]> {
    if (!Number.isSafeInteger(from) || from < 0)
      throw invalidInput('from', 'must be a whole number from 0 on.');
    if (!Number.isInteger(limit) || limit < 1 || limit > LOG_ENTRIES.max)
      throw invalidInput('limit', `must be a whole number from 1 to ${LOG_ENTRIES.max}.`, {
        max: LOG_ENTRIES.max,
      });
    return this.#logs.logEntries({ organizationId, from, limit });
  }

  /** The DID document of the signer of logs. */
  async signer(): Promise<object> {
    const did = await this.#signer();
    return (await this.deps.agent.resolve(did)) as object;
  }

  async #signed(organizationId: string, row: LogRow): Promise<IssuanceLogState> {
    const { issuer, size, root: stored, signedRoot, signedAt, signedSize } = row;
    const root = stored ?? shown(EMPTY_ROOT);
    const now = this.deps.clock();
    if (signedRoot && signedSize === size && signedAt && now.getTime() - signedAt.getTime() < FRESH)
      return { issuer, size, root, signedRoot };
    const did = await this.#signer();
    const iat = Math.floor(now.getTime() / 1000);
    const token = await this.deps.agent.signJwt(did, { iss: did, sub: issuer, size, root, iat });
    await this.#logs.storeSignedRoot({ organizationId, size, signedRoot: token, now });
    return { issuer, size, root, signedRoot: token };
  }

  /** The signer has a key of its own: whoever has an issuer's key cannot write its log. */
  async #signer(): Promise<string> {
    const did = logDid(this.deps.publicUrl);
    await this.deps.agent.ensureIssuer(did);
    return did;
  }

  #reader(organizationId: string, { edge, size }: LogRow): LogReader {
    const open = readEdge(edge);
    const known = new Map<string, ReturnType<ReadTile>>();
    const read: ReadTile = async (level, index) => {
      const { length } = open[level] ?? [];
      const full = Math.floor(size / 2 ** (TILE_BITS * (level + 1)));
      if (index >= full && length > 0) return open[level] ?? [];
      const [tile] = await this.#logs.logTiles({ ids: [`${organizationId}/${level}/${index}`] });
      return (tile?.hashes ?? []).map((hash) => Buffer.from(hash, 'base64url'));
    };
    return new LogReader((level, index) => {
      const place = `${level}/${index}`;
      const answer = known.get(place) ?? read(level, index);
      known.set(place, answer);
      return answer;
    });
  }
}

const shown = (hash: Buffer): string => hash.toString('base64url');
