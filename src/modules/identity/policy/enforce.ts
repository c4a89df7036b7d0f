import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { unauthenticated } from '../../../platform/errors.ts';
import { isSignedIn, needs, type Role, rolesOf, type Viewer } from '../viewer.ts';
import { type Policy, rolesThatDo } from './policy.ts';
import { fieldsWithoutPolicy, howToMend, interfacesWithPolicy, policiesOf } from './table.ts';

/** Says no by throwing UNAUTHENTICATED or FORBIDDEN, which name the roles that would do. */
type Check = (viewer: Viewer, source: unknown) => void;

/**
 * Puts the policies in force, in the one place where they are: each field that is not for everybody checks the viewer before it is
 * resolved. Fields for everybody stay as they are and cost nothing. Throws when a field has no policy.
 */
export function enforcePolicies(schema: GraphQLSchema): GraphQLSchema {
  const missing = fieldsWithoutPolicy(schema);
  if (missing.length > 0) throw new Error(howToMend(missing));
  const [inherited] = interfacesWithPolicy(schema);
  if (inherited)
    throw new Error(`Take @Policy off the interface ${inherited} and put it on its object types.`);
  for (const { type, field, policy } of policiesOf(schema)) {
    if (policy === null) continue;
    const check = checkOf(policy, `${type}.${field.name}`);
    if (check) field.resolve = guarded(check, field.resolve ?? defaultFieldResolver);
  }
  return schema;
}

const guarded =
  (check: Check, resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> =>
  (source, args, context, info) => {
    check((context as { readonly viewer: Viewer }).viewer, source);
    return resolve(source, args, context, info);
  };

function checkOf(policy: Policy, field: string): Check | null {
  switch (policy.kind) {
    case 'PUBLIC':
    case 'SCOPED':
      return null;
    case 'SIGNED_IN':
      return (viewer) => {
        if (!isSignedIn(viewer)) throw unauthenticated();
      };
    case 'ROLES': {
      const { roles } = policy;
      return (viewer) => {
        if (!holdsOneOf(viewer, roles)) throw needs(viewer, roles);
      };
    }
    case 'OWN': {
      const roles = rolesThatDo(policy) ?? [];
      const { learner, organization } = policy;
      return (viewer, source) => {
        if (!holdsOneOf(viewer, roles)) throw needs(viewer, roles);
        const object = source as Readonly<Record<string, unknown>>;
        const theirs =
          (learner !== undefined && viewer.learnerId !== null && object[learner] === viewer.learnerId) ||
          (holdsOneOf(viewer, policy.roles) &&
            (organization === undefined || object[organization] === viewer.organizationId));
        // a service let somebody else's object slip: a bug of ours, to be masked and logged
        if (!theirs) throw new Error(`${field} was about to show what is not the viewer's own`);
      };
    }
  }
}

/** Whether the viewer holds one of the roles where they act. Without a copy of the list: this runs for every guarded field. */
function holdsOneOf(viewer: Viewer, roles: readonly Role[]): boolean {
  for (const role of rolesOf(viewer)) if (roles.includes(role)) return true;
  return false;
}
