import { conflict, invalidInput, notFound } from '../../../../platform/errors.ts';
import { type Repository, type Row, repository } from '../../../../platform/graph/repository.ts';
import { newId } from '../../../../platform/ids.ts';
import { checkInput, text } from '../../../../platform/input.ts';
import type { Change, Mutations } from '../../../identity/mutations.ts';
import { checkSeparation } from '../../../identity/sign-in/separation.ts';
import { actorOf, asMember, type Member, type Viewer } from '../../../identity/viewer.ts';
import { foreign } from '../../authoring.refusals.ts';
import type { Key } from '../../authoring.ts';
import type { CatalogService } from '../../catalog.service.ts';
import { requirePlace } from '../reviews/review-changes.ts';
import { reviewStatements } from '../reviews/reviews.repository.ts';
import {
  type CommentInput,
  commentRules,
  editOf,
  type ProposalInput,
  type ProposalSource,
  proposalRules,
} from './proposal.rules.ts';
import type { ProposalRecord } from './proposals.records.ts';
import { proposalStatements } from './proposals.repository.ts';
import type { ProposalsService } from './proposals.service.ts';

const statements = { ...proposalStatements, placesOfVersions: reviewStatements.placesOfVersions };
type Store = Repository<typeof statements>;
type Held = Row<typeof proposalStatements.lockProposal>;

/**
 * Proposes changes of badges, comments and decides on them. Each method is one audited transaction, which happens once under an idempotency
 * key. Besides what each says: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND for what is not there or not for the viewer.
 */
export class ProposingService {
  constructor(
    private readonly deps: {
      viewer: Viewer;
      mutations: Mutations;
      catalog: CatalogService;
      proposals: ProposalsService;
    },
  ) {}

  /** Proposes to change what is published of a badge. For its issuer's staff and admins, and for EXTERNAL_REVIEWER and EMPLOYER of any organisation. CONFLICT `NOT_PUBLISHED`. */
  async propose(badgeId: string, input: ProposalInput, key?: Key): Promise<ProposalRecord> {
    const who = this.contributor();
    const { edits, ...said } = checkInput('input', proposalRules, input);
    const badge = await this.deps.catalog.badge(badgeId);
    if (!badge) throw notFound('badge', badgeId);
    const inside = badge.issuerId === who.organizationId;
    if (!inside && (who.role === 'ISSUER_ADMIN' || who.role === 'ISSUER_STAFF'))
      throw foreign('badge', badgeId);
    const version = badge.current;
    if (!version)
      throw conflict('Nothing of this badge is published, so there is nothing to change: edit the draft.', {
        reason: 'NOT_PUBLISHED',
      });
    const done = await this.change('proposeChange', { badgeId, input }, key, async (store, { now }) => {
      const things = await store.placesOfVersions({ versionIds: [version.id] });
      const changes = edits.map((edit, at) => {
        requirePlace(edit.place, things, `input.edits[${at}].place`);
        const change = editOf(edit, things);
        if (change.field !== null && change.before === change.after)
          throw invalidInput(`input.edits[${at}].text`, 'is what stands there already.');
        return change;
      });
      const places = changes.map(({ kind, id, field }) => `${kind} ${id} ${field ?? ''}`);
      const twice = places.findIndex((place, at) => places.indexOf(place) < at);
      if (twice >= 0)
        throw invalidInput(`input.edits[${twice}].place`, 'is there twice; change each text once.');
      const id = newId(now);
      await store.createProposal({
        badgeId,
        versionId: version.id,
        organizationId: who.organizationId,
        id,
        ...said,
        source: sourceOf(who, said.board),
        now,
        by: actorOf(who),
        edits: JSON.stringify(changes),
      });
      return { id, chain: badge.issuerId, objects: [id, badgeId] };
    });
    return this.written(done);
  }

  /** Comments on a proposal, perhaps on words of the badge. For the issuer's people and for members of the organisation it comes from. */
  async comment(proposalId: string, input: CommentInput, key?: Key): Promise<ProposalRecord> {
    const who = this.contributor();
    const { place, text: words } = checkInput('input', commentRules, input);
    const done = await this.change(
      'commentOnProposal',
      { proposalId, input },
      key,
      async (store, { now }) => {
        const proposal = await this.lock(store, proposalId, who);
        if (place)
          requirePlace(
            place,
            await store.placesOfVersions({ versionIds: [proposal.versionId] }),
            'input.place',
          );
        const id = newId(now);
        await store.createComment({
          proposalId,
          organizationId: who.organizationId,
          id,
          text: words,
          now,
          by: actorOf(who),
          placeKind: place?.kind ?? null,
          placeId: place?.id ?? null,
          placeField: place?.field ?? null,
          quote: place?.quote ?? null,
        });
        return { id: proposalId, chain: proposal.issuerId, objects: [proposalId, id] };
      },
    );
    return this.written(done);
  }

