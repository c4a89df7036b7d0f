import { batch, batchMany } from '../../../../platform/batch.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { repository } from '../../../../platform/graph/repository.ts';
import { newestFirst, type Page, type PageRequest, pageOf, pageOfList } from '../../../../platform/paging.ts';
import { asMember, type Viewer } from '../../../identity/viewer.ts';
import {
  type BadgeChange,
  type BadgeHistoryService,
  changesBetween,
} from '../../badges/badge-history.service.ts';
import type { Place, PlaceText } from '../place.ts';
import { reviewStatements } from '../reviews/reviews.repository.ts';
import { isStale, type ProposalState, revised } from './proposal.rules.ts';
import type { CommentRecord, ProposalRecord } from './proposals.records.ts';
import { proposalStatements } from './proposals.repository.ts';
import { type WordRun, wordDiff } from './word-diff.ts';

export interface ProposalFilter {
  readonly badgeId?: string | null;
  readonly state?: ProposalState | null;
}

/** A proposed change of one text as it is shown. */
export interface ShownEdit {
  readonly place: Place;
  readonly before: string | null;
  readonly after: string | null;
  readonly words: readonly WordRun[];
  readonly stale: boolean;
}

const byId = ({ id }: { id: string }): string => id;

/** Shows proposals to change badges: open ones to the issuer and to whom they come from, those that were decided on to anybody. */
export class ProposalsService {
  private readonly graph;
  private readonly places;
  private readonly memberOf: string[];
  private loaders;

  constructor(private readonly deps: { graph: Graph; viewer: Viewer; history: BadgeHistoryService }) {
    this.graph = repository(deps.graph.run, proposalStatements);
    const things = repository(deps.graph.run, reviewStatements);
    this.places = batchMany(
      (versionIds) => things.placesOfVersions({ versionIds }),
      ({ versionId }) => versionId,
    );
    this.memberOf = deps.viewer.organizationId ? [deps.viewer.organizationId] : [];
    this.loaders = this.newLoaders();
  }

  /** Forgets what this request has read so far: after a write it may no longer be so. */
  fresh(): this {
    this.loaders = this.newLoaders();
    return this;
  }

  async proposal(id: string): Promise<ProposalRecord | null> {
    return (await this.loaders.proposal.load(id))?.proposal ?? null;
  }

  /** The proposals to a badge that were decided on, the last first. */
  async ofBadge(badgeId: string, page: PageRequest): Promise<Page<ProposalRecord>> {
    const rows = await this.loaders.ofBadge.load(badgeId);
    return pageOfList(
      page,
      rows.map(({ proposal }) => proposal),
      byId,
    );
  }

  /** Proposals to the badges of the viewer's organisation, and those it made; the last first. */
  async mine(page: PageRequest, filter: ProposalFilter = {}): Promise<Page<ProposalRecord>> {
    const { organizationId } = asMember(
      this.deps.viewer,
      'ISSUER_ADMIN',
      'ISSUER_STAFF',
      'EXTERNAL_REVIEWER',
      'EMPLOYER',
    );
    const concerning = { organizationId, state: filter.state ?? null, badgeId: filter.badgeId ?? null };
    const window = newestFirst(page);
    const rows = await this.graph.proposalsByTime({
      ...concerning,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ proposal }) => proposal,
        keysOf: ({ proposal }): [string, string] => [proposal.proposedAt.toISOString(), proposal.id],
      },
      async () => (await this.graph.proposalsCount(concerning)).total,
    );
  }

  async commentsOf(proposalId: string, page: PageRequest): Promise<Page<CommentRecord>> {
    const rows = await this.loaders.comments.load(proposalId);
    return pageOfList(
      page,
      rows.map(({ comment }) => comment),
      byId,
    );
  }

  /** Each change of a text, word by word, and whether the text is another one by now. */
  async editsOf({ edits, versionId }: ProposalRecord): Promise<ShownEdit[]> {
    const things: readonly PlaceText[] = await this.places.load(versionId);
    return edits.map((edit) => ({
      place: { kind: edit.kind, id: edit.id, field: edit.field, quote: null },
      before: edit.before,
      after: edit.after,
      words: wordDiff(edit.before ?? '', edit.after ?? ''),
      stale: isStale(edit, things),
    }));
  }

  /** In what the badge would differ: the version that is proposed to change, compared with itself after the edits. */
  async changesOf({ versionId, edits }: ProposalRecord, page: PageRequest): Promise<Page<BadgeChange>> {
    const definition = await this.deps.history.definition(versionId);
    const changes = definition ? changesBetween(definition, revised(definition, edits)) : [];
    return pageOfList(page, changes, (change) => String(changes.indexOf(change)));
  }

  private newLoaders() {
    const { graph, memberOf } = this;
    return {
      proposal: batch(
        (ids) => graph.proposalsByIds({ ids, memberOf }),
        ({ proposal }) => proposal.id,
      ),
      ofBadge: batchMany(
        (ids) => graph.proposalsOfBadges({ ids }),
        ({ proposal }) => proposal.badgeId,
      ),
      comments: batchMany(
        (ids) => graph.commentsOfProposals({ ids }),
        ({ parentId }) => parentId,
      ),
    };
  }
}
