import { createHash } from 'node:crypto';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { openFor, sealContext, sealFor, unwrap } from '../../../platform/seal.ts';
import type { Change } from '../../identity/mutations.ts';
import type { Credentialing } from '../credentialing.ts';
import { contentDigest } from '../issuance-log/log-entry.ts';
import { recordIssuances } from '../issuance-log/record-issuances.ts';
import { signingKeyOf } from '../open-badge.ts';
import { proveAgain } from '../status/prove-again.ts';
import { type StatusEntry, statusEntryKey } from '../status-list.ts';
import { keptOf, type StatusKept, StatusLists } from '../status-lists.ts';
import type { CredentialAgent } from '../veramo/agent.ts';
import { graphSources, rememberingSources } from '../verification/sources.ts';
import type { VerificationSources } from '../verification/verification-sources.ts';
import { verifyDocument } from '../verification/verify.ts';
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
  readonly #agent: CredentialAgent;
  readonly #lists: StatusLists;
  readonly #sources: VerificationSources;

  constructor(
    private readonly deps: Credentialing & { readonly graph: Graph },
    private readonly organizationId: string,
  ) {
    this.#agent = deps.agent.forBatch();
    this.#lists = new StatusLists(deps.graph, this.#agent, deps.urls, deps.clock);
    const sources = { ...graphSources({ ...deps, agent: this.#agent }), logged: async () => undefined };
    this.#sources = rememberingSources(sources);
  }

  /** Signs each anew; writes nothing. `failed`: what is stored of these cannot be read, or what was signed does not verify. */
  async sign(rows: readonly ToReissue[], now: Date): Promise<{ signed: Signed[]; failed: string[] }> {
    if (rows.length === 0) return { signed: [], failed: [] };
    const entries = await this.#lists.freeEntries(this.organizationId, rows.length);
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
    const byId = new Map(signed.map((one) => [one.id, one]));
    await recordIssuances(
      run,
      now,
      written.map(({ id }) => ({
        organizationId: this.organizationId,
        credential: this.deps.urls.credential(id),
        content: byId.get(id)?.content ?? '',
        key: byId.get(id)?.signedWith ?? '',
      })),
    );
    const revoked = await this.#lists.changeWithin(
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
    const signed = await this.#agent.sign(unsigned, now);
    const document = JSON.stringify(signed);
    const { steps } = await verifyDocument(document, this.#sources, now);
    const fault = steps.find(({ name, outcome }) => outcome !== 'PASS' && name !== 'DATES');
    if (fault) return null;
    return {
      id,
      replacesId: row.id,
      statusListId: status.listId,
      statusIndex: status.index,
      statusEntry: statusEntryKey(status),
      issuedAt: now,
      sealedDocument: sealFor(key, document, sealContext('Credential', id, 'sealedDocument')),
      digest: createHash('sha256').update(document).digest('hex'),
      content: contentDigest(signed),
      signedWith: signingKeyOf(signed),
    };
  }

  #open({ id, sealedDocument, personKey }: ToReissue) {
    const key = unwrap(this.deps.kek, personKey.wrapped, personKey.id);
    try {
      const text = openFor(key, sealedDocument, sealContext('Credential', id, 'sealedDocument'));
      return { key, said: JSON.parse(text) as Parameters<typeof reissuedDocument>[0] };
    } catch {
      return null;
    }
  }
}
