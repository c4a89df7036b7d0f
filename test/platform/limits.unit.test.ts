import { describe, expect, test } from '@jest/globals';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { measure } from '../../src/platform/graphql/limits.ts';

const shapeOf = (text: string) => {
  const document = parse(text);
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('no operation');
  return measure(document, operation);
};

describe('the shape of an operation', () => {
  test('is as deep as things stand within things', () => {
    expect(shapeOf('{ a }').depth).toBe(1);
    expect(shapeOf('{ a { b { c } } }').depth).toBe(3);
  });

  test('is not deeper for the wrappers of a connection', () => {
    expect(shapeOf('{ a { edges { node { b { edges { node { c } } } } } } }').depth).toBe(3);
  });

  test('counts what stands in fragments', () => {
    expect(shapeOf('{ a { ...f } } fragment f on T { x: b { ... on U { y: c } } }')).toEqual({
      depth: 3,
      aliases: 2,
      rootFields: 1,
    });
  });
});
