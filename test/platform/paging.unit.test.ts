import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  encodeCursor,
  type Page,
  type PageWindow,
  pageOf,
  pageOfList,
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

describe('paging a list at hand', () => {
  const items = fc.uniqueArray(fc.uuid(), { maxLength: 30 }).map((ids) => ids.map((id) => ({ id })));
  const keyOf = ({ id }: { id: string }) => id;

  test('gives every entry once and in order, whatever the page size', async () => {
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 1, max: 100 }), async (list, first) => {
        const seen: { id: string }[] = [];
        let after: string | null = null;
        do {
          const page: Page<{ id: string }> = pageOfList({ first, after }, list, keyOf);
          expect(await page.count()).toBe(list.length);
          seen.push(...page.edges.map(({ node }) => node));
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after);
        expect(seen).toEqual(list);
      }),
    );
  });

  test('refuses a cursor of something that is not in it', () => {
    const { edges } = pageOfList({}, [{ id: 'a' }], keyOf);
    expect(() => pageOfList({ after: edges[0]?.cursor ?? '' }, [{ id: 'b' }], keyOf)).toThrow(/after/);
  });
});