  /** Accepts a proposal, or declines it, with a reason. For ISSUER_ADMIN and ISSUER_STAFF of the issuer who did not make it. CONFLICT `DECIDED`. */
  async decide(
    proposalId: string,
    decision: {
      readonly state: 'ACCEPTED' | 'DECLINED';
      readonly reason: string;
      readonly versionId?: string | null;
    },
    key?: Key,
  ): Promise<ProposalRecord> {
    const issuer = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const reason = checkInput('reason', text(5_000), decision.reason);
    const name = decision.state === 'ACCEPTED' ? 'acceptProposal' : 'declineProposal';
    const done = await this.change(name, { proposalId, decision }, key, async (store, { now }) => {
      const proposal = await this.own(store, proposalId, issuer);
      if (proposal.state !== 'OPEN')
        throw conflict(`This proposal was ${proposal.state.toLowerCase()} before.`, { reason: 'DECIDED' });
      checkSeparation(this.deps.viewer, 'DECIDER', [{ duty: 'PROPOSER', by: proposal.by }]);
      await store.decide({ id: proposalId, state: decision.state, reason, now, by: actorOf(issuer) });
      if (decision.versionId) await this.link(store, proposalId, proposal, decision.versionId);
      return { id: proposalId, chain: proposal.issuerId, objects: [proposalId, proposal.badgeId] };
    });
    return this.written(done);
  }

  /** Says which later version of the badge carried out an accepted proposal. For ISSUER_ADMIN and ISSUER_STAFF. CONFLICT `NOT_ACCEPTED`, `CARRIED_OUT`. */
  async carryOut(proposalId: string, versionId: string, key?: Key): Promise<ProposalRecord> {
    const issuer = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const done = await this.change('carryOutProposal', { proposalId, versionId }, key, async (store) => {
      const proposal = await this.own(store, proposalId, issuer);
      if (proposal.state !== 'ACCEPTED')
        throw conflict('Accept the proposal first.', { reason: 'NOT_ACCEPTED', state: proposal.state });
      if (proposal.carriedOut)
        throw conflict('A version carried this proposal out before.', { reason: 'CARRIED_OUT' });
      await this.link(store, proposalId, proposal, versionId);
      return { id: proposalId, chain: proposal.issuerId, objects: [proposalId, versionId] };
    });
    return this.written(done);
  }

  private contributor(): Member {
    return asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF', 'EXTERNAL_REVIEWER', 'EMPLOYER');
  }

  /** A proposal the viewer takes part in. */
  private async lock(store: Store, id: string, who: Member): Promise<Held> {
    const proposal = await store.lockProposal({ id });
    if (!proposal || ![proposal.issuerId, proposal.organizationId].includes(who.organizationId))
      throw notFound('proposal', id);
    return proposal;
  }

  /** A proposal to a badge of the viewer's own organisation. */
  private async own(store: Store, id: string, issuer: Member): Promise<Held> {
    const proposal = await this.lock(store, id, issuer);
    if (proposal.issuerId !== issuer.organizationId) throw foreign('proposal', id);
    return proposal;
  }

  private async link(store: Store, id: string, proposal: Held, versionId: string): Promise<void> {
    const version = proposal.versions.find((one) => one.id === versionId);
    if (!version) throw notFound('badge version', versionId, 'badgeVersionId');
    if (version.number <= proposal.number)
      throw invalidInput(
        'badgeVersionId',
        `must be a version after ${proposal.number}, which it would change.`,
      );
    await store.carryOut({ id, versionId });
  }

  private change(
    name: string,
    input: unknown,
    idempotencyKey: Key,
    work: (store: Store, change: Change) => Promise<{ id: string; chain: string; objects: string[] }>,
  ): Promise<string> {
    return this.deps.mutations.perform({ name, input, idempotencyKey }, async (change) => {
      const { id, chain, objects } = await work(repository(change.run, statements), change);
      change.audit({ chain, action: name, purpose: null, subject: null, objects });
      return id;
    });
  }

  private async written(id: string): Promise<ProposalRecord> {
    const proposal = await this.deps.proposals.fresh().proposal(id);
    if (!proposal) throw new Error('The proposal just written cannot be read.');
    return proposal;
  }
}

function sourceOf({ role }: Member, board: string | null): ProposalSource {
  if (board !== null) return 'ADVISORY_BOARD';
  if (role === 'EXTERNAL_REVIEWER') return 'REVIEWER';
  return role === 'EMPLOYER' ? 'EMPLOYER' : 'ISSUER';
}
