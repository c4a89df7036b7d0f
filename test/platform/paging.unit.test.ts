import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  encodeCursor,
  type Page,
  type PageWindow,
  pageOf,
  pageWindow,
  textAndId,
} from '../../src/platform/paging.ts';

describe('paging', () => {
  test('walks a list of any length in pages of any size without a gap or a repeat', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 100 }),
        (ids, first) => {
          const sorted = [...ids].sort();
          const seen: string[] = [];
          let after: string | null = null;
          let more = true;
          while (more) {
            const window: PageWindow<[string, string]> = pageWindow({ first, after }, textAndId);
            const rest = sorted.filter((id) => window.after === null || id > window.after[1]);
            const page: Page<string> = pageOf(
              window,
              rest.slice(0, window.limit),
              { node: (id) => id, keysOf: (id): [string, string] => ['', id] },
              async () => sorted.length,
            );
            seen.push(...page.edges.map(({ node }) => node));
            more = page.pageInfo.hasNextPage;
            after = page.pageInfo.endCursor;
          }
          expect(seen).toEqual(sorted);
        },
      ),
    );
  });

  test.each([0, -1, 1.5, 101])('refuses a page of %s', (first) => {
    expect(() => pageWindow({ first }, textAndId)).toThrow('first: must be a whole number from 1 to 100');
  });

  test.each(['x', encodeCursor({ a: 1 }), encodeCursor(['a'])])(
    'refuses a cursor it did not make: %s',
    (after) => {
      expect(() => pageWindow({ after }, textAndId)).toThrow('after: is not a cursor of this list');
    },
  );
});
