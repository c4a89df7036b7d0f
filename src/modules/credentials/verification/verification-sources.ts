import type { Resolution } from './foreign-issuers.ts';
import type { PublicKey } from './keys.ts';
import type { ClaimedAlignment, Finding, TrustAnswer } from './report.ts';
import type { Web } from './web.ts';

/** What a verification asks of the world around it. */
export interface VerificationSources {
  /** The addresses of the JSON-LD contexts a document may name. */
  readonly contexts: ReadonlySet<string>;
  /** The world outside, behind its guard. */
  readonly web: Web;
  /** Whether a DID is of the kind only this service hands out. */
  isOurs(did: string): boolean;
  /** The keys of an issuer, here or elsewhere. */
  resolve(id: string): Promise<Resolution>;
  /** Whether an embedded proof holds by this key. */
  checkProof(
    document: Readonly<Record<string, unknown>>,
    proof: Readonly<Record<string, unknown>>,
    key: PublicKey,
  ): Promise<Finding>;
  /** Whose achievement this address is, as a DID; null: it is ours but unknown; undefined: it is not ours. */
  achievementIssuer(url: string): Promise<string | null | undefined>;
  /** The status list at this address; null: it is ours but unknown; undefined: it is not ours. */
  statusList(url: string): Promise<PublishedList | null | undefined>;
  /** The signed token status list at this address; null: it is ours but unknown; undefined: it is not ours. */
  tokenStatusList(url: string): Promise<string | null | undefined>;
  /** What the revocation list at this address says of a credential; null: it is ours but unknown; undefined: it is not ours. */
  revocation(url: string, credentialUrl: string): Promise<Revocation | null | undefined>;
  /** What a credential says (`contentDigest`) by the issuance log of its issuer; null: it is not in it; undefined: its issuer keeps none here. */
  logged(issuer: string, credential: string | null): Promise<LoggedContent | null | undefined>;
  /** What trust registries know of an issuer: the answer that says most for a credential that shows this. */
  trust(did: string, alignments?: readonly ClaimedAlignment[]): Promise<TrustAnswer>;
}

/** Whether somebody signed something and took it back. */
export interface Revocation {
  readonly issuer: string;
  readonly revoked: boolean;
  /** Why, where everybody may know. */
  readonly reason: string | null;
}

export interface LoggedContent {
  readonly issuer: string;
  readonly content: string;
  readonly index: number;
  readonly at: Date;
}

export interface PublishedList {
  readonly issuer: string;
  readonly purpose: string;
  readonly length: number;
  readonly encoded: string;
  /** Why an entry is set, where everybody may know; null: not to be told. */
  reasonOf?(index: number): Promise<string | null>;
}
