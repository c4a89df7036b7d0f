import { createHash, randomBytes } from 'node:crypto';
import type { JsonObject } from '../open-badge.ts';

/** Which members of an object everybody sees, and what of them; any other is concealed, of a list each element. */
export interface Open {
  readonly [name: string]: true | Open;
}

/** What stays open of a credential as SD-JWT: what says of which badge, by whom, to whom, and whether it holds. */
export const OPEN_CLAIMS: Open = {
  iss: true,
  sub: true,
  jti: true,
  nbf: true,
  exp: true,
  vct: true,
  cnf: true,
  status: true,
  name: true,
  issuer: true,
  credentialSubject: { achievement: { id: true, type: true, name: true } },
};

/** 128 random bits, as RFC 9901 recommends. */
export const newSalt = (): string => randomBytes(16).toString('base64url');

/**
 * Replaces what is not open by digests (RFC 9901, section 4): `payload` is what the issuer signs, each disclosure shows one member or element
 * again. The digests of an object are sorted, so that their order tells nothing.
 */
export function conceal(
  claims: object,
  open: Open,
  salt: () => string,
): { readonly payload: JsonObject; readonly disclosures: readonly string[] } {
  const disclosures: string[] = [];
  const disclose = (...parts: unknown[]): string => {
    const disclosure = Buffer.from(JSON.stringify([salt(), ...parts])).toString('base64url');
    disclosures.push(disclosure);
    return createHash('sha256').update(disclosure, 'ascii').digest('base64url');
  };
  const concealed = (value: object, spared: Open): JsonObject => {
    const members: Record<string, unknown> = {};
    const digests: string[] = [];
    for (const [name, inner] of Object.entries(value)) {
      const how = Object.hasOwn(spared, name) ? spared[name] : undefined;
      if (how === true) members[name] = inner;
      else if (how) members[name] = concealed(inner as object, how);
      else if (Array.isArray(inner)) members[name] = inner.map((each) => ({ '...': disclose(each) }));
      else digests.push(disclose(name, inner));
    }
    return digests.length > 0 ? { ...members, _sd: digests.sort() } : members;
  };
  return { payload: concealed(claims, open), disclosures };
}
