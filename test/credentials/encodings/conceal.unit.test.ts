import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CompactSign } from 'jose';
import { conceal, newSalt, OPEN_CLAIMS } from '../../../src/modules/credentials/encodings/conceal.ts';
import { alwaysShown, valueAt } from '../../../src/modules/credentials/encodings/disclose.ts';
import { readHolderKey } from '../../../src/modules/credentials/encodings/encoding.ts';
import { sdJwtClaims } from '../../../src/modules/credentials/encodings/sd-jwt-claims.ts';
import { typeMetadata } from '../../../src/modules/credentials/encodings/type-metadata.ts';
import { openBadgeCredential } from '../../../src/modules/credentials/open-badge.ts';
import { publicUrls } from '../../../src/modules/credentials/public-urls.ts';
import { decodeSdJwt } from '../../../src/modules/credentials/verification/sd-jwt.ts';
import { award } from '../../support/awards.ts';
import { testHolder } from '../../support/holder.ts';

const urls = publicUrls('https://credentials.example');
const claims = award.map((facts) =>
  sdJwtClaims(openBadgeCredential(facts, urls), { urls, holder: testHolder() }),
);
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

async function read(payload: object, disclosures: readonly string[]) {
  const token = await new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ: 'dc+sd-jwt' })
    .sign(privateKey);
  const decoded = decodeSdJwt([token, ...disclosures, ''].join('~'));
  if ('problem' in decoded) throw new Error(decoded.problem);
  return decoded.claims;
}

describe('concealing what a holder may leave out', () => {
  test('keeps everything for whoever has every disclosure', async () => {
    await fc.assert(
      fc.asyncProperty(claims, async (given) => {
        const { payload, disclosures } = conceal(given, OPEN_CLAIMS, newSalt);
        expect(await read(payload, disclosures)).toEqual(given);
      }),
      { numRuns: 60 },
    );
  });

  test('shows nothing but what is open to whoever has none, and each disclosure one thing more', async () => {
    await fc.assert(
      fc.asyncProperty(claims, fc.nat(), async (given, pick) => {
        const { payload, disclosures } = conceal(given, OPEN_CLAIMS, newSalt);
        const bare = await read(payload, []);
        const { achievement } = given['credentialSubject'] as { achievement: Record<string, unknown> };
        expect(bare).toMatchObject({ iss: given.iss, vct: given['vct'], cnf: given['cnf'] });
        expect((bare['credentialSubject'] as { achievement: object }).achievement).toMatchObject({
          id: achievement['id'],
          name: achievement['name'],
        });
        const text = JSON.stringify(payload);
        for (const disclosure of disclosures) expect(text).not.toContain(disclosure);
        for (const gone of ['identityHash', 'narrative', 'targetName']) expect(text).not.toContain(gone);
        const one = disclosures[pick % disclosures.length] as string;
        const more = JSON.stringify(await read(payload, [one]));
        const value = JSON.parse(Buffer.from(one, 'base64url').toString()).at(-1);
        expect(more.length).toBeGreaterThan(JSON.stringify(bare).length);
        expect(more).toContain(JSON.stringify(value));
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same thing another digest each time', () => {
    fc.assert(
      fc.property(claims, (given) => {
        const [one, other] = [conceal(given, OPEN_CLAIMS, newSalt), conceal(given, OPEN_CLAIMS, newSalt)];
        const seen = new Set([...one.disclosures, ...other.disclosures]);
        expect(seen.size).toBe(one.disclosures.length + other.disclosures.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a JSON pointer', () => {
  const document = { a: [{ 'b/c': 1, 'd~e': 2 }], '': { f: null } };

  test('names what RFC 6901 says, and nothing else', () => {
    expect(valueAt(document, '/a/0/b~1c')).toBe(1);
    expect(valueAt(document, '/a/0/d~0e')).toBe(2);
    expect(valueAt(document, '//f')).toBeNull();
    for (const pointer of [
      '',
      'a',
      '/a/00',
      '/a/-',
      '/a/1',
      '/a/0/b~2c',
      '/a/length',
      '/constructor',
      '/a/0/~',
    ])
      expect(valueAt(document, pointer)).toBeUndefined();
  });

  test('of what is always shown names something in every credential', () => {
    fc.assert(
      fc.property(award, (facts) => {
        const badge = openBadgeCredential(facts, urls);
        const pointers = alwaysShown(badge);
        for (const pointer of pointers) expect(valueAt(badge, pointer)).toBeDefined();
        const named = pointers.includes('/credentialSubject/identifier');
        expect(named).toBe(facts.recipient.kind === 'EMAIL_HASH');
        expect(pointers).toContain('/credentialStatus');
      }),
      { numRuns: 100 },
    );
  });
});

describe('the key of a wallet', () => {
  const reasonOf = (given: { jwk: string; did?: string }) => {
    try {
      readHolderKey(given);
      return null;
    } catch (error) {
      return (error as { details: { reason: string } }).details.reason;
    }
  };

  test('is taken when it is public and of a kind proofs are checked with', () => {
    const { jwk, did } = testHolder();
    expect(readHolderKey({ jwk: JSON.stringify(jwk) }).jwk).toEqual(jwk);
    expect(reasonOf({ jwk: JSON.stringify(jwk), did })).toBeNull();
    expect(reasonOf({ jwk: JSON.stringify(jwk), did: 'somebody' })).toBe('UNUSABLE_KEY');
    expect(reasonOf({ jwk: JSON.stringify(jwk), did: 'did:web:somebody.example' })).toBe('UNUSABLE_KEY');
    expect(reasonOf({ jwk: JSON.stringify(jwk), did: testHolder().did })).toBe('UNUSABLE_KEY');
    const secret = privateKey.export({ format: 'jwk' });
    expect(reasonOf({ jwk: JSON.stringify(secret) })).toBe('PRIVATE_KEY');
    const odd = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey.export({ format: 'jwk' });
    for (const text of ['', '{}', '[]', 'null', JSON.stringify(odd), JSON.stringify({ kty: 'oct', k: 'AA' })])
      expect(reasonOf({ jwk: text })).toBe('UNUSABLE_KEY');
  });
});

test('what the type of an SD-JWT says can be left out is concealed, and nothing else is', () => {
  const { claims: described } = typeMetadata(urls) as {
    claims: { path: (string | null)[]; sd: string }[];
  };
  for (const { path, sd } of described) {
    let open: unknown = OPEN_CLAIMS;
    for (const part of path)
      open = open === true || part === null ? open : (open as Record<string, unknown>)?.[part];
    expect([path, open === true]).toEqual([path, sd === 'never']);
  }
});
