import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { consentPage } from '../../../src/modules/credentials/exchange/open-badges-api/consent-page.ts';
import { ApiRefusal } from '../../../src/modules/credentials/exchange/open-badges-api/imsx.ts';
import { LIMIT, linksOf, readPart } from '../../../src/modules/credentials/exchange/open-badges-api/page.ts';
import { SCOPES } from '../../../src/modules/credentials/exchange/open-badges-api/scopes.ts';

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
