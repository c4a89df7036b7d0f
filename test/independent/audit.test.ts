import { expect, test } from '@jest/globals';
import { run } from '../../bench/security/tampering.ts';

test('our checker and the page of Python name the same event, whatever was done to the audit', async () => {
  const { tamperings_found: found, missed } = await run({ times: 40, seed: 7 });
  expect(missed).toEqual([]);
  expect(found).toBe(40);
}, 120_000);
