import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CompactSign } from 'jose';
import { loadContexts } from '../../../src/modules/credentials/veramo/contexts.ts';
import {
  PRESENTATION_STEPS,
  verifyPresentation,
} from '../../../src/modules/credentials/verification/presentation.ts';
import type { Json } from '../../../src/modules/credentials/verification/proofs.ts';
import { foreignSources } from '../../support/foreign-sources.ts';
import { foreignBadge, proven, type TestSigner, testSigner } from '../../support/signer.ts';

const ASKED = { challenge: 'a challenge', domain: 'jobs.example', now: new Date('2026-06-01T00:00:00Z') };
const issuer = testSigner();
const holder = testSigner();
const authentication = { proofPurpose: 'authentication', challenge: ASKED.challenge, domain: ASKED.domain };

const credentialOf = (subject: string, by: TestSigner = issuer) => {
  const badge = foreignBadge(by.did);
  const about = { ...(badge['credentialSubject'] as Json), id: subject };
  return proven({ ...badge, credentialSubject: about }, by);
};

const presentation = (credentials: unknown[], more: Json = {}): Json => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  holder: holder.did,
  verifiableCredential: credentials,
  ...more,
});

async function verify(given: Json | string) {
  const known = {
    ...foreignSources(),
    trust: async () =>
      ({ status: 'KNOWN', registry: 'r', scope: null, governanceUrl: null, name: null }) as const,
  };
  const report = await verifyPresentation(
    typeof given === 'string' ? given : JSON.stringify(given),
    ASKED,
    known,
  );
  const failed = report.steps.filter(({ outcome }) => outcome === 'FAIL').map(({ name }) => name);
  return { ...report, failed };
}

describe('a presentation', () => {
  test('is verified with what its holder signed for this challenge and domain', async () => {
    const credential = await credentialOf(holder.did);
    const report = await verify(await proven(presentation([credential]), holder, authentication));
    expect(report).toMatchObject({ verdict: 'VERIFIED', holder: holder.did });
    expect(report.credentials.map(({ verdict }) => verdict)).toEqual(['VERIFIED']);
  });

  test('of another challenge, for another domain, without either, or out of date is no answer', async () => {
    const credential = await credentialOf(holder.did);
    for (const more of [
      { challenge: 'another' },
      { domain: 'elsewhere.example' },
      { domain: ['elsewhere.example'] },
      { expires: '2026-05-01T00:00:00Z' },
    ]) {
      const shown = await proven(presentation([credential]), holder, { ...authentication, ...more });
      expect(await verify(shown)).toMatchObject({ verdict: 'FAILED', failed: ['CHALLENGE'] });
    }
    const { challenge: _, ...without } = authentication;
    expect(await verify(await proven(presentation([credential]), holder, without))).toMatchObject({
      failed: ['STRUCTURE'],
    });
    const issuing = { ...authentication, proofPurpose: 'assertionMethod' };
    expect(await verify(await proven(presentation([credential]), holder, issuing))).toMatchObject({
      failed: ['STRUCTURE'],
    });
  });

  test('fails when somebody else signed it, when it was altered, or when a credential is about somebody else', async () => {
    const credential = await credentialOf(holder.did);
    const thief = testSigner();
    expect(await verify(await proven(presentation([credential]), thief, authentication))).toMatchObject({
      failed: ['HOLDER'],
    });
    const other = await credentialOf(holder.did, testSigner());
    const good = await proven(presentation([credential]), holder, authentication);
    expect((await verify({ ...good, verifiableCredential: [other] })).failed).toContain('PROOF');
    const stolen = await proven(presentation([credential], { holder: thief.did }), thief, authentication);
    expect(await verify(stolen)).toMatchObject({ failed: ['BINDING'] });
    const forged = { ...credential, validFrom: '2025-01-01T00:00:00Z' };
    expect(await verify(await proven(presentation([forged]), holder, authentication))).toMatchObject({
      failed: ['CREDENTIALS'],
    });
  });

  test('holds credentials, not addresses of some', async () => {
    expect((await verify(await proven(presentation([]), holder, authentication))).verdict).toBe('FAILED');
    const envelope = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: 'data:application/vc+jwt,https://elsewhere.example/badge',
    };
    expect((await verify(await proven(presentation([envelope]), holder, authentication))).failed).toContain(
      'CREDENTIALS',
    );
  });

  test('of a credential that does not name its holder cannot be bound, which is no pass', async () => {
    const badge = foreignBadge(issuer.did);
    const { id: _, ...about } = badge['credentialSubject'] as Json;
    const identifier = [
      { type: 'IdentityObject', hashed: true, identityHash: 'sha256$0', identityType: 'emailAddress' },
    ];
    const credential = await proven({ ...badge, credentialSubject: { ...about, identifier } }, issuer);
    const report = await verify(await proven(presentation([credential]), holder, authentication));
    expect(report).toMatchObject({ verdict: 'UNDETERMINED', failed: [] });
  });

  test('is a JWT, too', async () => {
    const token = await credentialOf(holder.did);
    const made = (payload: Json) =>
      new CompactSign(Buffer.from(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'EdDSA', kid: holder.method, typ: 'vp+jwt' })
        .sign(holder.privateKey);
    const whole = { ...presentation([token]), iss: holder.did, nonce: ASKED.challenge, aud: ASKED.domain };
    expect(await verify(await made(whole))).toMatchObject({ verdict: 'VERIFIED', holder: holder.did });
    expect(await verify(await made({ ...whole, nonce: 'another' }))).toMatchObject({ failed: ['CHALLENGE'] });
    expect(await verify(await made({ ...whole, exp: 1 }))).toMatchObject({ failed: ['CHALLENGE'] });
    expect(await verify(await made({ ...whole, iss: issuer.did }))).toMatchObject({ failed: ['STRUCTURE'] });
  });

  test('gets a report, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        const { verdict, steps } = await verify(text);
        expect(verdict).toBe('FAILED');
        expect(steps.map(({ name }) => name)).toEqual([...PRESENTATION_STEPS]);
      }),
    );
  });
});

describe.each(['Ed25519Signature2020', 'eddsa-rdfc-2022'])('the library of wallets, with %s', (suite) => {
  test('makes presentations that are verified', async () => {
    const contexts = loadContexts();
    const pair = await Ed25519Multikey.generate();
    const did = `did:key:${pair.publicKeyMultibase}`;
    const signer = { ...pair.signer(), id: `${did}#${pair.publicKeyMultibase}` };
    const credential = await credentialOf(did);
    const context =
      suite === 'Ed25519Signature2020' ? ['https://w3id.org/security/suites/ed25519-2020/v1'] : [];
    const shown = await vc.signPresentation({
      presentation: {
        '@context': ['https://www.w3.org/ns/credentials/v2', ...context],
        type: ['VerifiablePresentation'],
        holder: did,
        verifiableCredential: [credential],
      },
      suite:
        suite === 'Ed25519Signature2020'
          ? new Ed25519Signature2020({ signer })
          : new DataIntegrityProof({ cryptosuite, signer }),
      challenge: ASKED.challenge,
      domain: ASKED.domain,
      documentLoader: async (url) => ({
        contextUrl: null,
        documentUrl: url,
        document: contexts.get(url) ?? {},
      }),
    });
    expect(await verify(shown as Json)).toMatchObject({ verdict: 'VERIFIED', holder: did });
  });
});
