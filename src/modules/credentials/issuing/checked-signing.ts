import { createHash } from 'node:crypto';
import { sealContext, sealFor } from '../../../platform/seal.ts';
import { contentDigest } from '../issuance-log/log-entry.ts';
import { signingKeyOf } from '../open-badge.ts';
import { type StatusEntry, statusEntryKey } from '../status-list.ts';
import { StatusLists } from '../status-lists.ts';
import type { CredentialAgent } from '../veramo/agent.ts';
import { graphSources, rememberingSources } from '../verification/sources.ts';
import type { VerificationSources } from '../verification/verification-sources.ts';
import { verifyDocument } from '../verification/verify.ts';
import type { IssuingDeps } from './issuing-options.ts';

/** Signs credentials and lets nothing out that our own verifier refuses. Writes nothing. For one batch. */
export class CheckedSigning {
  readonly lists: StatusLists;
  readonly contexts: VerificationSources['contexts'];
  readonly #agent: CredentialAgent;
  readonly #sources: VerificationSources;

  constructor(deps: IssuingDeps) {
    this.#agent = deps.agent.forBatch();
    this.lists = new StatusLists(deps.graph, this.#agent, deps.urls, deps.clock);
    // what is only about to be issued stands in no log yet
    const sources = { ...graphSources({ ...deps, agent: this.#agent }), logged: async () => undefined };
    this.#sources = rememberingSources(sources);
    this.contexts = sources.contexts;
  }

  /** What is stored of the signed credential, or the step in which it does not verify. An award of long ago may have expired: that alone is no fault. */
  async sign(
    unsigned: object,
    { id, status, personKey }: { id: string; status: StatusEntry; personKey: Uint8Array },
    now: Date,
  ) {
    const signed = await this.#agent.sign(unsigned, now);
    const document = JSON.stringify(signed);
    const { steps } = await verifyDocument(document, this.#sources, now);
    const fault = steps.find(({ name, outcome }) => outcome !== 'PASS' && name !== 'DATES');
    if (fault) return { fault };
    return {
      id,
      statusListId: status.listId,
      statusIndex: status.index,
      statusEntry: statusEntryKey(status),
      issuedAt: now,
      sealedDocument: sealFor(personKey, document, sealContext('Credential', id, 'sealedDocument')),
      digest: createHash('sha256').update(document).digest('hex'),
      content: contentDigest(signed),
      signedWith: signingKeyOf(signed),
    };
  }
}
