import { type DomainError, forbidden, unauthenticated } from '../../platform/errors.ts';

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

/** What an API key may be limited to. A key without scopes may do all its role may do. */
export const SCOPES = [
  'CATALOGUE_WRITE',
  'REVIEWS_READ',
  'REVIEWS_WRITE',
  'LEARNERS_READ',
  'LEARNERS_WRITE',
  'ASSESSMENTS_GRADE',
  'CREDENTIALS_READ',
  'CREDENTIALS_ISSUE',
  'ROLES_WRITE',
  'MATCHING_READ',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Somebody who signed in with an OpenID provider, whatever they act as. */
export interface SignedIn {
  /** Null until they accept their first invitation. */
  readonly id: string | null;
  /** Stands for their account with the provider; see `accountOf`. */
  readonly account: string;
  readonly issuer: string;
  /** The learner they are, even while they act for an organisation. */
  readonly learnerId: string | null;
  /** True when they may act in several ways and did not choose one. */
  readonly mustChoose: boolean;
}

/** Who is calling. An anonymous viewer has no role. */
export interface Viewer {
  /** The first of the roles held; null for somebody without any. */
  readonly role: Role | null;
  readonly organizationId: string | null;
  readonly learnerId: string | null;
  readonly keyId: string | null;
  /** All the roles held in the organisation; `role` alone when left out. */
  readonly roles?: readonly Role[];
  /** What the API key is limited to; not at all when left out. */
  readonly scopes?: readonly Scope[];
  /** Left out for API keys and anonymous callers. */
  readonly person?: SignedIn;
}

export const ANONYMOUS: Viewer = { role: null, organizationId: null, learnerId: null, keyId: null };

/** A learner on whose behalf something is done that they allowed beforehand, without being signed in. */
export const learnerViewer = (learnerId: string): LearnerViewer => ({
  ...ANONYMOUS,
  role: 'LEARNER',
  learnerId,
});

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

/** The header in which somebody who may act in several ways chooses one: an organisation's id, or `me` for oneself as a learner. */
export const ORGANIZATION_HEADER = 'X-Organization';

/** All the names under which the viewer can have done something: as audit events name them, and the learners they are. */
export const actorsOf = ({ keyId, person, learnerId }: Viewer): string[] => [
  ...(keyId ? [`key:${keyId}`] : []),
  ...(person?.id ? [`person:${person.id}`] : []),
  ...[person?.learnerId, learnerId].flatMap((id) => id ?? []),
];

/** Every role the viewer holds where they act just now. */
export const rolesOf = (viewer: Viewer): readonly Role[] =>
  viewer.roles ?? (viewer.role ? [viewer.role] : []);

/** Who acts, as audit events name them. */
export const actorOf = ({ keyId, person }: Viewer): string => {
  if (keyId) return `key:${keyId}`;
  return person?.id ? `person:${person.id}` : 'anonymous';
};

/** True when somebody is calling who proved who they are, with or without a role. */
export const isSignedIn = (viewer: Viewer): boolean => viewer.role !== null || viewer.person !== undefined;

/** The viewer as a member of their organisation in one of these roles; else UNAUTHENTICATED or FORBIDDEN, which names the roles that would do. */
export function asMember(viewer: Viewer, ...roles: readonly Role[]): Member {
  const role = rolesOf(viewer).find((held) => roles.includes(held));
  if (!role || viewer.organizationId === null) throw needs(viewer, roles);
  return { ...viewer, role, organizationId: viewer.organizationId };
}

/** The viewer as a learner; else UNAUTHENTICATED or FORBIDDEN. */
export function asLearner(viewer: Viewer): LearnerViewer {
  if (viewer.role !== 'LEARNER' || viewer.learnerId === null) throw needs(viewer, ['LEARNER']);
  return viewer as LearnerViewer;
}

/** True when the viewer holds one of these roles in that organisation. */
export const isMemberOf = (viewer: Viewer, organizationId: string, ...roles: readonly Role[]): boolean =>
  viewer.organizationId === organizationId && rolesOf(viewer).some((role) => roles.includes(role));

/** What to answer a viewer who holds none of these roles. Says which would do, never whether what was asked for exists. */
export function needs(viewer: Viewer, roles: readonly Role[]): DomainError {
  const words = `This needs the role ${roles.join(' or ')}.`;
  if (!isSignedIn(viewer))
    return unauthenticated(
      `Sign in first: send "Authorization: Bearer …" with an API key or a token. ${words}`,
      {
        roles: [...roles],
      },
    );
  if (viewer.person?.mustChoose)
    return forbidden(
      `You may act in several ways: choose one with the header ${ORGANIZATION_HEADER}, an organisation's id or "me". ${words}`,
      { reason: 'CHOOSE_ORGANIZATION', header: ORGANIZATION_HEADER, roles: [...roles] },
    );
  return forbidden(words, { roles: [...roles] });
}
