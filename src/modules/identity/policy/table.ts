import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { describePolicy, type Policy, PUBLIC, ROLES, rolesThatDo } from './policy.ts';

/** A field of an object type, and who may read it; null where nobody said. */
export interface FieldPolicy {
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly policy: Policy | null;
}

const declared = ({
  extensions,
}: {
  readonly extensions: Readonly<Record<string, unknown>>;
}): Policy | null => (extensions['policy'] as Policy | undefined) ?? null;

/** Every field of every object type of the schema with its policy. */
export function policiesOf(schema: GraphQLSchema): FieldPolicy[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    const ofType = roots.includes(type) ? null : policyOfType(schema, type);
    return Object.values(type.getFields()).map((field) => ({
      type: type.name,
      field,
      policy: declared(field) ?? ofType,
    }));
  });
}

/** A connection and its edges say no more than what they list: only the roles of that are asked for, since they are nobody's own. */
function policyOfType(schema: GraphQLSchema, type: GraphQLObjectType): Policy | null {
  const own = declared(type);
  if (own || !/(Edge|Connection)$/.test(type.name)) return own;
  const { node, edges } = type.getFields();
  const listed = getNamedType((node ?? edges)?.type);
  const policies = listedTypes(schema, listed).map((one) => policyOfType(schema, one));
  const [policy] = policies;
  if (!policy || new Set(policies.map((one) => one && describePolicy(one))).size > 1) return null;
  const roles = rolesThatDo(policy);
  // an empty list is no secret: the entries are guarded themselves
  return roles ? ROLES(...roles) : PUBLIC;
}

function listedTypes(
  schema: GraphQLSchema,
  type: GraphQLNamedType | undefined,
): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

/** Names of the fields without a policy, `Type.field`. */
export const fieldsWithoutPolicy = (schema: GraphQLSchema): string[] =>
  policiesOf(schema).flatMap(({ type, field, policy }) => (policy ? [] : [`${type}.${field.name}`]));

/** Names of interfaces that say who may read them: their object types must, since what a class inherits would hide what it says itself. */
export const interfacesWithPolicy = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isInterfaceType(type) && declared(type) ? [type.name] : [],
  );

/** What to do about fields without a policy. */
export const howToMend = (fields: readonly string[]): string =>
  `Nobody may read ${fields.join(', ')} yet: say who may. Put @Policy(…) of src/modules/identity/policy/policy.ts on the object type, or on the field itself where it belongs to Query or Mutation; docs/security/policy.md says which one. Then run \`npm run schema\`.`;

/** The table of policies: a line for each field of Query and Mutation, one for each other type, and one for each field that differs from it. */
export function policyTable(schema: GraphQLSchema): string {
  const fields = policiesOf(schema);
  const lines = [...new Set(fields.map(({ type }) => type))].sort().flatMap((type) => {
    const own = fields
      .filter((field) => field.type === type)
      .map(({ field, policy }) => [field.name, policy ? describePolicy(policy) : 'NOBODY'] as const);
    const typeOf = schema.getType(type);
    const ofType = isObjectType(typeOf) ? policyOfType(schema, typeOf) : null;
    const inGeneral = ofType && describePolicy(ofType);
    return [
      ...(inGeneral ? [`${type}: ${inGeneral}`] : []),
      ...own
        .filter(([, policy]) => policy !== inGeneral)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, policy]) => `${type}.${name}: ${policy}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}
