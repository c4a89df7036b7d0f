import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { consentPage } from '../../../src/modules/credentials/exchange/open-badges-api/consent-page.ts';
import { ApiRefusal } from '../../../src/modules/credentials/exchange/open-badges-api/imsx.ts';
import { LIMIT, linksOf, readPart } from '../../../src/modules/credentials/exchange/open-badges-api/page.ts';
import { SCOPES } from '../../../src/modules/credentials/exchange/open-badges-api/scopes.ts';
import {
  identityOf,
  isSame,
  supersedes,
} from '../../../src/modules/credentials/exchange/open-badges-api/upsert.rules.ts';

const ADDRESS = 'https://here.example/credentials';
const part = fc.record({
  limit: fc.integer({ min: 1, max: LIMIT.max }),
  offset: fc.nat(500),
  since: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
});

/** The addresses in a `Link` header, by what they are. */
const linked = (header: string): Map<string, URL> =>
  new Map(
    [...header.matchAll(/<([^>]+)>; rel="([a-z]+)"/g)].map(([, address = '', rel = '']) => [
      rel,
      new URL(address),
    ]),
  );

describe('a part of a list', () => {
  test('is read from what the links to other parts say', () => {
    fc.assert(
      fc.property(part, fc.nat(500), (asked, total) => {
        for (const address of linked(linksOf(ADDRESS, asked, total)).values()) {
          const read = readPart(Object.fromEntries(address.searchParams));
          expect([read.limit, read.since]).toEqual([asked.limit, asked.since]);
        }
      }),
    );
  });

  test('leads to every other, and to none that is empty', () => {
    fc.assert(
      fc.property(part, fc.integer({ min: 1, max: 300 }), (asked, total) => {
        const seen = new Set<number>();
        for (let at: typeof asked | null = { ...asked, offset: 0 }; at; ) {
          for (let i = at.offset; i < Math.min(at.offset + at.limit, total); i += 1) seen.add(i);
          const next = linked(linksOf(ADDRESS, at, total)).get('next');
          at = next ? readPart(Object.fromEntries(next.searchParams)) : null;
        }
        expect(seen.size).toBe(total);
        const links = linked(linksOf(ADDRESS, asked, total));
        for (const [rel, address] of links) {
          const { offset } = readPart(Object.fromEntries(address.searchParams));
          expect(offset).toBeLessThan(total);
          if (rel === 'prev') expect(offset).toBeLessThan(asked.offset);
        }
      }),
    );
  });

  test('is never larger than is served, and refused when it cannot be read', () => {
    expect(readPart({})).toEqual({ limit: LIMIT.default, offset: 0, since: new Date(0) });
    expect(readPart({ limit: '999999' }).limit).toBe(LIMIT.max);
    for (const query of [
      { limit: '0' },
      { limit: '-1' },
      { offset: '1.5' },
      { limit: ['1', '2'] },
      { since: 'yesterday' },
      { since: '2026-13-01T00:00:00Z' },
    ])
      expect(() => readPart(query)).toThrow(ApiRefusal);
  });
});

test('whatever a host calls itself, the page that asks holds no markup of it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (name, address, problem) => {
      const page = consentPage({ name, address, scopes: [SCOPES.READ, name], days: 90 }, problem);
      const plain = consentPage({ name: '', address: '', scopes: [SCOPES.READ], days: 90 }, '');
      const tags = (text: string) => text.match(/<[a-z/!]/gi)?.length;
      expect(tags(page)).toBe(tags(plain));
    }),
  );
});

describe('a credential that is sent again', () => {
  const identity = fc.record({
    issuer: fc.constantFrom('did:example:a', 'did:example:b'),
    id: fc.constantFrom('urn:uuid:1', 'urn:uuid:2'),
    validFrom: fc.oneof(fc.nat(3), fc.constant(Number.NaN)),
  });

  test('takes the place of the same one only, and never does so in both directions', () => {
    fc.assert(
      fc.property(identity, identity, (one, other) => {
        if (supersedes(one, other)) {
          expect(isSame(one, other)).toBe(true);
          expect(supersedes(other, one)).toBe(false);
        }
        expect(supersedes(one, one)).toBe(false);
      }),
    );
  });

  test('is known by issuer and id, whether the issuer is named or described', () => {
    const said = { type: ['VerifiableCredential'], id: 'urn:uuid:1', validFrom: '1970-01-01T00:00:01Z' };
    for (const issuer of ['did:example:a', { id: 'did:example:a', name: 'A' }])
      expect(identityOf(JSON.stringify({ ...said, issuer }))).toEqual({
        issuer: 'did:example:a',
        id: 'urn:uuid:1',
        validFrom: 1_000,
      });
    for (const text of ['', '{', '[]', 'https://elsewhere.example', JSON.stringify(said)])
      expect(identityOf(text)).toBeNull();
  });

  test('can be any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const found = identityOf(text);
        expect(found === null || typeof found.id === 'string').toBe(true);
      }),
    );
  });
});
