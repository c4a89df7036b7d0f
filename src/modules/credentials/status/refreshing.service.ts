import type { Clock } from '../../../platform/clock.ts';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { checkInput, whole } from '../../../platform/input.ts';
import type { Mutations } from '../../identity/mutations.ts';
import { asMember, type Viewer } from '../../identity/viewer.ts';
import { validUntil } from '../award.ts';
import type { IssueRow, Outcome } from '../credential.ts';
import { keptOf, type StatusLists } from '../status-lists.ts';
import { statusStatements } from './status.repository.ts';

/** How many credentials one call looks at. */
export const REFRESH_LIMIT = { default: 100, max: 100 } as const;

export interface RefreshRequest {
  readonly badgeVersionId: string;
  readonly after?: string | null | undefined;
  readonly limit?: number | null | undefined;
}

/** What came of one call. */
export interface Refreshed {
  /** How many were issued anew, and the old ones superseded. */
  readonly refreshed: number;
  /** How many stay as they are, because the new version asks for more than was shown, or what was issued for it does not stand. */
  readonly unable: number;
  /** Where the next call goes on; null when all were looked at. */
  readonly next: string | null;
}

/** Issues credentials anew when their badge has another version and says that this is enough (REFRESH), by staff of its issuer. */
export class RefreshingService {
  readonly #statuses: Repository<typeof statusStatements>;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly clock: Clock;
      readonly mutations: Mutations;
      readonly lists: StatusLists;
      readonly credentials: { issueEach(rows: readonly IssueRow[]): Promise<Outcome[]> };
    },
  ) {
    this.#statuses = repository(deps.graph.run, statusStatements);
  }

  /**
   * Issues the next credentials of earlier versions anew for this one: for the same work, as awarded when they were, valid as long as the new
   * version says from then on; the old ones are revoked as superseded, and who sees them sees the new ones. What was broken off in between is completed when it is sent again. NOT_FOUND
   * for a version of another issuer; CONFLICT (`NOT_PUBLISHED`, `NO_REFRESH`); INVALID_INPUT (`limit`).
   */
  async refresh(input: RefreshRequest, idempotencyKey: string): Promise<Refreshed> {
    const { organizationId: issuerId } = asMember(this.deps.viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN');
    const { badgeVersionId, after } = input;
    const limit = checkInput('limit', whole(1, REFRESH_LIMIT.max), input.limit ?? REFRESH_LIMIT.default);
    const version = await this.#version(issuerId, badgeVersionId);
    const now = this.deps.clock();
    const found = await this.#statuses.credentialsToRefresh({
      issuerId,
      badgeVersionId,
      afterId: after ?? '',
      now,
      limit: limit + 1,
    });
    const chosen = found.slice(0, limit);
    const lasting = chosen.filter(({ awardedAt }) => {
      const until = validUntil(awardedAt, version.validMonths);
      return until === null || until > now;
    });
    const outcomes = await this.deps.credentials.issueEach(
      lasting.map(({ resultId, awardedAt }) => ({ via: 'ASSESSED', resultId, badgeVersionId, awardedAt })),
    );
    const pairs = lasting.flatMap(({ id: replacesId }, place) => {
      const outcome = outcomes[place];
      // the award may exist already, and have been taken away: that is no reason to take away another
      const stands = outcome && !('refused' in outcome) && outcome.status === 'ACTIVE';
      return stands ? [{ id: outcome.id, replacesId }] : [];
    });
    const { kept, ...done } = await this.deps.mutations.perform(
      { name: 'refreshCredentials', input: { badgeVersionId, after: after ?? null, limit }, idempotencyKey },
      async (change) => {
        const replaced = await repository(change.run, statusStatements).supersede({ pairs });
        const reason = `Superseded: issued anew for version ${version.number} of the badge.`;
        const rows = await this.deps.lists.changeWithin(
          change,
          'REVOKE',
          replaced.map(({ replacesId: id }) => ({ id, reason, audience: 'EVERYBODY', at: change.now })),
        );
        change.audit({
          chain: issuerId,
          action: 'refreshCredentials',
          purpose: null,
          subject: null,
          objects: [badgeVersionId],
        });
        return {
          kept: keptOf(rows),
          refreshed: replaced.length,
          unable: chosen.length - replaced.length,
          next: found.length > limit ? (chosen.at(-1)?.id ?? null) : null,
        };
      },
    );
    await this.deps.lists.publish(kept);
    return done;
  }

  async #version(issuerId: string, badgeVersionId: string) {
    const version = await this.#statuses.versionToRefresh({ issuerId, badgeVersionId });
    if (!version) throw notFound('badge version', badgeVersionId);
    if (version.state !== 'PUBLISHED')
      throw conflict(
        `This version is ${version.state.toLowerCase()}; credentials are issued anew for the one that is awarded now.`,
        { reason: 'NOT_PUBLISHED', state: version.state },
      );
    if (version.renewal !== 'REFRESH')
      throw conflict(
        'This version does not say that credentials are issued anew without new work (`renewal` is not REFRESH).',
        { reason: 'NO_REFRESH' },
      );
    return version;
  }
}
