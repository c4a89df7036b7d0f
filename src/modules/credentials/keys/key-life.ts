import type { Clock } from '../../../platform/clock.ts';
import { conflict, invalidInput, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import type { Change, Mutations } from '../../identity/mutations.ts';
import { issuanceLogStatements } from '../issuance-log/issuance-log.repository.ts';
import type { CredentialAgent } from '../veramo/agent.ts';
import { type CompromiseReport, compromiseRules } from './compromise.rules.ts';
import { inUse, type KeyState, stateOf } from './key-state.ts';
import type { KeyType } from './key-type.ts';
import { incidentStatements, keyStatements } from './keys.repository.ts';

type KeyRow = Row<typeof keyStatements.keysOfIssuer>;

/** A signing key of an issuer, and what became of it. */
export type IssuerKey = Omit<KeyRow, 'did' | 'fragment'> & {
  /** Its verification method: the DID of the issuer with a name after `#`. */
  readonly id: string;
  readonly state: KeyState;
};

interface KeyLifeDeps {
  readonly graph: Graph;
  readonly mutations: Mutations;
  readonly agent: CredentialAgent;
  readonly clock: Clock;
}

/**
 * What becomes of the keys of one issuer. Each change holds the issuer's log, so that an issuance either is stored before it or is refused.
 */
export class KeyLife {
  readonly #keys: Repository<typeof keyStatements>;

  constructor(
    private readonly deps: KeyLifeDeps,
    private readonly organizationId: string,
  ) {
    this.#keys = repository(deps.graph.run, keyStatements);
  }

  /** All keys it ever signed with, the newest first. */
  async history(request: PageRequest): Promise<Page<IssuerKey>> {
    const { organizationId } = this;
    const window = newestFirst(request);
    const rows = await this.#keys.keyHistory({ organizationId, ...window.from });
    return pageOf(
      window,
      rows,
      {
        node: shown,
        keysOf: ({ createdAt, kid }) => [createdAt.toISOString(), kid] as [string, string],
      },
      async () => (await this.#keys.keyHistoryCount({ organizationId })).total,
    );
  }

  /** Makes a new key and signs with it from now on; the one before is retired, what it signed stays valid. CONFLICT (`NO_KEYS`) for an issuer that never signed. */
  async rotate(type: KeyType, idempotencyKey?: string): Promise<IssuerKey> {
    const method = await this.#withNewKey(type, (kid) =>
      this.deps.mutations.perform(
        { name: 'rotateSigningKey', input: { organizationId: this.organizationId, type }, idempotencyKey },
        async (change) => {
          await this.#held(change);
          return this.#take(kid, change);
        },
      ),
    );
    return this.#shown(method);
  }

  /** Ends the use of a key that is not the one to sign with, or freezes, or releases one. NOT_FOUND for a key that is not the issuer's; CONFLICT where its state does not allow it. */
  async change(
    action: 'retire' | 'freeze' | 'release',
    method: string,
    idempotencyKey?: string,
  ): Promise<IssuerKey> {
    const name = `${action}SigningKey`;
    await this.deps.mutations.perform(
      { name, input: { organizationId: this.organizationId, method }, idempotencyKey },
      async (change) => {
        const keys = await this.#held(change);
        const key = found(keys, method);
        checkAction(action, key, keys);
        const { now } = change;
        await repository(change.run, keyStatements).changeKey({
          ...lifeOf(key),
          retiredAt: action === 'retire' ? (key.retiredAt ?? now) : key.retiredAt,
          frozenAt: action === 'freeze' ? (key.frozenAt ?? now) : action === 'release' ? null : key.frozenAt,
        });
        this.#audit(change, name, [method]);
        return method;
      },
    );
    return this.#shown(method);
  }

  /**
   * Records that others may have a key: it signs nothing any more, leaves the DID document, and another takes its place. Answers the id of the
   * incident. INVALID_INPUT for a `since` in the future; CONFLICT (`KNOWN`) for a key whose incident is recorded.
   */
  async reportCompromise(report: CompromiseReport, by: string, idempotencyKey?: string): Promise<string> {
    const { key: method, since, reason, audience } = checkInput('input', compromiseRules, report);
    if (since > this.deps.clock()) throw invalidInput('input.since', 'lies in the future.');
    const { organizationId } = this;
    const known = found(await this.#keys.keysOfIssuer({ organizationId }), method);
    return this.#withNewKey(known.type as KeyType, (kid) =>
      this.deps.mutations.perform(
        { name: 'reportKeyCompromise', input: { organizationId, ...report }, idempotencyKey },
        async (change) => {
          const { run, now } = change;
          const keys = await this.#held(change);
          const key = found(keys, method);
          if (key.compromisedAt !== null)
            throw conflict(`That others may have ${method} is recorded already.`, { reason: 'KNOWN' });
          const wasInUse = inUse(keys, key.type)?.kid === key.kid;
          await repository(run, keyStatements).changeKey({
            ...lifeOf(key),
            retiredAt: key.retiredAt ?? now,
            compromisedAt: now,
            compromisedSince: since,
          });
          const id = newId(now);
          await repository(run, incidentStatements).recordIncident({
            organizationId,
            kid: key.kid,
            id,
            since,
            now,
            by,
            reason,
            audience,
          });
          this.#audit(change, 'reportKeyCompromise', [method, id]);
          if (wasInUse) await this.#take(kid, change);
          return id;
        },
      ),
    );
  }

  /** A key that was made for a change which then did not need it is forgotten: a device has room for few. */
  async #withNewKey(type: KeyType, work: (kid: string) => Promise<string>): Promise<string> {
    const kid = await this.deps.agent.makeKey(type);
    try {
      return await work(kid);
    } finally {
      await this.deps.agent.discardKey(kid);
    }
  }

  /** Signs with it from now on. Answers its verification method. */
  async #take(kid: string, change: Change): Promise<string> {
    const { organizationId } = this;
    const { run, now } = change;
    const { method } = await repository(run, keyStatements).takeIntoUse({ organizationId, kid, now });
    this.#audit(change, 'rotateSigningKey', [method]);
    return method;
  }

  /** The keys of the issuer, whose log is held until the transaction ends. */
  async #held({ run, now }: Change): Promise<KeyRow[]> {
    const { organizationId } = this;
    await repository(run, issuanceLogStatements).lockLogs({ organizationIds: [organizationId], now });
    const keys = await repository(run, keyStatements).keysOfIssuer({ organizationId });
    if (keys.length === 0)
      throw conflict('This organisation never signed anything; it gets its keys with the first badge.', {
        reason: 'NO_KEYS',
      });
    return keys;
  }

  #audit(change: Change, action: string, objects: readonly string[]): void {
    change.audit({ chain: this.organizationId, action, purpose: null, subject: null, objects });
  }

  async #shown(method: string): Promise<IssuerKey> {
    const keys = await this.#keys.keysOfIssuer({ organizationId: this.organizationId });
    return shown(found(keys, method));
  }
}

const methodOf = ({ did, fragment }: KeyRow): string => `${did}#${fragment}`;

const lifeOf = ({ kid, retiredAt, frozenAt, compromisedAt, compromisedSince }: KeyRow) => ({
  kid,
  retiredAt,
  frozenAt,
  compromisedAt,
  compromisedSince,
});

const shown = (row: KeyRow): IssuerKey => {
  const { did: _, fragment: __, ...key } = row;
  return { ...key, id: methodOf(row), state: stateOf(row) };
};

function found(keys: readonly KeyRow[], method: string): KeyRow {
  const key = keys.find((each) => methodOf(each) === method);
  if (!key) throw notFound('signing key', method);
  return key;
}

function checkAction(action: 'retire' | 'freeze' | 'release', key: KeyRow, keys: readonly KeyRow[]): void {
  const state = stateOf(key);
  const current = inUse(keys, key.type);
  if (action === 'retire' && current?.kid === key.kid)
    throw conflict('This is the key to sign with: rotate it, then it is retired.', { reason: 'IN_USE' });
  if (action !== 'retire' && (state === 'RETIRED' || state === 'COMPROMISED'))
    throw conflict('Nothing is signed with this key any more.', { reason: 'NOT_IN_USE' });
}
