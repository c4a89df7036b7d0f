import type { Recipient } from '../award.ts';
import { CONTEXTS, compact, dateTime, type JsonObject, recipientOf } from '../open-badge.ts';

/** The context of CLR 2.0; its schema wants it between those of VCDM and Open Badges. */
export const CLR_CONTEXT = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

/** How one achievement in a record relates to another (CLR 2.0, Association). Both ids are those of achievements. */
export interface Association {
  readonly type: 'isParentOf' | 'isRelatedTo' | 'precedes';
  readonly sourceId: string;
  readonly targetId: string;
}

/** Everything one Comprehensive Learner Record says. */
export interface ClrFacts {
  /** An absolute URI of its own. */
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Who puts it together and signs it. */
  readonly publisher: { readonly did: string; readonly name: string; readonly url: string | null };
  readonly recipient: Recipient;
  /** The signed documents it holds, as they are; at least one. */
  readonly credentials: readonly JsonObject[];
  readonly associations: readonly Association[];
  /** True when the publisher may know of more than these. */
  readonly partial: boolean;
  readonly at: Date;
}

/**
 * The ClrCredential (1EdTech CLR 2.0) of some signed credentials, without proof. Same facts, same document. What a credential in it says of the
 * publisher is not said again: in RDF both would be one node, and what is said of a node twice can be left out once without
 * breaking the proof.
 */
export function clrCredential(facts: ClrFacts): JsonObject {
  const { publisher, credentials, at } = facts;
  const [vcdm, openBadges] = CONTEXTS;
  const isNamedInside = credentials.some(({ issuer }) => (issuer as JsonObject)?.['id'] === publisher.did);
  const { id, ...unnamed } = recipientOf(facts.recipient);
  return compact({
    '@context': [vcdm, CLR_CONTEXT, openBadges],
    id: facts.id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: facts.name,
    description: facts.description,
    issuer: isNamedInside
      ? publisher.did
      : { id: publisher.did, type: ['Profile'], name: publisher.name, url: publisher.url },
    validFrom: dateTime(at),
    awardedDate: dateTime(at),
    partial: facts.partial,
    credentialSubject: {
      id,
      type: ['ClrSubject'],
      ...unnamed,
      verifiableCredential: credentials,
      association:
        facts.associations.length > 0
          ? facts.associations.map(({ type, sourceId, targetId }) => ({
              type: 'Association',
              associationType: type,
              sourceId,
              targetId,
            }))
          : undefined,
    },
  });
}
