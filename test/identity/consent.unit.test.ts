import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CONSENT_PURPOSES,
  CONSENT_SCOPES,
  consentTextHash,
  holds,
} from '../../src/modules/identity/consent.rules.ts';

const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const ending = fc.option(instant);

test('a consent never holds before it is given, nor from when it is withdrawn or expires', () => {
  fc.assert(
    fc.property(instant, ending, ending, instant, (grantedAt, expiresAt, revokedAt, now) => {
      const ends = [expiresAt, revokedAt].filter((end) => end !== null);
      expect(holds({ grantedAt, expiresAt, revokedAt }, now)).toBe(
        now >= grantedAt && ends.every((end) => now < end),
      );
    }),
  );
});

test('the words agreed to differ with the purpose and with the set of data, not with its order', () => {
  const scopes = fc.uniqueArray(fc.constantFrom(...CONSENT_SCOPES), { minLength: 1 });
  const purpose = fc.constantFrom(...CONSENT_PURPOSES);
  fc.assert(
    fc.property(purpose, scopes, purpose, scopes, (p, s, q, t) => {
      const same = p === q && [...s].sort().join() === [...t].sort().join();
      expect(consentTextHash(p, s) === consentTextHash(q, t)).toBe(same);
    }),
  );
});
