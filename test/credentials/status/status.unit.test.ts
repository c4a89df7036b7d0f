import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CREDENTIAL_STATUSES } from '../../../src/modules/credentials/credential.ts';
import {
  checkReason,
  MEANING,
  STATUS_CHANGES,
  verdictOn,
} from '../../../src/modules/credentials/status/status.rules.ts';
import {
  decodeStatusList,
  emptyStatusList,
  withEntries,
} from '../../../src/modules/credentials/status-list.ts';

const anyChange = fc.constantFrom(...STATUS_CHANGES);
const anyStatus = fc.constantFrom(...CREDENTIAL_STATUSES);
const anyPurpose = fc.constantFrom('revocation', 'suspension');

describe('a change of status', () => {
  test('is made exactly where its meaning allows it, and what is revoked stays so', () => {
    fc.assert(
      fc.property(anyChange, anyStatus, anyPurpose, (change, status, purpose) => {
        const verdict = verdictOn(change, { status, purpose });
        const { from, purpose: needed } = MEANING[change];
        const allowed = from.includes(status) && (needed === null || needed === purpose);
        expect(verdict === 'CHANGE').toBe(allowed);
        if (status === 'REVOKED') expect(verdict).toBe(change === 'REVOKE' ? 'NOTHING' : 'REVOKED');
      }),
    );
  });

  test('made twice is made once', () => {
    fc.assert(
      fc.property(anyChange, anyPurpose, (change, purpose) => {
        expect(verdictOn(change, { status: MEANING[change].to, purpose })).toBe('NOTHING');
      }),
    );
  });

  test('can always be to revoke, unless it was', () => {
    for (const purpose of ['revocation', 'suspension'])
      for (const status of ['ACTIVE', 'SUSPENDED'] as const)
        expect(verdictOn('REVOKE', { status, purpose })).toBe('CHANGE');
  });
});

test('setting entries and clearing them again leaves the others as they were', async () => {
  const some = fc.uniqueArray(fc.nat(131_071), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(some, some, async (others, own) => {
      const before = await withEntries(await emptyStatusList(), others, true);
      const after = await withEntries(await withEntries(before, own, true), own, false);
      const list = await decodeStatusList(after);
      for (const index of others) expect(list.getStatus(index)).toBe(!own.includes(index));
      for (const index of own) expect(list.getStatus(index)).toBe(false);
    }),
    { numRuns: 20 },
  );
});

test('a reason says something, in at most 500 characters', () => {
  expect(checkReason('  under review ')).toBe('under review');
  for (const bad of ['', '   ', 'x'.repeat(501)]) expect(() => checkReason(bad)).toThrow(/^reason:/);
});
