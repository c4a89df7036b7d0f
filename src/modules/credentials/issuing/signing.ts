import { asError } from '../../../platform/errors.ts';
import type { Repository } from '../../../platform/graph/repository.ts';
import { groupBy } from '../../../platform/group-by.ts';
import { newId } from '../../../platform/ids.ts';
import { type Award, NEVER, provenSkills, validUntil } from '../award.ts';
import type { awardStatements } from '../credentials.repository.ts';
import type { Draft } from '../drafts.ts';
import { issuerDid } from '../issuer-directory.ts';
import { openBadgeCredential } from '../open-badge.ts';
import type { StatusEntry } from '../status-list.ts';
import { checkUnsigned } from '../verification/structure.ts';
import type { BadgeBook } from './badge-book.ts';
import { CheckedSigning } from './checked-signing.ts';
import type { IssuingDeps } from './issuing-options.ts';

/** A signed credential as it is written. */
export type SignedCredential = Parameters<
  Repository<typeof awardStatements>['issueCredentials']
>[0]['credentials'][number];

/** From an award to signed bytes: document → checks → signature → our own verifier. Writes no credential. */
export class Signing {
  readonly #signing: CheckedSigning;
  readonly #issuers = new Map<string, string>();

  constructor(
    private readonly deps: IssuingDeps,
    private readonly badges: BadgeBook,
  ) {
    this.#signing = new CheckedSigning(deps);
  }

  /** Each draft signed, or why it was not, in the order of the drafts. */
  async signEach(drafts: readonly Draft[], now: Date): Promise<(SignedCredential | Error)[]> {
    const places = groupBy(drafts.keys(), (place) => {
      const { badgeVersionId } = drafts[place] as Draft;
      return this.badges.badge(badgeVersionId).issuer.organizationId;
    });
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
      const entries = await this.#signing.lists.freeEntries(organizationId, drafts.length);
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
    const problem = checkUnsigned(unsigned, this.#signing.contexts);
    if (problem) throw new Error(`The credential of ${draft.awardKey} would not be valid: ${problem}`);
    const signed = await this.#signing.sign(unsigned, { id, status, personKey: draft.personKey }, now);
    if ('fault' in signed)
      throw new Error(
        `A credential just signed does not verify: ${signed.fault.name}: ${signed.fault.reason}`,
      );
    return {
      ...signed,
      awardKey: draft.awardKey,
      learnerId: draft.learnerId,
      badgeVersionId: draft.badgeVersionId,
      awardedAt: draft.awardedAt,
      validUntil: until,
      skillsUntil: until ?? NEVER,
      via: draft.via,
      resultIds: [...draft.resultIds],
      usedCredentialIds: [...draft.usedCredentialIds],
      skills: provenSkills(badge),
    };
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
