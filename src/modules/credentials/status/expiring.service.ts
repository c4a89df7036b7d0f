import type { Clock } from '../../../platform/clock.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { checkInput, whole } from '../../../platform/input.ts';
import { type Page, type PageRequest, pageOf, pageWindow } from '../../../platform/paging.ts';
import { asMember, type Viewer } from '../../identity/viewer.ts';
import type { Credential } from '../credential.ts';
import { awardAndId as endAndId } from '../credential-cursor.ts';
import { statusStatements } from './status.repository.ts';

/** How far ahead one can look. */
export const EXPIRING_DAYS = { default: 90, max: 3660 } as const;

const DAY = 24 * 60 * 60 * 1000;

type EndPage = { afterEnd: Date | null; afterId: string | null; limit: number };

/** Which credentials end soon, for whoever holds or issued them. */
export class ExpiringService {
  readonly #statuses: Repository<typeof statusStatements>;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly clock: Clock;
      /** Shows a credential to the viewer, with its audit. */
      readonly credentials: { credential(id: string): Promise<Credential | null> };
    },
  ) {
    this.#statuses = repository(deps.graph.run, statusStatements);
  }

  /** The active credentials that end within so many days, the first to end first. INVALID_INPUT for days that are none. */
  async within(days: number, request: PageRequest): Promise<Page<Credential>> {
    checkInput('days', whole(1, EXPIRING_DAYS.max), days);
    const now = this.deps.clock();
    const span = { now, before: new Date(now.getTime() + days * DAY) };
    const list = this.#listOf(span);
    const window = pageWindow(request, endAndId);
    const [end, afterId] = window.after ?? [null, null];
    const afterEnd = end === null ? null : new Date(end);
    const rows = await list.rows({ afterEnd, afterId, limit: window.limit });
    const shown = await Promise.all(
      rows.slice(0, window.first).map(({ id }) => this.deps.credentials.credential(id)),
    );
    const byId = new Map(shown.flatMap((credential) => (credential ? [[credential.id, credential]] : [])));
    const read = pageOf(
      window,
      rows,
      { node: ({ id }) => byId.get(id), keysOf: ({ id, validUntil }) => [validUntil.toISOString(), id] },
      async () => (await list.count()).total,
    );
    return { ...read, edges: read.edges.flatMap(({ node, cursor }) => (node ? [{ node, cursor }] : [])) };
  }

  #listOf(span: { now: Date; before: Date }) {
    const { learnerId } = this.deps.viewer;
    if (learnerId !== null)
      return {
        rows: (page: EndPage) => this.#statuses.expiringOfLearner({ learnerId, ...span, ...page }),
        count: () => this.#statuses.expiringOfLearnerCount({ learnerId, ...span }),
      };
    const { organizationId: issuerId } = asMember(this.deps.viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN');
    return {
      rows: (page: EndPage) => this.#statuses.expiringOfIssuer({ issuerId, ...span, ...page }),
      count: () => this.#statuses.expiringOfIssuerCount({ issuerId, ...span }),
    };
  }
}
