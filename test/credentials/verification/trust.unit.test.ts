import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { lookupIn, ownRegistry } from '../../../src/modules/credentials/verification/trust.ts';
import { readTrustRegistries } from '../../../src/modules/credentials/verification/trust-file.ts';
import { noWeb, type Web } from '../../../src/modules/credentials/verification/web.ts';
import { systemClock } from '../../../src/platform/clock.ts';

const folder = mkdtempSync(join(tmpdir(), 'trust-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (content: unknown): string => {
  const path = join(folder, 'registries.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const serving = (body: string): Web => ({ get: async () => ({ body: Buffer.from(body) }) });

const ACADEMY = 'did:web:academy.example';
const inline = {
  name: 'Short list',
  scope: 'Short courses',
  governanceUrl: 'https://list.example/rules',
  registry: { [ACADEMY]: { name: 'An academy', location: 'Lund' } },
};
const remote = { name: 'Long list', url: 'https://list.example/registry.json' };

describe('trust registries', () => {
  test('answer with what they vouch for, and by which rules; the first that knows an issuer', async () => {
    const registries = readTrustRegistries(
      file([inline, remote]),
      serving(JSON.stringify({ registry: { [ACADEMY]: {} } })),
      systemClock,
    );
    expect(await lookupIn(registries, ACADEMY)).toEqual({
      status: 'KNOWN',
      registry: 'Short list',
      scope: 'Short courses',
      governanceUrl: 'https://list.example/rules',
      name: 'An academy',
    });
    expect(await lookupIn([...registries].reverse(), ACADEMY)).toMatchObject({
      registry: 'Long list',
      name: null,
    });
  });

  test('do not know who is not listed, which is only certain when all could be asked', async () => {
    const stranger = 'did:web:stranger.example';
    expect(await lookupIn(readTrustRegistries(file([inline]), noWeb, systemClock), stranger)).toMatchObject({
      status: 'UNKNOWN',
    });
    for (const web of [noWeb, serving('no JSON'), serving('[]'), serving('{"registry": 5}')])
      expect(
        await lookupIn(readTrustRegistries(file([inline, remote]), web, systemClock), stranger),
      ).toMatchObject({
        status: 'UNREACHABLE',
        registry: 'Long list',
      });
    expect(
      await lookupIn(readTrustRegistries(file([inline]), noWeb, systemClock), '__proto__'),
    ).toMatchObject({
      status: 'UNKNOWN',
    });
  });

  test('that are named wrongly stop the process, with the mistake', () => {
    for (const [wrong, said] of [
      [[{ name: 'Neither' }], /either the url/],
      [[{ ...inline, url: remote.url }], /either the url/],
      [[{ name: 'Clear', url: 'http://list.example' }], /url/],
      [{ name: 'No list' }, /array/],
    ] as const)
      expect(() => readTrustRegistries(file(wrong), noWeb, systemClock)).toThrow(said);
    expect(() => readTrustRegistries(join(folder, 'missing.json'), noWeb, systemClock)).toThrow(
      /missing.json/,
    );
  });

  test('of this service are its own issuers', async () => {
    const own = ownRegistry('https://here.example', async (did) => (did === ACADEMY ? 'Academy' : null));
    expect(await own.lookup(ACADEMY)).toMatchObject({
      status: 'KNOWN',
      governanceUrl: 'https://here.example',
    });
    expect(await own.lookup('did:web:other.example')).toMatchObject({ status: 'UNKNOWN' });
  });
});
