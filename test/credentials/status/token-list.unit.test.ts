import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CompactSign } from 'jose';
import { publicUrls } from '../../../src/modules/credentials/public-urls.ts';
import { statusClaimOf, tokenListClaims } from '../../../src/modules/credentials/status/token-list.ts';
import { emptyStatusList, LIST_LENGTH, withEntries } from '../../../src/modules/credentials/status-list.ts';
import { checkTokenStatus } from '../../../src/modules/credentials/verification/status.ts';
import { foreignSources } from '../../support/foreign-sources.ts';

const urls = publicUrls('https://credentials.example');
const now = new Date('2026-06-01T00:00:00Z');
const url = urls.tokenStatusList('l-1');
const place = fc.nat(LIST_LENGTH - 1);

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const issuer = `did:jwk:${Buffer.from(JSON.stringify(publicKey.export({ format: 'jwk' }))).toString('base64url')}`;
const signed = (claims: object) =>
  new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: 'statuslist+jwt', kid: `${issuer}#0` })
    .sign(privateKey);

test('a token list says of each entry what the bitstring list says, and tells suspended from revoked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(place, { maxLength: 6 }),
      fc.uniqueArray(place, { minLength: 1, maxLength: 6 }),
      async (revoked, others) => {
        const suspended = others.filter((index) => !revoked.includes(index));
        const encoded = await withEntries(await emptyStatusList(), [...revoked, ...suspended], true);
        const token = await signed(await tokenListClaims({ url, encoded, suspended, at: now }));
        const sources = { ...foreignSources(), tokenStatusList: async () => token };
        const said = async (idx: number) =>
          (await checkTokenStatus({ status_list: { idx, uri: url } }, issuer, sources, now)).reason;
        for (const index of revoked) expect(await said(index)).toBe('The issuer withdrew it.');
        for (const index of suspended) expect(await said(index)).toBe('The issuer suspended it.');
        const free = [...Array(LIST_LENGTH).keys()].find((i) => !revoked.includes(i) && !others.includes(i));
        expect(await said(free ?? 0)).toBe('Not revoked.');
        expect(await said(LIST_LENGTH)).toBe('The status list has no such entry.');
      },
    ),
    { numRuns: 15 },
  );
});

test('a token list that has run out, or is unknown here, proves nothing', async () => {
  const claims = await tokenListClaims({ url, encoded: await emptyStatusList(), suspended: [], at: now });
  const token = await signed(claims);
  const status = { status_list: { idx: 0, uri: url } };
  const later = new Date(now.getTime() + 25 * 60 * 60 * 1000);
  for (const [answer, at] of [
    [token, later],
    [null, now],
    [token.slice(0, -6), now],
  ] as const) {
    const sources = { ...foreignSources(), tokenStatusList: async () => answer };
    expect((await checkTokenStatus(status, issuer, sources, at)).outcome).toBe('COULD_NOT_CHECK');
  }
});

test('the claim of a token is the entry of the document, in the token form of its list', () => {
  fc.assert(
    fc.property(fc.uuid(), place, (id, index) => {
      const statusListCredential = urls.statusList(id);
      const entry = { statusListCredential, statusListIndex: String(index) };
      const uri = urls.tokenStatusList(id);
      expect(statusClaimOf(entry, urls)).toEqual({ status_list: { idx: index, uri } });
      expect(statusClaimOf([entry], urls)).toEqual({ status_list: { idx: index, uri } });
      expect(urls.idIn('tokenLists', uri)).toBe(id);
      expect(urls.idIn('status', uri)).toBeNull();
    }),
  );
  const elsewhere = { statusListCredential: 'https://other.example/status/1', statusListIndex: '1' };
  for (const other of [undefined, null, 'text', {}, elsewhere]) expect(statusClaimOf(other, urls)).toBeNull();
});
