import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CompactSign } from 'jose';
import {
  checkJwt,
  credentialIn,
  type DecodedJwt,
  decodeJwt,
} from '../../../src/modules/credentials/verification/jwt.ts';
import { keyFromJwk, type PublicKey } from '../../../src/modules/credentials/verification/keys.ts';
import {
  checkKeyBinding,
  type DecodedSdJwt,
  decodeSdJwt,
} from '../../../src/modules/credentials/verification/sd-jwt.ts';

type Json = Record<string, unknown>;

const pair = (curve: string) => generateKeyPairSync('ec', { namedCurve: curve });
const issuer = pair('P-256');
const holder = pair('P-256');
const publicKey = (key: KeyObject) => keyFromJwk(key.export({ format: 'jwk' })) as PublicKey;

const token = (payload: unknown, header: Json = {}, key: KeyObject = issuer.privateKey): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', ...header })
    .sign(key);
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (header: Json, payload: Json = {}) => `${base64(header)}.${base64(payload)}.c2ln`;
const problemOf = (decoded: object): string => ('problem' in decoded ? String(decoded.problem) : 'none');

describe('a compact JWT', () => {
  test('holds by the key it was made with, by no other, and in no altered form', async () => {
    const compact = await token({ id: 'urn:uuid:1' });
    const decoded = decodeJwt(compact) as DecodedJwt;
    expect(await checkJwt(decoded, publicKey(issuer.publicKey))).toMatchObject({ outcome: 'PASS' });
    expect(await checkJwt(decoded, publicKey(holder.publicKey))).toMatchObject({ outcome: 'FAIL' });
    const ofOtherKind = publicKey(generateKeyPairSync('ed25519').publicKey);
    expect(await checkJwt(decoded, ofOtherKind)).toMatchObject({ outcome: 'FAIL' });
    await fc.assert(
      fc.asyncProperty(fc.nat(compact.length - 1), async (at) => {
        const other = compact[at] === 'A' ? 'B' : 'A';
        const altered = decodeJwt(compact.slice(0, at) + other + compact.slice(at + 1));
        if ('problem' in altered) return;
        expect(await checkJwt(altered, publicKey(issuer.publicKey))).toMatchObject({ outcome: 'FAIL' });
      }),
    );
  });

  test('chooses neither its algorithm nor what is fetched or trusted', () => {
    for (const header of [
      { alg: 'none' },
      { alg: 'HS256' },
      { alg: 'constructor' },
      { alg: 'ES256', crit: ['x'], x: 1 },
      { alg: 'ES256', jku: 'https://evil.example/keys' },
      { alg: 'ES256', x5u: 'https://evil.example/chain' },
      { alg: 'ES256', x5c: ['MIIB'] },
      { alg: 'ES256', b64: false },
      { alg: 'ES256', typ: 'at+jwt' },
      { alg: 'ES256', kid: 5 },
      { alg: 'ES256', jwk: { kty: 'oct', k: 'c2VjcmV0' } },
    ])
      expect([header, problemOf(decodeJwt(unsigned(header)))]).not.toEqual([header, 'none']);
    expect(problemOf(decodeJwt(unsigned({ alg: 'ES256' })))).toBe('none');
  });

  test('is in canonical base64url, and says nothing twice', () => {
    const whole = unsigned({ alg: 'ES256' });
    for (const broken of [
      `${whole}=`,
      whole.replace('c2ln', 'c2lo-'),
      whole.replace('c2ln', 'c2l/'),
      `${whole}.`,
    ])
      expect(problemOf(decodeJwt(broken))).not.toBe('none');
    const twice = Buffer.from('{"alg":"ES256","alg":"RS256"}').toString('base64url');
    expect(problemOf(decodeJwt(`${twice}.${base64({})}.c2ln`))).toMatch(/stands twice/);
  });

  test('decodes or names its problem, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(decodeJwt(text)).toBeDefined()));
  });
});

