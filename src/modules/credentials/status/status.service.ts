import { conflict, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import type { Mutations } from '../../identity/mutations.ts';
import { asMember, type Member, type Viewer } from '../../identity/viewer.ts';
import type { Credential, OnIssued, StatusAudience } from '../credential.ts';
import { credentialStatements } from '../credentials.repository.ts';
import { keptOf, type StatusChanged, type StatusKept, type StatusLists } from '../status-lists.ts';
import { type BulkStatusRequest, bulkRules } from './bulk.rules.ts';
import { statusStatements } from './status.repository.ts';
import { checkReason, MEANING, type StatusChange, verdictOn } from './status.rules.ts';

/** How far a change of many is. */
export interface BulkStatusProgress {
  /** How many this call changed. */
  readonly changed: number;
  /** How many are left to change by another call. */
  readonly left: number;
  /** How many cannot be changed, because their signed document names a list that has no way back. */
  readonly unable: number;
}

/** Revokes, suspends and reinstates credentials, one or many, by staff of the organisation that issued them. */
export class CredentialStatusService {
  readonly #credentials: Repository<typeof credentialStatements>;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly mutations: Mutations;
      readonly lists: StatusLists;
      /** Looks whether these learners hold all parts of a stack again. */
      readonly onReinstated: OnIssued;
    },
  ) {
    this.#credentials = repository(deps.graph.run, credentialStatements);
  }

  /**
   * Changes the status of a credential. One that has the status already stays as it is. NOT_FOUND for a credential of
   * another issuer; INVALID_INPUT for a reason that is none; CONFLICT (`REVOKED`, `NOT_SUSPENDABLE`).
   */
  async change(
    change: StatusChange,
    { id, reason, audience }: { id: string; reason: string; audience?: StatusAudience | undefined },
    idempotencyKey: string,
  ): Promise<Credential> {
    const { organizationId } = this.#staff();
    const text = checkReason(reason);
    const known = await this.#read(id);
    if (known.issuerId !== organizationId) throw notFound('credential', id);
    const input = { id, reason: text, ...(audience && { audience }) };
    const learners = new Set<string>();
    const kept = await this.deps.mutations.perform(
      { name: MEANING[change].action, input, idempotencyKey },
      async (inside) => {
        const rows = await this.deps.lists.changeWithin(inside, change, [{ ...input, at: inside.now }]);
        for (const row of rows) {
          if (!row.changed) refuse(change, row);
          learners.add(row.learnerId);
        }
        return keptOf(rows);
      },
    );
    await this.#settle(change, kept, learners);
    return this.#read(id);
  }

  /**
   * Changes the next so many credentials of a badge version, a cohort or a key, in order of id and in one transaction: all
   * of them or none. Called again (with another key) until none is left, it goes on where it stopped, whatever happened
   * in between. INVALID_INPUT naming the place.
   */
  async changeMany(input: BulkStatusRequest, idempotencyKey: string): Promise<BulkStatusProgress> {
    const { organizationId } = this.#staff();
    const { change, reason, audience, limit, ...selected } = checkInput('input', bulkRules, input);
    const { from, purpose, action } = MEANING[change];
    const selection = { ...selected, issuerId: organizationId, from: [...from], purpose };
    const learners = new Set<string>();
    const { kept, ...progress } = await this.deps.mutations.perform(
      { name: 'changeCredentialStatuses', input, idempotencyKey },
      async (inside) => {
        const statuses = repository(inside.run, statusStatements);
        const chosen = await statuses.credentialsToChange({ ...selection, limit });
        const rows = await this.deps.lists.changeWithin(
          inside,
          change,
          chosen.map(({ id }) => ({ id, reason, audience, at: inside.now })),
        );
        if (rows.length === 0)
          inside.audit({ chain: organizationId, action, purpose: null, subject: null, objects: [] });
        const { total, unable } = await statuses.credentialsToChangeCount(selection);
        for (const row of rows) if (row.changed) learners.add(row.learnerId);
        const kept = keptOf(rows);
        return { kept, changed: kept.length, left: total - unable, unable };
      },
    );
    await this.#settle(change, kept, learners);
    return progress;
  }

  async #settle(change: StatusChange, kept: readonly StatusKept[], learners: ReadonlySet<string>) {
    await this.deps.lists.publish(kept);
    if (change === 'REINSTATE' && learners.size > 0) await this.deps.onReinstated([...learners]);
  }

  #staff(): Member {
    return asMember(this.deps.viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN');
  }

  async #read(id: string): Promise<Credential> {
    const [credential] = await this.#credentials.credentialsByIds({ ids: [id] });
    if (!credential) throw notFound('credential', id);
    return credential;
  }
}

function refuse(change: StatusChange, { before, purpose }: StatusChanged): void {
  const verdict = verdictOn(change, { status: before, purpose });
  if (verdict === 'REVOKED')
    throw conflict('This credential was withdrawn for good; issue a new one instead.', { reason: 'REVOKED' });
  if (verdict === 'UNABLE')
    throw conflict(
      'The signed document of this credential can only say that it was withdrawn for good. Revoke it and issue another.',
      { reason: 'NOT_SUSPENDABLE' },
    );
}
