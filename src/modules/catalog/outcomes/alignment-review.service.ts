import { conflict, forbidden, notFound } from '../../../platform/errors.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import type { Mutations } from '../../identity/mutations.ts';
import { actorOf, asMember, type Member, type Viewer } from '../../identity/viewer.ts';
import { foreign } from '../authoring.refusals.ts';
import { type Authoring, type Key, written } from '../authoring.ts';
import type { AlignmentRecord, OutcomeRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import { alignmentRules, noteRules, type ProposedAlignment } from './outcome.rules.ts';
import { outcomeAuthoringStatements } from './outcome-authoring.repository.ts';
import { lockOwnOutcome, refuseCertified } from './outcome-locks.ts';

const statements = { ...catalogStatements, ...outcomeAuthoringStatements };
type Store = Repository<typeof statements>;

/** Makes and judges single claims that an outcome shows a skill. Whoever made a claim does not judge it. */
export class AlignmentReviewService {
  constructor(private readonly deps: { authoring: Authoring; viewer: Viewer; mutations: Mutations }) {}

  /**
   * Claims that an outcome of the own organisation shows a skill. CONFLICT when it is claimed already, or once a badge was published that
   * certifies the outcome.
   */
  async propose(outcomeId: string, input: ProposedAlignment, key?: Key): Promise<OutcomeRecord> {
    const { authoring } = this.deps;
    const author = authoring.author();
    const claim = checkInput('input', alignmentRules, input);
    const request = { name: 'proposeAlignment', input: { outcomeId, input }, key, id: outcomeId };
    await authoring.change(request, async (run) => {
      const store = repository(run, statements);
      refuseCertified(await lockOwnOutcome(store, author, outcomeId));
      const [known] = await store.knownSkills({ uris: [claim.skillUri] });
      if (!known) throw notFound('skill', claim.skillUri, 'input.skillUri');
      const outcome = await outcomeIn(store, outcomeId);
      if (claimOf(outcome, claim.skillUri))
        throw conflict(
          'This outcome is aligned to that skill already. Update the outcome to say it otherwise.',
          {
            reason: 'ALREADY_ALIGNED',
          },
        );
      await store.proposeAlignment({
        ...claim,
        outcomeId,
        confidence: claim.confidence ?? null,
        author: actorOf(author),
        now: authoring.now(),
      });
    });
    return written(authoring.catalog.outcome(outcomeId));
  }

  /** Agrees with a claim. CONFLICT when that was done already. */
  async approve({ outcomeId, skillUri, note }: Judged, key?: Key): Promise<OutcomeRecord> {
    const said = checkInput('note', noteRules.nullish(), note) ?? null;
    await this.judge(
      'approveAlignment',
      { outcomeId, skillUri, note: said },
      key,
      async (store, verdict, claim) => {
        if (claim.reviewState === 'REVIEWED')
          throw conflict('This alignment was approved already.', { reason: 'REVIEWED' });
        await store.approveAlignment(verdict);
      },
    );
    return written(this.deps.authoring.catalog.outcome(outcomeId));
  }

  /**
   * Finds a claim wrong, saying why; it counts no more. Only the owner's people take a claim away: anybody may review from outside, a
   * competitor too, and then says it in a review or a proposal. CONFLICT once a badge was published that certifies the outcome.
   */
  async reject({ outcomeId, skillUri, note }: Judged, key?: Key): Promise<OutcomeRecord> {
    this.deps.authoring.author();
    const said = checkInput('note', noteRules, note);
    await this.judge(
      'rejectAlignment',
      { outcomeId, skillUri, note: said },
      key,
      async (store, verdict, _, held) => {
        refuseCertified(held);
        await store.rejectAlignment(verdict);
      },
    );
    return written(this.deps.authoring.catalog.outcome(outcomeId));
  }

  private async judge(
    name: string,
    judged: { outcomeId: string; skillUri: string; note: string | null },
    key: Key,
    work: (
      store: Store,
      verdict: Parameters<Store['approveAlignment']>[0],
      claim: AlignmentRecord,
      held: { readonly badgeIds: readonly string[] },
    ) => Promise<void>,
  ): Promise<void> {
    const { mutations, viewer } = this.deps;
    const reviewer = asMember(viewer, 'EXTERNAL_REVIEWER', 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const { outcomeId, skillUri } = judged;
    await mutations.perform({ name, input: judged, idempotencyKey: key }, async ({ run, now, audit }) => {
      const store = repository(run, statements);
      const held = await store.lockOutcome({ id: outcomeId });
      if (!held) throw notFound('outcome', outcomeId);
      if (reviewer.role !== 'EXTERNAL_REVIEWER' && held.ownerId !== reviewer.organizationId)
        throw foreign('outcome', outcomeId);
      const claim = claimOf(await outcomeIn(store, outcomeId), skillUri);
      if (!claim) throw notFound('alignment', skillUri, 'skillUri');
      refuseOwnClaim(claim, reviewer);
      const verdict = {
        ...judged,
        reviewer: actorOf(reviewer),
        reviewerOrganizationId: reviewer.organizationId,
        now,
      };
      await work(store, verdict, claim, held);
      // both the reviewer's organisation and the owner's can see what was done
      for (const chain of new Set([reviewer.organizationId, held.ownerId]))
        audit({ chain, action: name, purpose: null, subject: null, objects: [outcomeId] });
      return outcomeId;
    });
  }
}

interface Judged {
  readonly outcomeId: string;
  readonly skillUri: string;
  readonly note?: string | null | undefined;
}

async function outcomeIn(store: Store, id: string): Promise<OutcomeRecord | undefined> {
  const [row] = await store.outcomesByIds({ ids: [id] });
  return row?.outcome;
}

const claimOf = (outcome: OutcomeRecord | undefined, uri: string): AlignmentRecord | undefined =>
  outcome?.alignments.find(({ skillUri }) => skillUri === uri);

function refuseOwnClaim({ author }: AlignmentRecord, reviewer: Member): void {
  if (author === actorOf(reviewer))
    throw forbidden('You made this claim, so somebody else must judge it.', {
      reason: 'SEPARATION_OF_DUTIES',
    });
}
