import { forbidden } from '../../../platform/errors.ts';
import { ORGANIZATION_HEADER, ROLES, type Role, type SignedIn, type Viewer } from '../viewer.ts';

/** A person as the graph knows them: nobody yet, when `id` is null. */
export interface KnownPerson {
  readonly id: string | null;
  readonly account: string;
  readonly issuer: string;
  readonly learnerId: string | null;
  readonly memberships: readonly { readonly organizationId: string; readonly roles: readonly Role[] }[];
}

/** How somebody says that they act for themselves, as a learner. */
export const MYSELF = 'me';

/**
 * As whom a person acts in this request: what they chose in the header, or the only thing they may act as. FORBIDDEN for an organisation
 * they have no role in, whether or not there is one with that id. Who may act in several ways and chose none has no role.
 */
export function actAs(person: KnownPerson, chosen: string | undefined): Viewer {
  const { memberships, learnerId } = person;
  const ways = [...memberships.map(({ organizationId }) => organizationId), ...(learnerId ? [MYSELF] : [])];
  if (chosen !== undefined && !ways.includes(chosen)) throw notOne(chosen);
  const way = chosen ?? (ways.length === 1 ? ways[0] : undefined);
  const { id, account, issuer } = person;
  const signedIn: SignedIn = {
    id,
    account,
    issuer,
    learnerId,
    mustChoose: way === undefined && ways.length > 1,
  };
  const nobody = { role: null, organizationId: null, learnerId: null, keyId: null, person: signedIn };
  if (way === undefined) return nobody;
  if (way === MYSELF) return { ...nobody, role: 'LEARNER', learnerId };
  const held = memberships.find(({ organizationId }) => organizationId === way)?.roles ?? [];
  const roles = ROLES.filter((role) => held.includes(role));
  return { ...nobody, role: roles[0] ?? null, roles, organizationId: way };
}

/** An API key acts for one organisation or as one learner; choosing another is FORBIDDEN. */
export function checkChoice(viewer: Viewer, chosen: string | undefined): void {
  if (chosen !== undefined && chosen !== (viewer.organizationId ?? MYSELF)) throw notOne(chosen);
}

const notOne = (chosen: string) =>
  forbidden(
    `You have no role in "${chosen}", which the header ${ORGANIZATION_HEADER} names. Name an organisation you belong to, or "${MYSELF}" for yourself as a learner.`,
    { reason: 'NOT_A_MEMBER', header: ORGANIZATION_HEADER },
  );
