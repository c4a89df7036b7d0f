import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  RECIPIENT_NAMES,
  recipientIn,
  recipientIndex,
} from '../../../src/modules/credentials/issuing/direct.rules.ts';

const key = Buffer.alloc(32, 7);
const some = fc.option(fc.string({ minLength: 1 }), { nil: undefined });

describe('a recipient', () => {
  test('is named in exactly one way, a hash together with its salt', () => {
    fc.assert(
      fc.property(
        fc.record({ learnerId: some, email: some, identityHash: some, did: some, salt: some }),
        (fields) => {
          const given = RECIPIENT_NAMES.filter((name) => fields[name] !== undefined);
          const fits = given.length === 1 && (given[0] === 'identityHash') === (fields.salt !== undefined);
          const name = () => recipientIn(fields, 'input');
          if (!fits) expect(name).toThrow(/^input/);
          else {
            const { salt, ...rest } = name() as Record<string, unknown>;
            expect(rest).toEqual({ [String(given[0])]: fields[given[0] as 'email'] });
            expect(salt).toBe(fields.salt);
          }
        },
      ),
    );
  });

  test('is found again by one organisation, however the address is written, and by no other', () => {
    const words = fc.string({ minLength: 1 }).filter((word) => word.trim() !== '');
    fc.assert(
      fc.property(words, fc.uuid(), fc.uuid(), (address, one, other) => {
        const email = `${address.trim()}@example.org`;
        const index = recipientIndex(key, one, { email });
        expect(recipientIndex(key, one, { email: ` ${email.toLowerCase()} ` })).toBe(index);
        expect(recipientIndex(key, one, { did: email })).not.toBe(index);
        if (one !== other) expect(recipientIndex(key, other, { email })).not.toBe(index);
      }),
    );
  });

  test('known by a DID is another one when letters differ in size', () => {
    expect(recipientIndex(key, 'o', { did: 'did:key:zA' })).not.toBe(
      recipientIndex(key, 'o', { did: 'did:key:za' }),
    );
  });
});
