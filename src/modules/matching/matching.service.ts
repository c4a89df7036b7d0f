import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { invalidInput } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { type Repository, type Row, repository } from '../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOf, pageWindow } from '../../platform/paging.ts';
import { createSealer } from '../../platform/seal.ts';
import type { Reads } from '../identity/audit/reads.ts';
import { discloses } from '../identity/consent/disclosure.ts';
import { type Pseudonyms, pseudonymsFor } from '../identity/consent/pseudonym.ts';
import { asLearner, asMember, type Viewer } from '../identity/viewer.ts';
import { type ClaimRow, claimOf } from './claims.ts';
import type { Claim, Match } from './engine/model.ts';
import { compileRole, score } from './engine/score.ts';
import { matchingStatements } from './matching.repository.ts';
import { matchPolicy1 } from './policy/match-policy-1.ts';
import {
  checkFilter,
  evaluationTime,
  following,
  type Ranked,
  type RankingCursor,
  type RankingFilter,
  rank,
  rankingCursor,
} from './ranking.ts';

export type RoleRow = Row<typeof matchingStatements.rolesByIds>;

/** What an answer was weighed with, so that it can be weighed again. */
export interface Basis {
  readonly policyVersion: string;
  readonly evaluatedAt: Date;
  readonly taxonomyVersions: readonly string[];
}

/** A role and how far somebody fills it. */
export interface ScoredRole {
  readonly role: RoleRow;
  readonly match: Match;
  readonly basis: Basis;
}

/** A candidate as an employer may see one. */
export interface Candidate extends ScoredRole {
  readonly pseudonym: string;
  readonly pseudonyms: Pseudonyms;
}

export interface CandidateFilter extends RankingFilter {
  readonly regions?: readonly string[] | null | undefined;
  readonly languages?: readonly string[] | null | undefined;
}

export interface RoleFilter extends RankingFilter {
  readonly regions?: readonly string[] | null | undefined;
}

/** Candidates are people: a page of them is kept shorter than other lists. */
export const CANDIDATES_MAX = 50;

export class MatchingService {
  readonly policy = matchPolicy1;
  private readonly graph: Repository<typeof matchingStatements>;
  private readonly viewer: Viewer;
  private readonly clock: Clock;
  private readonly indexKey: Uint8Array;
  private readonly reads: Reads;

  constructor(scope: { graph: Graph; viewer: Viewer; clock: Clock; indexKey: Uint8Array; reads: Reads }) {
    this.graph = repository(scope.graph.run, matchingStatements);
    this.viewer = scope.viewer;
    this.clock = scope.clock;
    this.indexKey = scope.indexKey;
    this.reads = scope.reads;
  }

  /**
   * Candidates for a role of the viewer's organisation, best first; null when there is no such role there. Only learners who
   * consent now (to the organisation, or to the campaign of it that is named), and who have some proof that touches the role, take part; that
   * each on the page was looked at is audited. Throws FORBIDDEN unless the viewer is an employer.
   */
  async candidates(
    roleProfileId: string,
    page: PageRequest,
    filter: CandidateFilter = {},
    campaignId?: string,
  ): Promise<Page<Candidate> | null> {
    const { organizationId } = asMember(this.viewer, 'EMPLOYER');
    checkFilter(filter);
    const cursors = this.cursors(organizationId, roleProfileId);
    const window = pageWindow(page, z.tuple([z.string()]), CANDIDATES_MAX);
    const after = window.after ? cursors.open(window.after[0]) : null;
    const now = this.clock();
    const evaluatedAt = evaluationTime(after, now, this.policy);
    const role = await this.roleAsked(roleProfileId);
    if (role?.employerId !== organizationId) return null;
    const compiled = this.compile(role);
    const [people, taxonomyVersions] = await Promise.all([
      this.graph.claimsOfCandidates({
        disclosure: discloses(this.viewer, 'MATCHING', now, { scopes: ['SKILLS'], campaignId }),
        skills: [...compiled.bySkill.keys()],
        regions: filter.regions ? [...filter.regions] : null,
        languages: filter.languages ? [...filter.languages] : null,
      }),
      this.taxonomyVersions(),
    ]);
    const ranked = rank(
      people.map(({ learnerId, tieBreak, claims }) => ({
        item: learnerId,
        match: score(compiled, claims.map(claimOf), evaluatedAt.getTime()),
        tieBreak,
        id: learnerId,
      })),
      filter,
      this.policy,
    );
    const rest = following(ranked, after);
    const objects = [roleProfileId, ...(campaignId ? [campaignId] : [])];
    for (const { item } of rest.slice(0, window.first))
      this.reads.note({ chain: organizationId, purpose: 'MATCHING', subject: item, objects });
    this.reads.begin();
    const pseudonyms = pseudonymsFor(this.indexKey, organizationId);
    const basis = { policyVersion: this.policy.version, evaluatedAt, taxonomyVersions };
    return pageOf(
      window,
      rest,
      {
        node: ({ item, match }: Ranked<string>) => ({
          role,
          match,
          basis,
          pseudonyms,
          pseudonym: pseudonyms.learner(item),
        }),
        keysOf: (entry): [string] => [cursors.seal(cursorOf(entry, basis))],
      },
      async () => ranked.length,
    );
  }

