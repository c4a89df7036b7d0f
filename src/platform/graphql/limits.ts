import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';

/**
 * What one operation may ask for; figures from the threat model. Depth counts things within things: the `edges` and `node`
 * of a connection add none. Complexity counts fields (one that signs or the like, as many times as it says), times the size of the lists they stand in.
 */
export const LIMITS = { depth: 10, aliases: 15, rootFields: 20, complexity: 20_000, tokens: 2_000 } as const;

const estimator: ComplexityEstimator = ({ args, childComplexity, field }) => {
  const listed = /Connection/.test(String(field.type));
  const own = Number(field.extensions['complexity'] ?? 1);
  return own + childComplexity * (listed ? Number(args['first'] ?? 20) : 1);
};

/** Refuses operations that are too deep, too wide or too costly before any of them runs, naming the limit and the measure. */
export const limits = (): ApolloServerPlugin => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, schema, request }) {
        if (operation)
          checkLimits({
            schema,
            document,
            operation,
            variables: request.variables ?? {},
            operationName: request.operationName,
          });
      },
    };
  },
});

/** Throws INVALID_INPUT (`TOO_LARGE`) for an operation beyond the limits. */
export function checkLimits(asked: {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
  readonly operationName?: string | null | undefined;
}): void {
  const { schema, document, operation, variables, operationName } = asked;
  if (isIntrospection(operation)) return;
  const declared = operation.variableDefinitions ?? [];
  // Variables of the wrong shape cannot be measured, and nothing runs with them: execution answers with every mistake in them.
  if (getVariableValues(schema, declared, variables).errors) return;
  const shape = measure(document, operation);
  const complexity = getComplexity({
    schema,
    query: document,
    variables,
    ...(operationName && { operationName }),
    estimators: [estimator],
  });
  for (const [name, value] of Object.entries({ ...shape, complexity })) {
    const limit = LIMITS[name as keyof typeof LIMITS];
    if (value > limit)
      throw new GraphQLError(
        `The operation is too large: ${name} ${value}, at most ${limit}. Ask for less at once, or page through it.`,
        { extensions: { code: 'INVALID_INPUT', reason: 'TOO_LARGE', limit: name, max: limit, value } },
      );
  }
}

const isIntrospection = (operation: OperationDefinitionNode): boolean =>
  operation.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && /^__(schema|type)$/.test(selection.name.value),
  );

/** How deep and how wide an operation is, fragments included. */
export function measure(document: DocumentNode, operation: OperationDefinitionNode) {
  const fragments = new Map<string, FragmentDefinitionNode>(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  let aliases = 0;
  const walk = (set: SelectionSetNode, depth: number): number => {
    let deepest = depth;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.alias) aliases += 1;
        const inner = /^(edges|node)$/.test(selection.name.value) ? depth : depth + 1;
        if (selection.selectionSet) deepest = Math.max(deepest, walk(selection.selectionSet, inner));
      } else {
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection.selectionSet
            : fragments.get(selection.name.value)?.selectionSet;
        if (inner) deepest = Math.max(deepest, walk(inner, depth));
      }
    }
    return deepest;
  };
  const depth = walk(operation.selectionSet, 1);
  return { depth, aliases, rootFields: operation.selectionSet.selections.length };
}
