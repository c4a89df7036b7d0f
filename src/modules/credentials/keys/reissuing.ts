import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { openFor, sealContext, unwrap } from '../../../platform/seal.ts';
import type { Change } from '../../identity/mutations.ts';
import { recordIssuances } from '../issuance-log/record-issuances.ts';
import { CheckedSigning } from '../issuing/checked-signing.ts';
import type { IssuingDeps } from '../issuing/issuing-options.ts';
import type { JsonObject } from '../open-badge.ts';
import { proveAgain } from '../status/prove-again.ts';
import type { StatusEntry } from '../status-list.ts';
import { keptOf, type StatusKept } from '../status-lists.ts';
import { incidentStatements } from './keys.repository.ts';
import { reissuedDocument } from './reissued-document.ts';

type ToReissue = Row<typeof incidentStatements.credentialsToReissue>;
type Signed = Parameters<
  Repository<typeof incidentStatements>['reissueCredentials']
>[0]['credentials'][number];

/** What the holder of a replaced credential is told. */
const REASON = 'Issued anew, because others may have had the key it was signed with.';

/** Signs credentials again under the key in use now, and puts them in the place of those they replace. For one batch. */
export class Reissuing {
  readonly #signing: CheckedSigning;

  constructor(
    private readonly deps: IssuingDeps,
    private readonly organizationId: string,
  ) {
    this.#signing = new CheckedSigning(deps);
  }

  /** Signs each anew; writes nothing. `failed`: what is stored of these cannot be read, or what was signed does not verify. */
  async sign(rows: readonly ToReissue[], now: Date): Promise<{ signed: Signed[]; failed: string[] }> {
    if (rows.length === 0) return { signed: [], failed: [] };
    const entries = await this.#signing.lists.freeEntries(this.organizationId, rows.length);
    const signed: Signed[] = [];
    const failed: string[] = [];
    for (const [place, row] of rows.entries()) {
      const one = await this.#sign(row, entries[place] as StatusEntry, now);
      if (one) signed.push(one);
      else failed.push(row.id);
    }
    return { signed, failed };
  }

  /** Writes them, revokes those they replace and enters them in the issuance log. Answers whose lists have changed. */
  async write(
    incidentId: string,
    signed: readonly Signed[],
    change: Change,
  ): Promise<{ kept: StatusKept[]; reissued: number }> {
    if (signed.length === 0) return { kept: [], reissued: 0 };
    const { run, now, audit } = change;
    const written = await repository(run, incidentStatements).reissueCredentials({
      incidentId,
      credentials: [...signed],
    });
    const writtenIds = new Set(written.map(({ id }) => id));
    await recordIssuances(
      run,
      now,
      signed
        .filter(({ id }) => writtenIds.has(id))
        .map(({ id, content, signedWith }) => ({
          organizationId: this.organizationId,
          credential: this.deps.urls.credential(id),
          content,
          key: signedWith,
        })),
    );
    const revoked = await this.#signing.lists.changeWithin(
      change,
      'REVOKE',
      written.flatMap(({ replacesId, replacedStatus }) =>
        replacedStatus === 'REVOKED'
          ? []
          : [{ id: replacesId, reason: REASON, audience: 'EVERYBODY', at: now }],
      ),
    );
    await proveAgain(run, written);
    for (const { id, replacesId, learnerId } of written)
      audit({
        chain: this.organizationId,
        action: 'reissueCredential',
        purpose: null,
        subject: learnerId,
        objects: [id, replacesId],
      });
    return { kept: keptOf(revoked), reissued: written.length };
  }

  async #sign(row: ToReissue, status: StatusEntry, now: Date): Promise<Signed | null> {
    const opened = this.#open(row);
    if (!opened) return null;
    const { key, said } = opened;
    const id = newId(now);
    const unsigned = reissuedDocument(said, { id, status }, this.deps.urls);
    const signed = await this.#signing.sign(unsigned, { id, status, personKey: key }, now);
    return 'fault' in signed ? null : { ...signed, replacesId: row.id };
  }

  #open({ id, sealedDocument, personKey }: ToReissue) {
    const key = unwrap(this.deps.kek, personKey.wrapped, personKey.id);
    try {
      const text = openFor(key, sealedDocument, sealContext('Credential', id, 'sealedDocument'));
      return { key, said: JSON.parse(text) as JsonObject };
    } catch {
      return null;
    }
  }
}
