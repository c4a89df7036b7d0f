import { forbidden, unauthenticated } from '../../platform/errors.ts';

export const ROLES = [
  'ISSUER_ADMIN',
  'ISSUER_STAFF',
  'ASSESSOR',
  'EXTERNAL_REVIEWER',
  'LEARNER',
  'EMPLOYER',
  'ANALYST',
  'PLATFORM_ADMIN',
] as const;

/** What somebody may do, always within one organisation; a learner acts for themselves. */
export type Role = (typeof ROLES)[number];

/** Who is calling. An anonymous viewer has no role. */
export interface Viewer {
  readonly role: Role | null;
  readonly organizationId: string | null;
  readonly learnerId: string | null;
  readonly keyId: string | null;
}

export const ANONYMOUS: Viewer = { role: null, organizationId: null, learnerId: null, keyId: null };

/** A viewer who holds a role in an organisation. */
export interface Member extends Viewer {
  readonly role: Role;
  readonly organizationId: string;
}

/** A viewer who is a learner. */
export interface LearnerViewer extends Viewer {
  readonly role: 'LEARNER';
  readonly learnerId: string;
}

/** The viewer as a member of their organisation in one of these roles; else UNAUTHENTICATED or FORBIDDEN, which names the roles that would do. */
export function asMember(viewer: Viewer, ...roles: readonly Role[]): Member {
  if (viewer.role === null) throw unauthenticated();
  if (!roles.includes(viewer.role) || viewer.organizationId === null) throw needs(roles);
  return viewer as Member;
}

/** The viewer as a learner; else UNAUTHENTICATED or FORBIDDEN. */
export function asLearner(viewer: Viewer): LearnerViewer {
  if (viewer.role === null) throw unauthenticated();
  if (viewer.role !== 'LEARNER' || viewer.learnerId === null) throw needs(['LEARNER']);
  return viewer as LearnerViewer;
}

/** True when the viewer holds one of these roles in that organisation. */
export const isMemberOf = (viewer: Viewer, organizationId: string, ...roles: readonly Role[]): boolean =>
  viewer.organizationId === organizationId && viewer.role !== null && roles.includes(viewer.role);

const needs = (roles: readonly Role[]) =>
  forbidden(`This needs the role ${roles.join(' or ')}.`, { roles: [...roles] });
