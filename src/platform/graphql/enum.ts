import { registerEnumType } from 'type-graphql';

/** Registers a GraphQL enum from its values, each with its meaning; the values are their own names. */
export function enumOf<V extends string>(
  name: string,
  description: string,
  values: Readonly<Record<V, string>>,
): { readonly [K in V]: K } {
  const names = Object.keys(values) as V[];
  const type = Object.fromEntries(names.map((value) => [value, value])) as { [K in V]: K };
  registerEnumType(type, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] }])) as Record<
      V,
      { description: string }
    >,
  });
  return type;
}
