import type { OrganizationKind } from '../organization.repository.ts';
import type { Role } from '../viewer.ts';

const ISSUING: readonly Role[] = ['ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR', 'EXTERNAL_REVIEWER'];
const OPENED_BY: Readonly<Record<OrganizationKind, readonly Role[]>> = {
  ISSUER: ISSUING,
  PROVIDER: ISSUING,
  EMPLOYER: ['EMPLOYER'],
  REVIEWER: ['EXTERNAL_REVIEWER'],
};

/** The roles that can be held in an organisation, by what it does. A learner's role is never given: it comes with the record. */
export const rolesOpenIn = (kinds: readonly OrganizationKind[]): Role[] => [
  ...new Set<Role>([...kinds.flatMap((kind) => OPENED_BY[kind]), 'ANALYST']),
];

/**
 * The role that administers an organisation: its people, invitations and API keys. An issuer or provider has admins; in any other
 * organisation its main role does it. PLATFORM_ADMIN administers the organisation it is held in, whatever that does.
 */
export function administeringRoles(kinds: readonly OrganizationKind[]): Role[] {
  if (kinds.includes('ISSUER') || kinds.includes('PROVIDER')) return ['ISSUER_ADMIN', 'PLATFORM_ADMIN'];
  if (kinds.includes('EMPLOYER')) return ['EMPLOYER', 'PLATFORM_ADMIN'];
  if (kinds.includes('REVIEWER')) return ['EXTERNAL_REVIEWER', 'PLATFORM_ADMIN'];
  return ['PLATFORM_ADMIN'];
}

/** Every role that administers some kind of organisation. */
export const ANY_ADMIN: readonly Role[] = ['ISSUER_ADMIN', 'EMPLOYER', 'EXTERNAL_REVIEWER', 'PLATFORM_ADMIN'];

/** Who reviews from outside does not also work inside; null when the roles go together. */
export function clash(roles: readonly Role[]): string | null {
  const inside = roles.find((role) => ['ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'].includes(role));
  return inside && roles.includes('EXTERNAL_REVIEWER')
    ? `EXTERNAL_REVIEWER and ${inside} of one organisation are different people.`
    : null;
}
