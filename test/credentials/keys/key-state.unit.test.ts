import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inUse, keyFrozen, stateOf } from '../../../src/modules/credentials/keys/key-state.ts';

const instant = fc.option(fc.date({ noInvalidDate: true }), { nil: null });
const key = fc.record({
  type: fc.constantFrom('Ed25519', 'Secp256r1'),
  retiredAt: instant,
  frozenAt: instant,
  compromisedAt: instant,
});

test('a compromised key is nothing else, and a retired one is never frozen', () => {
  fc.assert(
    fc.property(key, (one) => {
      const state = stateOf(one);
      expect(state === 'COMPROMISED').toBe(one.compromisedAt !== null);
      if (one.compromisedAt === null) expect(state === 'RETIRED').toBe(one.retiredAt !== null);
      if (state === 'FROZEN') expect(one.frozenAt).not.toBeNull();
    }),
    { numRuns: 200 },
  );
});

test('the key to sign with is the first of its type that is active or frozen', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 6 }), (keys) => {
      const found = inUse(keys, 'Ed25519');
      const able = keys.filter((each) => each.type === 'Ed25519' && /ACTIVE|FROZEN/.test(stateOf(each)));
      expect(found).toBe(able[0]);
    }),
    { numRuns: 200 },
  );
});

test('a frozen key has an error of its own that names it', () => {
  expect(keyFrozen('did:web:x#k')).toMatchObject({
    code: 'CONFLICT',
    details: { reason: 'KEY_FROZEN', key: 'did:web:x#k' },
  });
});