describe('the credential in a JWT', () => {
  const inside = {
    id: 'urn:uuid:1',
    issuer: { id: 'did:web:a.example' },
    credentialSubject: { id: 'urn:uuid:2' },
  };
  const read = (payload: Json) => credentialIn(decodeJwt(unsigned({ alg: 'ES256' }, payload)) as DecodedJwt);

  test('is its payload without registered claims, or the member vc of older ones', () => {
    expect(read({ ...inside, iss: 'did:web:a.example', jti: 'urn:uuid:1', sub: 'urn:uuid:2' })).toEqual({
      document: inside,
    });
    expect(read({ vc: inside, iss: 'did:web:a.example' })).toEqual({ document: inside });
  });

  test('is refused when a claim says something else than what it repeats', () => {
    const dated = { ...inside, validFrom: '2026-01-01T00:00:00Z', validUntil: '2027-01-01T00:00:00Z' };
    for (const claim of [
      { iss: 'did:web:b.example' },
      { jti: 'urn:uuid:9' },
      { sub: 'urn:uuid:9' },
      { nbf: 1 },
      { exp: 1 },
    ])
      expect(problemOf(read({ ...dated, ...claim }))).toMatch(/say different things/);
  });
});

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const disclosure = (...parts: unknown[]) => base64(parts);

async function sdJwt(claims: Json, disclosures: string[]): Promise<string> {
  return `${[await token(claims, { typ: 'dc+sd-jwt' }), ...disclosures].join('~')}~`;
}

describe('an SD-JWT', () => {
  const grade = disclosure('salt', 'grade', 'A');
  const german = disclosure('salt', 'de');
  const claims = {
    iss: 'did:web:a.example',
    _sd: [digest(grade), digest('decoy')],
    languages: ['en', { '...': digest(german) }],
  };

  test('shows what was disclosed in its place, and nothing of the rest', async () => {
    const all = decodeSdJwt(await sdJwt(claims, [grade, german])) as DecodedSdJwt;
    expect(all.claims).toEqual({ iss: 'did:web:a.example', grade: 'A', languages: ['en', 'de'] });
    const none = decodeSdJwt(await sdJwt(claims, [])) as DecodedSdJwt;
    expect(none.claims).toEqual({ iss: 'did:web:a.example', languages: ['en'] });
  });

  test('is refused with a disclosure nobody signed, one twice, or one in the wrong place', async () => {
    const invented = disclosure('salt', 'grade', 'A+');
    expect(problemOf(decodeSdJwt(await sdJwt(claims, [invented])))).toMatch(/nothing the issuer signed/);
    expect(problemOf(decodeSdJwt(await sdJwt(claims, [grade, grade])))).toMatch(/twice/);
    expect(problemOf(decodeSdJwt(await sdJwt({ _sd: [digest(german)] }, [german])))).toMatch(/wrong place/);
    expect(problemOf(decodeSdJwt(await sdJwt({ _sd: [digest(grade), digest(grade)] }, [grade])))).toMatch(
      /twice/,
    );
    expect(problemOf(decodeSdJwt(await sdJwt({ grade: 'F', _sd: [digest(grade)] }, [grade])))).toMatch(
      /taken/,
    );
    expect(problemOf(decodeSdJwt(await sdJwt({ _sd_alg: 'md5' }, [])))).toMatch(/Digests by md5/);
    const hidden = disclosure('salt', '_sd', [digest(grade)]);
    expect(problemOf(decodeSdJwt(await sdJwt({ _sd: [digest(hidden)] }, [hidden])))).toMatch(/not allowed/);
  });

  test('is bound to a key: by its holder, for this verifier, this challenge and exactly these disclosures', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const asked = { audience: 'https://employer.example', nonce: 'n', now };
    const cnf = { jwk: holder.publicKey.export({ format: 'jwk' }) };
    const shown = await sdJwt({ ...claims, cnf }, [grade]);
    const bind = async (
      payload: Json,
      { text = shown, header = { typ: 'kb+jwt' } as Json, key = holder.privateKey } = {},
    ) =>
      decodeSdJwt(
        text +
          (await token(
            {
              iat: now.getTime() / 1000,
              aud: asked.audience,
              nonce: 'n',
              sd_hash: digest(shown),
              ...payload,
            },
            header,
            key,
          )),
      ) as DecodedSdJwt;
    expect(await checkKeyBinding(await bind({}), asked)).toMatchObject({ outcome: 'PASS' });
    for (const wrong of [
      await bind({ nonce: 'm' }),
      await bind({ aud: 'https://other.example' }),
      await bind({ iat: 1 }),
      await bind({}, { key: issuer.privateKey }),
      await bind({}, { header: { typ: 'JWT' } }),
      await bind({}, { text: await sdJwt({ ...claims, cnf }, []) }),
      decodeSdJwt(shown) as DecodedSdJwt,
    ])
      expect(await checkKeyBinding(wrong, asked)).toMatchObject({ outcome: 'FAIL' });
  });

  test('decodes or names its problem, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(decodeSdJwt(`${text}~`)).toBeDefined()));
  });
});
