import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { forbidden } from '../../../platform/errors.ts';
import type { Viewer } from '../viewer.ts';
import { SCOPE_OF_FIELD } from './scope-table.ts';

/** Holds API keys to their scopes: refuses, before anything runs, an operation with a field that none of the key's scopes opens. */
export const keepToScopes = (): ApolloServerPlugin<{ readonly viewer: Viewer }> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, contextValue: { viewer } }) {
        if (operation) checkScopes(viewer, document, operation);
      },
    };
  },
});

/** Throws FORBIDDEN (`OUT_OF_SCOPE`) for an operation with a field that the viewer's key has no scope for. */
export function checkScopes(
  viewer: Viewer,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): void {
  if (!viewer.scopes) return;
  for (const field of rootFields(document, operation.selectionSet)) {
    const scope = SCOPE_OF_FIELD[field];
    if (field.startsWith('__') || scope === null || (scope && viewer.scopes.includes(scope))) continue;
    const words = scope ? `that needs the scope ${scope}` : 'that needs a key without scopes';
    const originalError = forbidden(`This key may not ask for ${field}: ${words}.`, {
      reason: 'OUT_OF_SCOPE',
      field,
      scopes: scope ? [scope] : [],
    });
    throw new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 403 } } });
  }
}

/** The names of the fields of the root type that an operation asks for, fragments included. */
export function rootFields(document: DocumentNode, set: SelectionSetNode): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet);
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, fragment.selectionSet) : [];
  });
}