  /** Published roles for the learner who asks, best first: those that ask for something the learner has a proof of. */
  async roles(page: PageRequest, filter: RoleFilter = {}): Promise<Page<ScoredRole>> {
    const { learnerId } = asLearner(this.viewer);
    checkFilter(filter);
    const window = pageWindow(page, rankingCursor);
    const evaluatedAt = evaluationTime(window.after, this.clock(), this.policy);
    const ids = await this.graph.publishedRoleIds({
      learnerId,
      regions: filter.regions ? [...filter.regions] : null,
    });
    const [roles, claims, taxonomyVersions] = await Promise.all([
      this.graph.rolesByIds({ ids: ids.map(({ id }) => id) }),
      this.claimsOf(learnerId),
      this.taxonomyVersions(),
    ]);
    const basis = { policyVersion: this.policy.version, evaluatedAt, taxonomyVersions };
    const ranked = rank(
      roles.map((role) => ({
        item: role,
        match: score(this.compile(role), claims, evaluatedAt.getTime()),
        tieBreak: 0,
        id: role.id,
      })),
      filter,
      this.policy,
    );
    return pageOf(
      window,
      following(ranked, window.after),
      {
        node: ({ item, match }: Ranked<RoleRow>) => ({ role: item, match, basis }),
        keysOf: (entry): RankingCursor => cursorOf(entry, basis),
      },
      async () => ranked.length,
    );
  }

  /** How far the learner who asks fills a published role; null when there is none. */
  async own(roleProfileId: string): Promise<ScoredRole | null> {
    const { learnerId } = asLearner(this.viewer);
    const role = await this.roleAsked(roleProfileId);
    return role?.state === 'PUBLISHED' ? this.filledBy(role, this.claimsOf(learnerId)) : null;
  }

  /** A role with what it asks, for whoever decides who may use it; null when there is none. */
  async roleAsked(roleProfileId: string): Promise<RoleRow | null> {
    const [role] = await this.graph.rolesByIds({ ids: [roleProfileId] });
    return role ?? null;
  }

  /** How far proofs that somebody has just shown fill a role; null when there is none. Nothing of it is kept. */
  async ofClaims(roleProfileId: string, claims: readonly ClaimRow[]): Promise<ScoredRole | null> {
    const role = await this.roleAsked(roleProfileId);
    return role && this.filledBy(role, claims.map(claimOf));
  }

  private async filledBy(
    role: RoleRow,
    claims: readonly Claim[] | Promise<readonly Claim[]>,
  ): Promise<ScoredRole> {
    const evaluatedAt = this.clock();
    const [given, taxonomyVersions] = await Promise.all([claims, this.taxonomyVersions()]);
    return {
      role,
      match: score(this.compile(role), given, evaluatedAt.getTime()),
      basis: { policyVersion: this.policy.version, evaluatedAt, taxonomyVersions },
    };
  }

  private compile(role: RoleRow) {
    if (role.requirements.length === 0)
      throw invalidInput(
        'roleProfileId',
        `the role "${role.title}" asks for nothing yet. Give it requirements first.`,
        {
          reason: 'NO_REQUIREMENTS',
        },
      );
    return compileRole(role.requirements, this.policy);
  }

  private async claimsOf(learnerId: string): Promise<Claim[]> {
    return (await this.graph.claimsOfLearner({ learnerId })).map(claimOf);
  }

  private async taxonomyVersions(): Promise<string[]> {
    return (await this.graph.taxonomyVersions({})).map(({ id }) => id);
  }

  /** The tie-break and the learner's id are never shown, so the cursors are sealed; they open for this organisation and role only. */
  private cursors(organizationId: string, roleProfileId: string) {
    const sealer = createSealer(this.indexKey);
    const context = `candidates/${organizationId}/${roleProfileId}`;
    return {
      seal: (cursor: RankingCursor): string => sealer.seal(JSON.stringify(cursor), context),
      open: (sealed: string): RankingCursor => {
        try {
          return rankingCursor.parse(JSON.parse(sealer.open(sealed, context).toString('utf8')));
        } catch {
          throw invalidInput(
            'after',
            'is not a cursor of this list. Pass an endCursor of it, or leave it out.',
          );
        }
      },
    };
  }
}

const cursorOf = ({ position }: Ranked<unknown>, basis: Basis): RankingCursor => ({
  policy: basis.policyVersion,
  at: basis.evaluatedAt.toISOString(),
  position,
});
