import { Extensions } from 'type-graphql';
import type { Role } from '../viewer.ts';

/** Whose an object is: the names of its properties that hold a learner's and an organisation's id. */
export interface Ownership {
  /** The learner with this id may see it. */
  readonly learner?: string;
  /** Members of this organisation in one of the roles may see it; when left out, the service alone says of which organisation. */
  readonly organization?: string;
  /** Which roles see it on behalf of an organisation. */
  readonly roles: readonly Role[];
}

/** Who may read a field. A closed set; see docs/security/policy.md. */
export type Policy =
  | { readonly kind: 'PUBLIC' }
  | { readonly kind: 'SCOPED' }
  | { readonly kind: 'SIGNED_IN' }
  | { readonly kind: 'ROLES'; readonly roles: readonly Role[] }
  | ({ readonly kind: 'OWN' } & Ownership);

/** Anybody, without a key or token. */
export const PUBLIC: Policy = { kind: 'PUBLIC' };

/** Anybody may ask, and gets null for what is not theirs. Only for fields of Query whose type has a policy that is not public. */
export const SCOPED: Policy = { kind: 'SCOPED' };

/** Whoever proved who they are, with or without a role. */
export const SIGNED_IN: Policy = { kind: 'SIGNED_IN' };

/** Whoever holds one of these roles in the organisation they act for, or is a learner where LEARNER is among them. */
export const ROLES = (...roles: readonly Role[]): Policy => ({ kind: 'ROLES', roles });

/** Whoever may administer an organisation; which of these it is depends on what the organisation does, and the service knows that. */
export const ADMINISTRATORS = ROLES('ISSUER_ADMIN', 'EMPLOYER', 'EXTERNAL_REVIEWER', 'PLATFORM_ADMIN');

/** The learner whose object it is, or members of its organisation. Services show nobody else's; this makes sure of it. */
export const OWN = (ownership: Ownership): Policy => ({ kind: 'OWN', ...ownership });

/**
 * Says who may read the fields of an object type, or one field whatever its type says. Fields of Query and Mutation always need one of
 * their own. Connections and edges take that of what they list.
 */
export const Policy = (policy: Policy) => Extensions({ policy });

/** The roles that can pass a policy at all; null where none is needed. */
export function rolesThatDo(policy: Policy): readonly Role[] | null {
  if (policy.kind === 'ROLES') return policy.roles;
  if (policy.kind === 'OWN') return policy.learner ? ['LEARNER', ...policy.roles] : policy.roles;
  return null;
}

/** A policy in the words of the table, `schema/policy.txt`. */
export function describePolicy(policy: Policy): string {
  if (policy.kind === 'ROLES') return `ROLES ${policy.roles.join(' ')}`;
  if (policy.kind !== 'OWN') return policy.kind;
  const { learner, organization, roles } = policy;
  const parts = [
    learner && `LEARNER(${learner})`,
    ...roles.map((role) => (organization ? `${role}(${organization})` : role)),
  ];
  return `OWN ${parts.filter(Boolean).join(' ')}`;
}
