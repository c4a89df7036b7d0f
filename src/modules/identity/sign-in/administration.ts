import { invalidInput, notFound } from '../../../platform/errors.ts';
import { type Run, repository } from '../../../platform/graph/repository.ts';
import { type OrganizationKind, organizationStatements } from '../organization.repository.ts';
import { asMember, isMemberOf, type Member, needs, type Role, rolesOf, type Viewer } from '../viewer.ts';
import { apiKeyStatements } from './api-keys.repository.ts';
import { ANY_ADMIN, administeringRoles, clash, rolesOpenIn } from './membership.rules.ts';

/** The viewer as somebody who may administer an organisation of some kind; which kind theirs is, {@link administer} finds out. */
export const asAdministrator = (viewer: Viewer): Member => asMember(viewer, ...ANY_ADMIN);

/** The viewer as somebody who administers their organisation; else UNAUTHENTICATED or FORBIDDEN. */
export async function administratorOf(run: Run, viewer: Viewer): Promise<Member> {
  const member = asAdministrator(viewer);
  const ids = [member.organizationId];
  const [row] = await repository(run, organizationStatements).organizationsByIds({ ids });
  const administering = administeringRoles(row?.organization.kinds ?? []);
  if (!isMemberOf(viewer, member.organizationId, ...administering)) throw needs(viewer, administering);
  return member;
}

/**
 * Takes the lock of an organisation for a change to its people or keys, and answers what it does. FORBIDDEN when the viewer is not among
 * those who administer it; a platform admin may step in for another organisation where `stepIn` says so.
 */
export async function administer(
  run: Run,
  viewer: Viewer,
  organizationId: string,
  stepIn = false,
): Promise<OrganizationKind[]> {
  const kinds = await lockOrganization(run, organizationId);
  const administering = administeringRoles(kinds);
  const may =
    isMemberOf(viewer, organizationId, ...administering) ||
    (stepIn && rolesOf(viewer).includes('PLATFORM_ADMIN'));
  if (!may) throw needs(viewer, administering);
  return kinds;
}

/** Takes the lock under which the people and keys of an organisation change, and answers what the organisation does. */
export async function lockOrganization(run: Run, id: string): Promise<OrganizationKind[]> {
  const locked = await repository(run, apiKeyStatements).lockOrganization({ id });
  if (!locked) throw notFound('organisation', id);
  return locked.kinds;
}

/** Checks that these roles can be given in an organisation by this viewer: open there, and not against each other. */
export function checkRoles(
  argument: string,
  roles: readonly Role[],
  kinds: readonly OrganizationKind[],
  { viewer, organizationId }: { readonly viewer: Viewer; readonly organizationId: string },
): void {
  const open = rolesOpenIn(kinds);
  if (isMemberOf(viewer, organizationId, 'PLATFORM_ADMIN')) open.push('PLATFORM_ADMIN');
  const closed = roles.findIndex((role) => !open.includes(role));
  if (closed >= 0)
    throw invalidInput(
      roles.length === 1 && !argument.endsWith('s') ? argument : `${argument}[${closed}]`,
      `cannot be ${roles[closed]} in this organisation; there can be ${open.join(', ')}.`,
      { allowed: open },
    );
  const clashing = clash(roles);
  if (clashing) throw invalidInput(argument, clashing, { reason: 'SEPARATION_OF_DUTIES' });
}
