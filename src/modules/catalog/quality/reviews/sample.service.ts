import type { Clock } from '../../../../platform/clock.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { type Row, repository } from '../../../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOfList } from '../../../../platform/paging.ts';
import type { Reads } from '../../../identity/audit/reads.ts';
import { discloses } from '../../../identity/consent/disclosure.ts';
import { isMemberOf, type Viewer } from '../../../identity/viewer.ts';
import { openNarrative, openProfile, personKeyOf } from '../../../learners/person-seal.ts';
import { withoutName } from './anonymous.ts';
import type { ReviewRecord } from './review.records.ts';
import { reviewStatements } from './reviews.repository.ts';

/** A piece of work that a review looks at, without whose it is. */
export interface SampledWork {
  readonly code: string;
  readonly assessmentId: string;
  readonly narrative: string | null;
  readonly evidence: readonly { readonly url: string | null; readonly digest: string | null }[];
  readonly passed: boolean | null;
  readonly points: number | null;
}
type StoredWork = Row<typeof reviewStatements.sampleForIssuer>;

/** Shows the work a review looks at, while it is open. Every look is audited. */
export class SampleService {
  private readonly graph;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      clock: Clock;
      reads: Reads;
      keys: { readonly keyEncryptionKey: Uint8Array };
    },
  ) {
    this.graph = repository(deps.graph.run, reviewStatements);
  }

  /**
   * The issuer's people see all of it; those who were invited see what its learners let their organisation look at (EVIDENCE), without the address
   * of the evidence and without the learner's name in it. Nobody sees whose it is. Empty for anybody else, and once the review is closed.
   */
  async of(review: ReviewRecord, page: PageRequest): Promise<Page<SampledWork>> {
    const works = await this.visible(review);
    return pageOfList(page, works, ({ code }) => code);
  }

  private async visible({ id, state, issuerId, invitedIds }: ReviewRecord): Promise<SampledWork[]> {
    const { viewer, clock } = this.deps;
    if (state === 'CLOSED') return [];
    if (isMemberOf(viewer, issuerId, 'ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR')) {
      const rows = await this.graph.sampleForIssuer({ organizationId: issuerId, reviewId: id });
      return rows.map((row) => this.shown(row, { chain: issuerId, purpose: 'REVIEW', objects: [id] }));
    }
    const invited = invitedIds.find((one) => isMemberOf(viewer, one, 'EXTERNAL_REVIEWER', 'EMPLOYER'));
    if (!invited) return [];
    const disclosure = discloses(viewer, 'EVIDENCE', clock(), { scopes: ['EVIDENCE'] });
    const rows = await this.graph.sampleForOutsiders({ disclosure, reviewId: id });
    return rows.map((row) => this.shown(row, { chain: invited, purpose: 'EVIDENCE', objects: [id] }));
  }

  private shown(row: StoredWork, look: { chain: string; purpose: string; objects: string[] }): SampledWork {
    const { code, assessmentId, evidence, result } = row;
    this.deps.reads.note({ ...look, subject: row.learnerId });
    return {
      code,
      assessmentId,
      narrative: this.narrative(row),
      evidence,
      passed: result?.passed ?? null,
      points: result?.points ?? null,
    };
  }

  private narrative({
    learnerId,
    submissionId,
    sealedNarrative,
    sealedProfile,
    key,
  }: StoredWork): string | null {
    const { keyEncryptionKey } = this.deps.keys;
    const personKey = personKeyOf(keyEncryptionKey, key);
    if (!personKey || sealedNarrative === null) return null;
    const words = openNarrative(personKey, submissionId, sealedNarrative);
    const profile = openProfile(keyEncryptionKey, { id: learnerId, sealedProfile, key });
    return profile ? withoutName(words, profile) : words;
  }
}
