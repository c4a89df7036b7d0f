import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/errors.ts';
import type { Repository, Run } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import type { MutationRequest, Mutations } from '../identity/mutations.ts';
import { asMember, type Member, type Viewer } from '../identity/viewer.ts';
import { requireOwn } from './authoring.refusals.ts';
import type { catalogStatements } from './catalog.repository.ts';
import type { CatalogService } from './catalog.service.ts';

export type Key = MutationRequest['idempotencyKey'];
type CatalogStore = Pick<
  Repository<typeof catalogStatements>,
  'badgesByIds' | 'outcomesByIds' | 'assessmentsByIds' | 'unitsByIds'
>;

/**
 * What the services that write the catalogue have in common: each of their methods is one audited transaction for issuer staff and
 * admins, which happens once under an idempotency key. Besides what each says: UNAUTHENTICATED, FORBIDDEN (wrong role, or something of
 * another organisation), INVALID_INPUT naming the place, NOT_FOUND for an unknown id or skill.
 */
export class Authoring {
  constructor(
    private readonly deps: {
      viewer: Viewer;
      clock: Clock;
      catalog: CatalogService;
      mutations: Pick<Mutations, 'perform'>;
    },
  ) {}

  /** The catalogue as it is after a write. */
  get catalog(): CatalogService {
    return this.deps.catalog.fresh();
  }

  author(): Member {
    return asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
  }

  newId(): string {
    return newId(this.deps.clock());
  }

  now(): Date {
    return this.deps.clock();
  }

  /** Carries out a change of one thing and answers its id: of a request sent again, the id it had the first time. */
  async change(
    { name, input, key, id }: { name: string; input: unknown; key: Key; id: string },
    work: (run: Run) => Promise<void>,
  ): Promise<string> {
    const chain = this.author().organizationId;
    return this.deps.mutations.perform({ name, input, idempotencyKey: key }, async ({ run, audit }) => {
      await work(run);
      audit({ chain, action: name, purpose: null, subject: null, objects: [id] });
      return id;
    });
  }
}

/** What a change has written, which must be there. */
export async function written<T>(record: Promise<T | null>): Promise<T> {
  const found = await record;
  if (!found) throw new Error('What was just written cannot be read.');
  return found;
}

/** Throws NOT_FOUND, naming the place, for the first id that is not known; ids that were left out are passed over. */
export function requireKnown(
  what: string,
  named: readonly (readonly [id: string | null | undefined, place: string])[],
  known: readonly string[],
) {
  const there = new Set(known);
  for (const [id, place] of named) if (id != null && !there.has(id)) throw notFound(what, id, place);
}

export async function visibleBadges(store: CatalogStore, author: Member, ids: string[], argument: string) {
  if (ids.length === 0) return;
  const rows = await store.badgesByIds({ ids, memberOf: [author.organizationId] });
  requireKnown(
    'badge',
    ids.map((id, at) => [id, `${argument}[${at}]`]),
    rows.map(({ id }) => id),
  );
}

export async function ownOutcomes(store: CatalogStore, author: Member, ids: string[]) {
  if (ids.length === 0) return;
  const owners = (await store.outcomesByIds({ ids })).map(
    ({ outcome }) => [outcome.id, outcome.ownerId] as const,
  );
  requireOwn('outcome', ids, new Map(owners), author, 'input.outcomeIds');
}

export async function ownAssessments(store: CatalogStore, author: Member, ids: string[]) {
  if (ids.length === 0) return;
  const rows = await store.assessmentsByIds({ ids });
  const owners = rows.map(({ assessment }) => [assessment.id, assessment.ownerId] as const);
  requireOwn('assessment', ids, new Map(owners), author, 'input.assessmentIds');
}

export async function ownUnits(store: CatalogStore, author: Member, ids: string[]) {
  if (ids.length === 0) return;
  const owners = (await store.unitsByIds({ ids })).map(({ unit }) => [unit.id, unit.providerId] as const);
  requireOwn('learning unit', ids, new Map(owners), author, 'input.learningUnitIds');
}
