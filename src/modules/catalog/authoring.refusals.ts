import { conflict, forbidden, notFound } from '../../platform/errors.ts';
import type { Member } from '../identity/viewer.ts';
import type { VersionRecord } from './catalog.records.ts';

/** Throws for the first of these that is unknown, or that another organisation owns. */
export function requireOwn(
  what: string,
  ids: string[],
  owners: Map<string, string>,
  author: Member,
  argument: string,
) {
  ids.forEach((id, at) => {
    const owner = owners.get(id);
    if (owner === undefined) throw notFound(what, id, `${argument}[${at}]`);
    if (owner !== author.organizationId) throw foreign(what, id, `${argument}[${at}]`);
  });
}

/** For something public that another organisation owns. */
export const foreign = (what: string, id: string, argument?: string) =>
  forbidden(`The ${what} "${id}" belongs to another organisation; only its own people may do that.`, {
    what,
    id,
    ...(argument && { argument }),
  });

export const isPublished = (version: VersionRecord, instead: string) =>
  conflict(
    `Version ${version.number} of this badge is ${version.state.toLowerCase()} and never changes. ${instead}`,
    {
      reason: 'NOT_A_DRAFT',
      state: version.state,
    },
  );

/** Throws CONFLICT when something is in use, saying by what. `uses`: ids, or how many there are. */
export function refuseWhileUsed(what: string, uses: Readonly<Record<string, readonly string[] | number>>) {
  const used = Object.entries(uses).filter(([, by]) => (typeof by === 'number' ? by > 0 : by.length > 0));
  if (used.length === 0) return;
  const words = used.map(([name, by]) =>
    typeof by === 'number' ? `${by} ${name}` : `${name} ${by.join(', ')}`,
  );
  throw conflict(`This ${what} is in use by ${words.join('; ')}, so it stays.`, {
    reason: 'IN_USE',
    usedBy: Object.fromEntries(used),
  });
}
