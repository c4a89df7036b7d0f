import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** Ids by kind, from which arguments are filled in. */
export type Ids = Readonly<Record<string, string>>;

/** How to come to an object type from a field of Query: the fields on the way, with the types they lie in. */
export interface Door {
  readonly root: string;
  readonly steps: readonly { readonly type: string; readonly field: string }[];
  /** Set where a step gives an interface: the object type that is meant. */
  readonly text: (inner: string) => string;
}

/** Arguments whose name does not say of what kind they are. */
const KINDS: Readonly<Record<string, string>> = {
  'stackProgress.badgeId': 'stack',
  'matchCandidates.roleProfileId': 'roleProfile',
  'updateRoleProfile.id': 'draftRole',
  'publishRoleProfile.id': 'draftRole',
  'deleteRoleProfile.id': 'draftRole',
};

/** What an argument of type ID means: `badgeId` a badge, `id` whatever the field gives. */
export function kindOf(field: GraphQLField<unknown, unknown>, argument: string): string {
  const own = KINDS[`${field.name}.${argument}`];
  if (own) return own;
  const name = argument === 'id' ? getNamedType(field.type).name : argument.replace(/Ids?$/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The arguments of a root field as GraphQL text, with `ids` where it takes ids. Answers which kinds of id it took. */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  ids: Ids,
): { text: string; kinds: string[] } {
  const kinds: string[] = [];
  const wanted = (one: GraphQLArgument | GraphQLInputField, required: boolean): boolean =>
    required || (getNamedType(one.type).name === 'ID' && kindOf(field, one.name) in ids && one.name !== 'id');
  const value = (name: string, type: GraphQLInputType): string => {
    const plain = getNullableType(type);
    if (isListType(plain)) return `[${value(name, plain.ofType)}]`;
    if (isEnumType(plain)) return plain.getValues()[0]?.name ?? 'null';
    if (isInputObjectType(plain)) {
      const fields = Object.values(plain.getFields()).filter((one) => wanted(one, isRequiredInputField(one)));
      return `{${fields.map((one) => `${one.name}: ${value(one.name, one.type)}`).join(', ')}}`;
    }
    if (plain.name === 'ID') {
      const kind = kindOf(field, name);
      kinds.push(kind);
      return JSON.stringify(ids[kind] ?? 'no-such-id');
    }
    if (name === 'idempotencyKey') return JSON.stringify(`matrix-${Math.random().toString(36).slice(2)}`);
    if (plain.name === 'Int' || plain.name === 'Float') return '-1';
    if (plain.name === 'Boolean') return 'false';
    return plain.name === 'DateTimeISO' ? '"2020-01-01T00:00:00Z"' : '""';
  };
  const given = field.args
    .filter((one) => wanted(one, isRequiredArgument(one)) || (one.name === 'uri' && ids['skillUri']))
    .map((one) =>
      one.name === 'uri'
        ? `uri: ${JSON.stringify(ids['skillUri'])}`
        : `${one.name}: ${one.name === 'query' ? '"apart"' : value(one.name, one.type)}`,
    );
  return { text: given.length > 0 ? `(${given.join(', ')})` : '', kinds };
}

/** The shortest way from each field of Query to each object type, through fields that need no argument. At most one a root and type. */
export function doorsOf(schema: GraphQLSchema): Map<string, Door[]> {
  const doors = new Map<string, Door[]>();
  for (const root of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const seen = new Set<string>();
    let reached = objectsOf(schema, root).map(([type, wrap]): [GraphQLObjectType, Door] => [
      type,
      { root: root.name, steps: [], text: wrap },
    ]);
    for (let depth = 0; depth < 8 && reached.length > 0; depth += 1) {
      const fresh = reached.filter(([{ name }]) => !seen.has(name) && seen.add(name));
      for (const [type, door] of fresh) doors.set(type.name, [...(doors.get(type.name) ?? []), door]);
      reached = fresh.flatMap(([type, door]) =>
        Object.values(type.getFields())
          .filter(({ args }) => !args.some(isRequiredArgument))
          .flatMap((field) =>
            objectsOf(schema, field).map(([inner, wrap]): [GraphQLObjectType, Door] => [
              inner,
              {
                root: root.name,
                steps: [...door.steps, { type: type.name, field: field.name }],
                text: (text) => door.text(`${field.name} { ${wrap(text)} }`),
              },
            ]),
          ),
      );
    }
  }
  return doors;
}

function objectsOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
): [GraphQLObjectType, (inner: string) => string][] {
  const type = getNamedType(field.type);
  if (isObjectType(type)) return [[type, (inner) => inner]];
  if (!isAbstractType(type)) return [];
  return schema.getPossibleTypes(type).map((one) => [one, (inner) => `... on ${one.name} { ${inner} }`]);
}

/** A field as it is asked for, with the arguments it cannot do without: objects only by name, since their own fields are asked for in turn. */
export const selectionOf = (field: GraphQLField<unknown, unknown>): string =>
  `${field.name}${argumentsOf(field, {}).text}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
