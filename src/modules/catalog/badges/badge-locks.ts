import { notFound } from '../../../platform/errors.ts';
import type { Repository } from '../../../platform/graph/repository.ts';
import type { Member } from '../../identity/viewer.ts';
import { foreign } from '../authoring.refusals.ts';
import type { VersionRecord } from '../catalog.records.ts';
import type { catalogStatements } from '../catalog.repository.ts';
import type { badgeAuthoringStatements } from './badge-authoring.repository.ts';

type Store = Pick<Repository<typeof catalogStatements>, 'badgesByIds' | 'versionsByIds'> &
  Pick<Repository<typeof badgeAuthoringStatements>, 'lockBadge'>;

/** A badge of the author's organisation, held until the transaction ends. NOT_FOUND, or FORBIDDEN when it is public and of another organisation. */
export async function lockBadge(store: Store, author: Member, id: string) {
  const [visible] = await store.badgesByIds({ ids: [id], memberOf: [author.organizationId] });
  if (!visible) throw notFound('badge', id);
  if (visible.issuerId !== author.organizationId) throw foreign('badge', id);
  const badge = await store.lockBadge({ id });
  if (!badge) throw notFound('badge', id);
  return badge;
}

/** The version as it is once its badge is held, so that what is decided on stays true until the commit. */
export async function lockVersion(store: Store, author: Member, id: string): Promise<VersionRecord> {
  const look = { ids: [id], memberOf: [author.organizationId] };
  const [seen] = await store.versionsByIds(look);
  if (!seen) throw notFound('badge version', id);
  await lockBadge(store, author, seen.version.badgeId);
  const [held] = await store.versionsByIds(look);
  if (!held) throw notFound('badge version', id);
  return held.version;
}
