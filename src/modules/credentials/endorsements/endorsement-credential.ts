import { CONTEXTS, dateTime, type JsonObject, profileOf } from '../open-badge.ts';
import type { PublicUrls } from '../public-urls.ts';

/** In what capacity somebody speaks for a credential. */
export const ENDORSER_CAPACITIES = ['SUPERVISOR', 'EMPLOYER', 'REVIEWER'] as const;
export type EndorserCapacity = (typeof ENDORSER_CAPACITIES)[number];

/** Everything one endorsement says. */
export interface EndorsementFacts {
  readonly id: string;
  readonly endorser: {
    readonly organizationId: string;
    readonly did: string;
    readonly name: string;
    readonly url: string | null;
  };
  /** What is endorsed, by the address or DID it has in its own document. */
  readonly subject: string;
  readonly statement: string;
  readonly capacity: EndorserCapacity | null;
  readonly at: Date;
}

/** As the contexts spell the kind of status that endorsements have. */
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

/** The EndorsementCredential (Open Badges 3.0) of an endorsement, without proof. Its status is the revocation list of whoever signs it. */
export function endorsementCredential(facts: EndorsementFacts, urls: PublicUrls): JsonObject {
  const { endorser, capacity } = facts;
  const as = capacity === null ? '' : ` as ${capacity.toLowerCase()}`;
  return {
    '@context': [...CONTEXTS, EXTENSIONS],
    id: urls.endorsement(facts.id),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: `Endorsed by ${endorser.name}${as}`,
    issuer: profileOf(endorser),
    validFrom: dateTime(facts.at),
    awardedDate: dateTime(facts.at),
    credentialSubject: {
      id: facts.subject,
      type: ['EndorsementSubject'],
      endorsementComment: facts.statement,
    },
    credentialStatus: {
      id: urls.revocationList(endorser.organizationId),
      type: '1EdTechRevocationList',
    },
  };
}

/** A document with what others say in its favour; the same when nobody does. */
export const endorsedBy = <T extends object>(document: T, endorsements: readonly string[]): T =>
  endorsements.length === 0
    ? document
    : { ...document, endorsement: endorsements.map((signed): unknown => JSON.parse(signed)) };

/** A credential with what others say in favour of it, of its badge and of its issuer, and without its proof, as it is no longer what was signed. */
export function endorsedCredential(
  document: JsonObject,
  { credential, badge, issuer }: Readonly<Record<'credential' | 'badge' | 'issuer', readonly string[]>>,
): JsonObject {
  const { proof: _, ...unsigned } = document;
  const subject = unsigned['credentialSubject'] as JsonObject;
  return endorsedBy(
    {
      ...unsigned,
      issuer: endorsedBy(unsigned['issuer'] as object, issuer),
      credentialSubject: { ...subject, achievement: endorsedBy(subject['achievement'] as object, badge) },
    },
    credential,
  );
}

/** What a credential says by itself: the same without the endorsements {@link endorsedCredential} adds, each of which is signed for itself. */
export function withoutEndorsements(document: JsonObject): JsonObject {
  const bare = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const { endorsement: _, ...rest } = value as JsonObject;
    return rest;
  };
  const { issuer, credentialSubject, ...rest } = bare(document) as JsonObject;
  const subject = bare(credentialSubject);
  const said = (subject ?? {}) as JsonObject;
  return {
    ...rest,
    ...(issuer !== undefined && { issuer: bare(issuer) }),
    ...(credentialSubject !== undefined && {
      credentialSubject:
        said['achievement'] === undefined ? subject : { ...said, achievement: bare(said['achievement']) },
    }),
  };
}
