/** A signing key of an issuer, without its private half. */
export interface SigningKey {
  readonly kid: string;
  readonly type: string;
  /** Where its private half lies: the name of a vault. */
  readonly vault: string;
  readonly publicKeyHex: string;
  /** What follows `#` in the id of its verification method. */
  readonly fragment: string;
  readonly createdAt: Date;
  /** Since when nothing new is signed with it; what it signed before stays valid. */
  readonly retiredAt: Date | null;
  /** Since when nothing is signed with it for the time being. */
  readonly frozenAt: Date | null;
  /** Since when it is known that others may have it: it stands in no DID document any more. */
  readonly compromisedAt: Date | null;
  /** From when on others may have had it. */
  readonly compromisedSince: Date | null;
}

/** A signing key as it is stored: with the sealed private half, where that does not lie in a device. */
export interface StoredSigningKey extends SigningKey {
  readonly sealedPrivateKey: string | null;
}

/** A signing key that was just made. */
export type NewSigningKey = Pick<
  StoredSigningKey,
  'kid' | 'type' | 'vault' | 'publicKeyHex' | 'fragment' | 'createdAt' | 'sealedPrivateKey'
>;

/** An issuing organisation under its DID, with all its keys, the newest first. */
export interface IssuerIdentity {
  readonly organizationId: string;
  readonly did: string;
  readonly keys: readonly SigningKey[];
}

/** Where issuers and their keys are kept. The stores of Veramo, the DID resolver and the verifier read from here. */
export interface IssuerDirectory {
  byDid(did: string): Promise<IssuerIdentity | null>;
  keyById(kid: string): Promise<StoredSigningKey | null>;
  saveKey(key: NewSigningKey): Promise<void>;
  /** Forgets a key no issuer uses; false when there is none such. */
  removeKey(kid: string): Promise<boolean>;
  /** Gives the organisation of this DID its first key; false if it is unknown or has a DID already. */
  adopt(did: string, kid: string): Promise<boolean>;
  /** Gives an issuer another key; false when it has one of that type in use already. */
  addKey(did: string, kid: string): Promise<boolean>;
}

/**
 * The DID of an organisation (did:web with a path, W3C CCG did:web method): `https://host:port/orgs/<id>/did.json` is
 * where others find its document.
 */
export function issuerDid(publicUrl: string, organizationId: string): string {
  return `${didPrefix(publicUrl)}${encodeURIComponent(organizationId)}`;
}

/** The DID of whoever signs the issuance logs of all issuers here: `https://host:port/log/did.json`. It issues nothing. */
export function logDid(publicUrl: string): string {
  return didPrefix(publicUrl).replace(/orgs:$/, 'log');
}

/** The organisation a DID of ours belongs to; null for a DID that is not ours. */
export function organizationOf(publicUrl: string, did: string): string | null {
  const prefix = didPrefix(publicUrl);
  if (!did.startsWith(prefix)) return null;
  const rest = did.slice(prefix.length);
  if (!/^[A-Za-z0-9._~%-]+$/.test(rest)) return null;
  try {
    return decodeURIComponent(rest);
  } catch {
    return null;
  }
}

function didPrefix(publicUrl: string): string {
  const { host, pathname } = new URL(publicUrl);
  const path = pathname.split('/').filter(Boolean);
  return `did:web:${[encodeURIComponent(host), ...path].join(':')}:orgs:`;
}

/** The same directory, asking for each DID and key only once. For the length of one batch, not longer. */
export function remembering(directory: IssuerDirectory): IssuerDirectory {
  const dids = new Map<string, Promise<IssuerIdentity | null>>();
  const keys = new Map<string, Promise<StoredSigningKey | null>>();
  return {
    ...directory,
    byDid: (did) => remember(dids, did, () => directory.byDid(did)),
    keyById: (kid) => remember(keys, kid, () => directory.keyById(kid)),
    async addKey(did, kid) {
      const added = await directory.addKey(did, kid);
      dids.delete(did);
      return added;
    },
  };
}

function remember<V>(known: Map<string, Promise<V>>, key: string, ask: () => Promise<V>): Promise<V> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}
