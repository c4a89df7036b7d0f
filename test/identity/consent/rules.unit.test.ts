import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CONSENT_PURPOSES,
  CONSENT_SCOPES,
  consentText,
  holds,
  permits,
  textHash,
} from '../../../src/modules/identity/consent/consent.rules.ts';

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
      const agreed = consentText({ purpose: p, scopes: s });
      expect(textHash(agreed) === textHash(consentText({ purpose: q, scopes: t }))).toBe(same);
    }),
  );
});

test('a consent permits nothing for another purpose, nothing wider than its scopes, and nothing outside of its campaign', () => {
  const purpose = fc.constantFrom(...CONSENT_PURPOSES);
  const scopes = fc.uniqueArray(fc.constantFrom(...CONSENT_SCOPES));
  const campaignId = fc.constantFrom(null, 'one', 'other');
  const consent = fc.record({
    grantedAt: instant,
    expiresAt: ending,
    revokedAt: ending,
    purpose,
    scopes,
    campaignId,
  });
  fc.assert(
    fc.property(consent, fc.record({ purpose, scopes, campaignId }), instant, (given, use, at) => {
      if (!permits(given, use, at)) return;
      expect(holds(given, at)).toBe(true);
      expect(given.purpose).toBe(use.purpose);
      expect(given.scopes).toEqual(expect.arrayContaining(use.scopes));
      expect([null, use.campaignId]).toContain(given.campaignId);
      expect(permits({ ...given, revokedAt: at }, use, at)).toBe(false);
    }),
  );
});
