import { createHash } from 'node:crypto';
import type { Repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { sealContext, sealFor } from '../../../platform/seal.ts';
import { type Award, NEVER, provenSkills, validUntil } from '../award.ts';
import type { awardStatements } from '../credentials.repository.ts';
import type { Draft } from '../drafts.ts';
import { contentDigest } from '../issuance-log/log-entry.ts';
import { issuerDid } from '../issuer-directory.ts';
import { openBadgeCredential, signingKeyOf } from '../open-badge.ts';
import { type StatusEntry, statusEntryKey } from '../status-list.ts';
import { StatusLists } from '../status-lists.ts';
import type { CredentialAgent } from '../veramo/agent.ts';
import { graphSources, rememberingSources } from '../verification/sources.ts';
import { checkUnsigned } from '../verification/structure.ts';
import type { VerificationSources } from '../verification/verification-sources.ts';
import { verifyDocument } from '../verification/verify.ts';
import type { BadgeBook } from './badge-book.ts';
import type { IssuingDeps } from './issuing-options.ts';

/** A signed credential as it is written. */
export type SignedCredential = Parameters<
  Repository<typeof awardStatements>['issueCredentials']
>[0]['credentials'][number];

/** From an award to signed bytes: document → checks → signature → our own verifier. Writes no credential. */
export class Signing {
  readonly #lists: StatusLists;
  readonly #agent: CredentialAgent;
  readonly #sources: VerificationSources;
  readonly #issuers = new Map<string, string>();

  constructor(
    private readonly deps: IssuingDeps,
    private readonly badges: BadgeBook,
  ) {
    this.#agent = deps.agent.forBatch();
    this.#lists = new StatusLists(deps.graph, this.#agent, deps.urls, deps.clock);
    // what is only about to be issued stands in no log yet
    const sources = { ...graphSources({ ...deps, agent: this.#agent }), logged: async () => undefined };
    this.#sources = rememberingSources(sources);
  }

  /** Each draft signed, or why it was not, in the order of the drafts. */
  async signEach(drafts: readonly Draft[], now: Date): Promise<(SignedCredential | Error)[]> {
    const places = new Map<string, number[]>();
    for (const [place, draft] of drafts.entries()) {
      const { organizationId } = this.badges.badge(draft.badgeVersionId).issuer;
      places.set(organizationId, [...(places.get(organizationId) ?? []), place]);
    }
    const signed: (SignedCredential | Error)[] = [];
    for (const [organizationId, own] of places) {
      const made = await this.#signFor(
        organizationId,
        own.map((place) => drafts[place] as Draft),
        now,
      );
      for (const [position, place] of own.entries())
        signed[place] = made[position] as SignedCredential | Error;
    }
    return signed;
  }

  async #signFor(organizationId: string, drafts: readonly Draft[], now: Date) {
    try {
      const did = await this.#issuer(organizationId);
      const entries = await this.#lists.freeEntries(organizationId, drafts.length);
      const signed: (SignedCredential | Error)[] = [];
      for (const [position, draft] of drafts.entries())
        signed.push(await this.#sign(draft, did, entries[position] as StatusEntry, now).catch(asError));
      return signed;
    } catch (error) {
      return drafts.map(() => asError(error));
    }
  }

  async #sign(draft: Draft, did: string, status: StatusEntry, now: Date): Promise<SignedCredential> {
    const badge = this.badges.badge(draft.badgeVersionId);
    const id = draft.credentialId ?? newId(now);
    const until = validUntil(draft.awardedAt, badge.validMonths);
    const award: Award = { ...draft, credentialId: id, issuerDid: did, badge, validUntil: until, status };
    const unsigned = openBadgeCredential(award, this.deps.urls);
    const problem = checkUnsigned(unsigned, this.#sources.contexts);
    if (problem) throw new Error(`The credential of ${draft.awardKey} would not be valid: ${problem}`);
    const signed = await this.#agent.sign(unsigned, now);
    const document = JSON.stringify(signed);
    await this.#assertVerifies(document, now);
    return {
      id,
      awardKey: draft.awardKey,
      learnerId: draft.learnerId,
      badgeVersionId: draft.badgeVersionId,
      statusListId: status.listId,
      statusIndex: status.index,
      statusEntry: statusEntryKey(status),
      awardedAt: draft.awardedAt,
      issuedAt: now,
      validUntil: until,
      skillsUntil: until ?? NEVER,
      via: draft.via,
      sealedDocument: sealFor(draft.personKey, document, sealContext('Credential', id, 'sealedDocument')),
      digest: createHash('sha256').update(document).digest('hex'),
      content: contentDigest(signed),
      signedWith: signingKeyOf(signed),
      resultIds: [...draft.resultIds],
      usedCredentialIds: [...draft.usedCredentialIds],
      skills: provenSkills(badge),
    };
  }

  /** Nothing leaves that our own verifier refuses. An award of long ago may have expired: that alone is no fault. */
  async #assertVerifies(document: string, now: Date): Promise<void> {
    const { steps } = await verifyDocument(document, this.#sources, now);
    const fault = steps.find(({ name, outcome }) => outcome !== 'PASS' && name !== 'DATES');
    if (fault) throw new Error(`A credential just signed does not verify: ${fault.name}: ${fault.reason}`);
  }

  /** The DID of an issuer, which gets its first key when it issues for the first time. */
  async #issuer(organizationId: string): Promise<string> {
    const known = this.#issuers.get(organizationId);
    if (known) return known;
    const did = this.badges.didOf(organizationId) ?? issuerDid(this.deps.publicUrl, organizationId);
    await this.deps.agent.ensureIssuer(did);
    this.#issuers.set(organizationId, did);
    return did;
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
