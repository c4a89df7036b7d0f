import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jwtClaims } from '../../../src/modules/credentials/encodings/jwt-claims.ts';
import { credentialIn, type DecodedJwt } from '../../../src/modules/credentials/verification/jwt.ts';

const instant = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'));

const credential = fc.record(
  {
    '@context': fc.constant(['https://www.w3.org/ns/credentials/v2']),
    id: fc.webUrl(),
    type: fc.constant(['VerifiableCredential', 'OpenBadgeCredential']),
    name: fc.string(),
    issuer: fc.oneof(fc.webUrl(), fc.record({ id: fc.webUrl(), name: fc.string() })),
    validFrom: instant,
    validUntil: instant,
    credentialSubject: fc.oneof(
      fc.record({ id: fc.webUrl(), type: fc.constant(['AchievementSubject']) }),
      fc.record({ type: fc.constant(['AchievementSubject']) }),
    ),
  },
  { requiredKeys: ['@context', 'id', 'type', 'issuer', 'validFrom', 'credentialSubject'] },
);

test('our verifier reads the same credential out of the claims, whatever it says, and never its embedded proof', () => {
  fc.assert(
    fc.property(credential, (document) => {
      const payload = jwtClaims({ ...document, proof: [{ type: 'DataIntegrityProof' }] });
      expect(credentialIn({ payload } as DecodedJwt)).toEqual({ document });
      expect(payload).not.toHaveProperty('proof');
    }),
    { numRuns: 200 },
  );
});

test('what a credential does not say is no claim', () => {
  const claims = jwtClaims({ issuer: 'did:web:x', credentialSubject: { type: ['AchievementSubject'] } });
  expect(claims).toEqual({
    issuer: 'did:web:x',
    credentialSubject: { type: ['AchievementSubject'] },
    iss: 'did:web:x',
  });
});
