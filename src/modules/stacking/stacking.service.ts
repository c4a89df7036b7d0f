import type { Clock } from '../../platform/clock.ts';
import { DomainError, invalidInput } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { type Repository, type Row, repository } from '../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOfList } from '../../platform/paging.ts';
import type { StackedIssuing } from '../credentials/credential.ts';
import type { Reads } from '../identity/audit/reads.ts';
import { asMember, type Viewer } from '../identity/viewer.ts';
import type { HeldCredential, Part, Progress } from './engine/model.ts';
import { progressOf } from './engine/progress.ts';
import { stackingStatements } from './stacking.repository.ts';

type StackRow = Row<typeof stackingStatements.stackOfBadge>;
export type Stack = Row<typeof stackingStatements.stacksOfBadge>['stacks'][number];

/** How far a learner is with a stacked badge, as this viewer may see it. */
export interface StackState {
  readonly stack: StackRow;
  readonly progress: Progress;
  readonly evaluatedAt: Date;
  /** Whether the viewer sees the credential behind a part: their own, or one their organisation issued. */
  readonly shows: (part: Part) => boolean;
}

export class StackingService {
  private readonly graph: Repository<typeof stackingStatements>;
  private readonly viewer: Viewer;
  private readonly clock: Clock;
  private readonly credentials: StackedIssuing;
  private readonly reads: Reads;

  constructor(scope: {
    graph: Graph;
    viewer: Viewer;
    clock: Clock;
    credentials: StackedIssuing;
    reads: Reads;
  }) {
    this.graph = repository(scope.graph.run, stackingStatements);
    this.viewer = scope.viewer;
    this.clock = scope.clock;
    this.credentials = scope.credentials;
    this.reads = scope.reads;
  }

  /**
   * Progress with a stacked badge: a learner's own, or, for staff of its issuer, that of a learner the organisation has issued
   * to. Null: no such badge on offer, or not for this viewer. Throws INVALID_INPUT for a badge that stacks nothing.
   */
  async progress(badgeId: string, learnerId?: string | null): Promise<StackState | null> {
    const own = this.viewer.role === 'LEARNER' ? this.viewer.learnerId : null;
    const { organizationId } =
      own === null ? asMember(this.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF') : this.viewer;
    const subject = learnerId ?? own;
    if (subject === null)
      throw invalidInput('learnerId', 'must name the learner whose progress you want to see.');
    if (own !== null && subject !== own) return null;
    const stack = await this.graph.stackOfBadge({ badgeId, learnerId: subject });
    if (!stack?.learnerExists) return null;
    if (own === null && (stack.issuerId !== organizationId || !stack.issuedTo)) return null;
    if (stack.parts.length === 0)
      throw invalidInput('badgeId', `the badge "${stack.name}" stacks no other badges.`, {
        reason: 'NOT_STACKED',
      });
    if (own === null)
      this.reads.note({ chain: stack.issuerId, purpose: 'CREDENTIALS', subject, objects: [badgeId] });
    const evaluatedAt = this.clock();
    const issuers = new Map(stack.parts.map((part) => [part.id, part.issuerId]));
    return {
      stack,
      evaluatedAt,
      progress: progressOf(
        stack.parts.map(({ id }) => id),
        stack.credentials.map(heldOf),
        evaluatedAt.getTime(),
      ),
      shows: (part) => own !== null || issuers.get(part.badgeId) === organizationId,
    };
  }

  /** The stacked badges on offer that a badge counts towards; null when it was never published. For anybody. */
  async stacksInto(badgeId: string, page: PageRequest): Promise<Page<Stack> | null> {
    const row = await this.graph.stacksOfBadge({ badgeId });
    return row && pageOfList(page, row.stacks, (stack) => stack.badgeId);
  }

  /**
   * Awards every stacked badge that these learners now hold all parts of and were never awarded. Called after each issue; calling
   * it again, or from two places at once, awards nothing twice. A part withdrawn meanwhile just leaves the stack open.
   */
  async awardCompleted(learnerIds: readonly string[]): Promise<void> {
    const now = this.clock().getTime();
    for (const open of await this.graph.openStacks({ learnerIds: [...learnerIds] })) {
      const { satisfied, parts } = progressOf(open.partIds, open.credentials.map(heldOf), now);
      if (!satisfied) continue;
      const used = parts.flatMap(({ credential }) => (credential ? [credential.credentialId] : []));
      try {
        await this.credentials.issueStacked(open.learnerId, open.versionId, used);
      } catch (error) {
        if (!(error instanceof DomainError && WAITING.has(String(error.details['reason'])))) throw error;
      }
    }
  }
}

/** Why a stack that is complete stays open: a part was lost meanwhile, or its issuer does not know the learner well enough yet. */
const WAITING: ReadonlySet<string> = new Set(['PARTS_NOT_HELD', 'IDENTITY_NOT_PROVEN']);

const heldOf = (row: StackRow['credentials'][number]): HeldCredential => ({
  credentialId: row.credentialId,
  badgeId: row.badgeId,
  status: row.status,
  awardedAt: row.awardedAt.getTime(),
  validFrom: row.validFrom.getTime(),
  validUntil: row.validUntil?.getTime() ?? null,
});
