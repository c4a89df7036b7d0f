import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { createSchema } from '../../src/schema.ts';

const schema = createSchema();
const ours = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

describe('the GraphQL schema', () => {
  test('is the one committed (else run `npm run schema`)', () => {
    const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
    expect(printed).toBe(readFileSync('schema/schema.graphql', 'utf8'));
  });

  test('breaks nothing that schema/released.graphql promised', () => {
    expect(existsSync('schema/released.graphql')).toBe(true);
    const released = buildSchema(readFileSync('schema/released.graphql', 'utf8'));
    expect(findBreakingChanges(released, schema).map(({ description }) => description)).toEqual([]);
  });

  test('describes every type, field, argument and value', () => {
    expect(ours.flatMap(undescribed)).toEqual([]);
  });

  test('pages every list of things that have an id', () => {
    const query = schema.getQueryType()?.getFields() ?? {};
    const bare = Object.values(query).filter(({ type }) => /^\[.*\]!?$/.test(String(type)));
    expect(
      bare.map(({ name }) => name).filter((name) => name !== 'frameworks' && name !== 'issuerTrust'),
    ).toEqual([]);
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  const own = type.description ? [] : [type.name];
  if (isEnumType(type))
    return [
      ...own,
      ...type
        .getValues()
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}.${name}`),
    ];
  if (!(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))) return own;
  const fields: (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(type.getFields());
  return [
    ...own,
    ...fields.filter(({ description }) => !description).map(({ name }) => `${type.name}.${name}`),
    ...fields.flatMap((field) =>
      ('args' in field ? field.args : [])
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}.${field.name}(${name})`),
    ),
  ];
}
