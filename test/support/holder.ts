import { createHash, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';

/** Somebody's wallet with a P-256 key. */
export interface TestHolder {
  readonly jwk: JsonWebKey;
  readonly did: string;
  readonly privateKey: KeyObject;
}

export function testHolder(): TestHolder {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  return { jwk, did: `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`, privateKey };
}

/** What a disclosure of an SD-JWT shows: `[salt, name, value]`, or `[salt, value]` for an element. */
export const disclosuresOf = (sdJwt: string): readonly (readonly unknown[])[] =>
  sdJwt
    .split('~')
    .slice(1, -1)
    .map((each) => JSON.parse(Buffer.from(each, 'base64url').toString()));

/** The presentation of an SD-JWT with only some of its disclosures, bound to a nonce and an audience (RFC 9901, section 4.3). */
export async function present(
  sdJwt: string,
  keep: (disclosure: readonly unknown[]) => boolean,
  { privateKey }: TestHolder,
  { nonce, audience, at = new Date() }: { nonce: string; audience: string; at?: Date },
): Promise<string> {
  const [token, ...rest] = sdJwt.split('~').slice(0, -1);
  const kept = rest.filter((_, position) => keep(disclosuresOf(sdJwt)[position] ?? []));
  const shown = [token, ...kept, ''].join('~');
  const binding = await new CompactSign(
    Buffer.from(
      JSON.stringify({
        iat: Math.floor(at.getTime() / 1000),
        nonce,
        aud: audience,
        sd_hash: createHash('sha256').update(shown, 'ascii').digest('base64url'),
      }),
    ),
  )
    .setProtectedHeader({ alg: 'ES256', typ: 'kb+jwt' })
    .sign(privateKey);
  return shown + binding;
}
