import {
  type FieldNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

/**
 * With which arguments a field below this one is asked for: one record for each time the path (field names, from here down)
 * is selected, so none when it is not. Fragments are followed. For fetching ahead only: what `@skip` leaves out is among them.
 */
export function askedBelow(
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>,
  path: readonly string[],
): Record<string, unknown>[] {
  let fields: readonly FieldNode[] = info.fieldNodes;
  for (const name of path)
    fields = fields
      .flatMap(({ selectionSet }) => fieldsOf(selectionSet, info.fragments))
      .filter((field) => field.name.value === name);
  return fields.map(({ arguments: given = [] }) =>
    Object.fromEntries(
      given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, info.variableValues)]),
    ),
  );
}

const fieldsOf = (
  set: SelectionSetNode | undefined,
  fragments: GraphQLResolveInfo['fragments'],
): FieldNode[] =>
  (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fieldsOf(inner?.selectionSet, fragments);
  });
