import { conflict, notFound } from '../../../platform/errors.ts';
import type { Repository } from '../../../platform/graph/repository.ts';
import type { Member } from '../../identity/viewer.ts';
import { foreign } from '../authoring.refusals.ts';
import type { outcomeAuthoringStatements } from './outcome-authoring.repository.ts';

type Store = Pick<Repository<typeof outcomeAuthoringStatements>, 'lockOutcome'>;

/** An outcome of the author's own organisation, held until the commit. */
export async function lockOwnOutcome(store: Store, author: Member, id: string) {
  const outcome = await store.lockOutcome({ id });
  if (!outcome) throw notFound('outcome', id);
  if (outcome.ownerId !== author.organizationId) throw foreign('outcome', id);
  return outcome;
}

/** Throws CONFLICT when a badge that was published certifies the outcome: what was awarded keeps its meaning. */
export function refuseCertified({ badgeIds }: { readonly badgeIds: readonly string[] }): void {
  if (badgeIds.length === 0) return;
  throw conflict(
    `This outcome never changes any more, because badges that were published certify it: ${badgeIds.join(', ')}. Describe a new outcome and certify it with a new version.`,
    { reason: 'CERTIFIED', badgeIds },
  );
}
