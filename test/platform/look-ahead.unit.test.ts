import { expect, test } from '@jest/globals';
import { buildSchema, type GraphQLResolveInfo, graphql } from 'graphql';
import { askedBelow } from '../../src/platform/graphql/look-ahead.ts';

const schema = buildSchema(
  'type Query { list: List } type List { edges: [Edge] } type Edge { node: Node } type Node { label(language: String, size: Int): String }',
);

/** What a resolver of `list` finds below itself. */
async function seen(source: string, variableValues: Record<string, unknown> = {}) {
  let found: Record<string, unknown>[] = [];
  const list = (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    found = askedBelow(info, ['edges', 'node', 'label']);
    return null;
  };
  const { errors } = await graphql({ schema, source, variableValues, rootValue: { list } });
  expect(errors).toBeUndefined();
  return found;
}

test('finds nothing where a field is not selected', async () => {
  expect(await seen('{ list { edges { __typename } } }')).toEqual([]);
});

test('finds arguments as written, by variable and left out, each time the field is selected', async () => {
  const source =
    'query ($l: String) { list { edges { node { a: label(language: "de", size: 2) b: label(language: $l) c: label } } } }';
  expect(await seen(source, { l: 'fr' })).toEqual([{ language: 'de', size: 2 }, { language: 'fr' }, {}]);
});

test('follows fragments, named and inline', async () => {
  const source =
    '{ list { edges { ... on Edge { node { ...text } } } } } fragment text on Node { label(language: "sv") }';
  expect(await seen(source)).toEqual([{ language: 'sv' }]);
});
