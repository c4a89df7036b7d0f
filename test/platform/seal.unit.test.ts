import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  blindIndex,
  createPersonKey,
  createSealer,
  openFor,
  SealError,
  sealContext,
  sealFor,
  unwrap,
  wrap,
} from '../../src/platform/seal.ts';

const sealer = createSealer(createPersonKey());
const place = sealContext('Learner', 'l1', 'sealedProfile');
const reason = (open: () => unknown): string => {
  try {
    open();
  } catch (error) {
    if (error instanceof SealError) return error.reason;
    throw error;
  }
  return 'OPENED';
};

describe('a sealed envelope', () => {
  test('opens to exactly what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (plain, context) => {
        expect(sealer.open(sealer.seal(plain, context), context)).toEqual(Buffer.from(plain));
      }),
    );
  });

  test('does not open with another key', () => {
    const other = createSealer(createPersonKey());
    expect(reason(() => other.open(sealer.seal('secret', place), place))).toBe('WRONG_KEY');
  });

  test('does not open with another key that claims to be the same one', () => {
    const other = createSealer(createPersonKey());
    const forged = sealer.seal('secret', place).replace(sealer.keyId, other.keyId);
    expect(reason(() => other.open(forged, place))).toBe('ALTERED');
  });

  test('does not open in another place', () => {
    const elsewhere = sealContext('Learner', 'l2', 'sealedProfile');
    expect(reason(() => sealer.open(sealer.seal('secret', place), elsewhere))).toBe('ALTERED');
  });

  test('does not open after any one character changed', () => {
    const envelope = sealer.seal('a profile', place);
    fc.assert(
      fc.property(
        fc.nat(envelope.length - 1),
        fc.constantFrom(...'ABCdef0123_-.='),
        (position, character) => {
          fc.pre(envelope[position] !== character);
          const altered = envelope.slice(0, position) + character + envelope.slice(position + 1);
          expect(() => sealer.open(altered, place)).toThrow(SealError);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('never looks the same twice, and shows nothing of its content', () => {
    const one = sealer.seal('Ada Lovelace', place);
    expect(sealer.seal('Ada Lovelace', place)).not.toBe(one);
    expect(Buffer.from(one).includes('Lovelace')).toBe(false);
  });

  test('needs a key of 32 bytes', () => {
    expect(() => createSealer(Buffer.alloc(16))).toThrow(/32 bytes/);
  });
});

describe('the key of a person', () => {
  test('is wrapped for one place and opens what it sealed', () => {
    const key = createPersonKey();
    const wrapped = wrap(sealer, key, 'key-1');
    expect(unwrap(sealer, wrapped, 'key-1')).toEqual(key);
    expect(reason(() => unwrap(sealer, wrapped, 'key-2'))).toBe('ALTERED');
    expect(openFor(unwrap(sealer, wrapped, 'key-1'), sealFor(key, 'Grüße', place), place)).toBe('Grüße');
  });
});

describe('the blind index of an e-mail address', () => {
  const key = createPersonKey();

  test('ignores case and spaces around, and depends on the key', () => {
    expect(blindIndex(key, ' Ada@Example.org ')).toBe(blindIndex(key, 'ada@example.org'));
    expect(blindIndex(key, 'ada@example.org')).not.toBe(blindIndex(createPersonKey(), 'ada@example.org'));
    expect(blindIndex(key, 'ada@example.org')).not.toBe(blindIndex(key, 'bob@example.org'));
  });
});
