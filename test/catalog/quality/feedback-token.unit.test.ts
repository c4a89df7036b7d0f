import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  monthOf,
  nonceOf,
  onceOf,
  readToken,
  startOfMonth,
  tokenOf,
} from '../../../src/modules/catalog/quality/feedback/feedback-token.ts';

const secret = randomBytes(32);
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const id = fc.stringMatching(/^[A-Za-z0-9._-]{1,40}$/);

describe('a token for feedback', () => {
  test('gives back the version and what stands for the credential', () => {
    fc.assert(
      fc.property(
        key,
        id,
        fc.string({ minLength: 1, maxLength: 30 }),
        (personKey, credentialId, versionId) => {
          const right = { versionId, nonce: nonceOf(personKey, credentialId) };
          expect(readToken(secret, tokenOf(secret, right))).toEqual(right);
          expect(readToken(secret, ` ${tokenOf(secret, right)}\n`)).toEqual(right);
        },
      ),
    );
  });

  test('is the same whenever it is made for a credential, and another for every other credential or learner', () => {
    fc.assert(
      fc.property(key, key, id, id, (mine, theirs, one, other) => {
        expect(nonceOf(mine, one)).toBe(nonceOf(mine, one));
        if (one !== other) expect(nonceOf(mine, one)).not.toBe(nonceOf(mine, other));
        if (Buffer.compare(Buffer.from(mine), Buffer.from(theirs)) !== 0)
          expect(nonceOf(mine, one)).not.toBe(nonceOf(theirs, one));
      }),
    );
  });

  test('is none once a single character is another one, or with another secret', () => {
    const token = tokenOf(secret, {
      versionId: 'version-1',
      nonce: nonceOf(randomBytes(32), 'credential-1'),
    });
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'b', '0', '-', '.'), (at, letter) => {
        const bent = token.slice(0, at) + letter + token.slice(at + 1);
        if (bent !== token) expect(readToken(secret, bent)).toBeNull();
      }),
    );
    expect(readToken(randomBytes(32), token)).toBeNull();
    for (const none of ['', 'fb1', 'fb1...', `${token}.x`]) expect(readToken(secret, none)).toBeNull();
  });

  test('is not what is kept of it', () => {
    const nonce = nonceOf(randomBytes(32), 'credential-1');
    expect(onceOf(nonce)).not.toContain(nonce);
    expect(onceOf(nonce)).toBe(onceOf(nonce));
  });
});

test('of when only the month is kept', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (now) => {
        const start = startOfMonth(now);
        expect(start <= now).toBe(true);
        expect(start.toISOString()).toBe(`${monthOf(now)}-01T00:00:00.000Z`);
        expect(startOfMonth(start)).toEqual(start);
      },
    ),
  );
});
