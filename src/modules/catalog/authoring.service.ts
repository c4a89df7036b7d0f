import type { Clock } from '../../platform/clock.ts';
import { conflict, invalidInput, notFound } from '../../platform/errors.ts';
import { type Repository, repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import { checkInput } from '../../platform/input.ts';
import type { MutationRequest, Mutations } from '../identity/mutations.ts';
import { asMember, type Member, type Viewer } from '../identity/viewer.ts';
import { foreign, isPublished, requireOwn } from './authoring.refusals.ts';
import { authoringStatements } from './authoring.repository.ts';
import {
  type AssessmentInput,
  assessmentRules,
  type CheckedVersion,
  type OutcomeInput,
  outcomeRules,
  type UnitInput,
  unitRules,
  type VersionInput,
  versionParams,
  versionRules,
  whyNotPublishable,
} from './authoring.rules.ts';
import type {
  AssessmentRecord,
  BadgeRecord,
  OutcomeRecord,
  UnitRecord,
  VersionRecord,
} from './catalog.records.ts';
import { catalogStatements } from './catalog.repository.ts';
import type { CatalogService } from './catalog.service.ts';

const statements = { ...catalogStatements, ...authoringStatements };
type Store = Repository<typeof statements>;
type Key = MutationRequest['idempotencyKey'];

/**
 * Writes the catalogue of the viewer's own organisation, for its issuer staff and admins. Each method is one audited transaction, which
 * happens once under an idempotency key, and answers what it wrote. Besides what each says: UNAUTHENTICATED, FORBIDDEN (wrong role, or
 * something of another organisation), INVALID_INPUT naming the place, NOT_FOUND for an unknown id or skill.
 */
export class AuthoringService {
  constructor(
    private readonly deps: { viewer: Viewer; clock: Clock; catalog: CatalogService; mutations: Mutations },
  ) {}

  async createUnit(input: UnitInput, key?: Key): Promise<UnitRecord> {
    const author = this.author();
    const { prerequisiteBadgeIds, ...unit } = checkInput('input', unitRules, input);
    const id = this.newId();
    const done = await this.change({ name: 'createLearningUnit', input, key, id }, async (store) => {
      await this.ownOutcomes(store, author, unit.outcomeIds);
      await this.ownAssessments(store, author, unit.assessmentIds);
      await this.visibleBadges(store, author, prerequisiteBadgeIds, 'input.prerequisiteBadgeIds');
      await store.createUnit({
        ...unit,
        id,
        providerId: author.organizationId,
        priceCents: unit.priceCents ?? null,
        currency: unit.currency ?? null,
        language: unit.language ?? null,
        level: unit.level ?? null,
        prerequisiteIds: prerequisiteBadgeIds,
      });
    });
    return this.written(this.deps.catalog.fresh().unit(done));
  }

  async createOutcome(input: OutcomeInput, key?: Key): Promise<OutcomeRecord> {
    const author = this.author();
    const { learningUnitIds, ...outcome } = checkInput('input', outcomeRules, input);
    const id = this.newId();
    const done = await this.change({ name: 'createOutcome', input, key, id }, async (store) => {
      const uris = outcome.alignments.map(({ skillUri }) => skillUri);
      const known = new Set((await store.knownSkills({ uris })).map(({ uri }) => uri));
      const at = uris.findIndex((uri) => !known.has(uri));
      if (at >= 0) throw notFound('skill', uris[at] ?? '', `input.alignments[${at}].skillUri`);
      await this.ownUnits(store, author, learningUnitIds);
      await store.createOutcome({ ...outcome, id, ownerId: author.organizationId, unitIds: learningUnitIds });
    });
    return this.written(this.deps.catalog.fresh().outcome(done));
  }

  async createAssessment(input: AssessmentInput, key?: Key): Promise<AssessmentRecord> {
    const author = this.author();
    const { learningUnitIds, rubric, ...assessment } = checkInput('input', assessmentRules, input);
    const id = this.newId();
    const criteria = rubric.criteria.map(({ title, levels }, criterion) => ({
      id: this.newId(),
      title,
      position: criterion + 1,
      levels: levels.map((level, step) => ({ ...level, id: this.newId(), position: step + 1 })),
    }));
    const rubricId = this.newId();
    const done = await this.change({ name: 'createAssessment', input, key, id }, async (store) => {
      await this.ownOutcomes(store, author, assessment.outcomeIds);
      await this.ownUnits(store, author, learningUnitIds);
      await store.createAssessment({
        ...assessment,
        id,
        ownerId: author.organizationId,
        rubric: { id: rubricId, title: rubric.title, criteria },
        unitIds: learningUnitIds,
      });
    });
    return this.written(this.deps.catalog.fresh().assessment(done));
  }

  /** Writes a badge with version 1, a draft. */
  async createBadge(input: VersionInput, key?: Key): Promise<BadgeRecord> {
    const author = this.author();
    const draft = checkInput('input', versionRules, input);
    const id = this.newId();
    const versionId = this.newId();
    const done = await this.change({ name: 'createBadge', input, key, id }, async (store) => {
      await this.checkDraft(store, author, draft);
      await store.createBadge({
        id,
        issuerId: author.organizationId,
        version: versionParams(versionId, draft),
      });
    });
    return this.written(this.deps.catalog.fresh().badge(done));
  }

  /** Writes the next version of a badge, a draft. CONFLICT while an earlier draft waits; INVALID_INPUT when the stacking closes a circle. */
  async newVersion(badgeId: string, input: VersionInput, key?: Key): Promise<VersionRecord> {
    const author = this.author();
    const draft = checkInput('input', versionRules, input);
    const versionId = this.newId();
    const done = await this.change(
      { name: 'newBadgeVersion', input: { badgeId, input }, key, id: versionId },
      async (store) => {
        const badge = await this.lockBadge(store, author, badgeId);
        const waiting = badge.versions.find(({ state }) => state === 'DRAFT');
        if (waiting)
          throw conflict(
            `Version ${waiting.number} of this badge is still a draft. Edit or publish it instead of adding another.`,
            { reason: 'DRAFT_EXISTS', versionId: waiting.id },
          );
        await this.checkDraft(store, author, draft, badgeId);
        const number = Math.max(0, ...badge.versions.map((version) => version.number)) + 1;
        await store.createVersion({ badgeId, number, version: versionParams(versionId, draft) });
      },
    );
    return this.written(this.deps.catalog.fresh().version(done));
  }

  /** Replaces what a draft says. CONFLICT for a version that was published: those never change. */
  async updateVersion(versionId: string, input: VersionInput, key?: Key): Promise<VersionRecord> {
    const author = this.author();
    const draft = checkInput('input', versionRules, input);
    const done = await this.change(
      { name: 'updateBadgeVersion', input: { versionId, input }, key, id: versionId },
      async (store) => {
        const version = await this.lockVersion(store, author, versionId);
        if (version.state !== 'DRAFT') throw isPublished(version, 'Make a new version with newBadgeVersion.');
        await this.checkDraft(store, author, draft, version.badgeId);
        await store.updateVersion({ version: versionParams(versionId, draft) });
      },
    );
    return this.written(this.deps.catalog.fresh().version(done));
  }

  /** Publishes a draft; the version before it is superseded. CONFLICT when it was published already; INVALID_INPUT when nobody could earn it. */
  async publishVersion(versionId: string, key?: Key): Promise<VersionRecord> {
    const author = this.author();
    const done = await this.change(
      { name: 'publishBadgeVersion', input: { versionId }, key, id: versionId },
      async (store) => {
        const version = await this.lockVersion(store, author, versionId);
        if (version.state !== 'DRAFT') throw isPublished(version, 'There is nothing left to do.');
        const facts = await store.publishingFacts({ id: versionId });
        await this.refuseCircle(store, version.badgeId, facts.partIds, 'id');
        const why = whyNotPublishable(facts);
        if (why) throw invalidInput('id', `the draft ${why.message}`, { reason: why.reason });
        await store.publishVersion({ id: versionId, now: this.deps.clock() });
      },
    );
    return this.written(this.deps.catalog.fresh().version(done));
  }

  private author(): Member {
    return asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
  }

  private newId(): string {
    return newId(this.deps.clock());
  }

  /** Carries out a change of one thing and answers its id: of a request sent again, the id it had the first time. */
  private async change(
    { name, input, key, id }: { name: string; input: unknown; key: Key; id: string },
    work: (store: Store) => Promise<void>,
  ): Promise<string> {
    const chain = this.author().organizationId;
    return this.deps.mutations.perform({ name, input, idempotencyKey: key }, async ({ run, audit }) => {
      await work(repository(run, statements));
      audit({ chain, action: name, purpose: null, subject: null, objects: [id] });
      return id;
    });
  }

  private async written<T>(record: Promise<T | null>): Promise<T> {
    const found = await record;
    if (!found) throw new Error('What was just written cannot be read.');
    return found;
  }

  private async lockBadge(store: Store, author: Member, id: string) {
    const [visible] = await store.badgesByIds({ ids: [id], memberOf: [author.organizationId] });
    if (!visible) throw notFound('badge', id);
    if (visible.issuerId !== author.organizationId) throw foreign('badge', id);
    const badge = await store.lockBadge({ id });
    if (!badge) throw notFound('badge', id);
    return badge;
  }

  /** The version as it is once its badge is held, so that what is decided on stays true until the commit. */
  private async lockVersion(store: Store, author: Member, id: string): Promise<VersionRecord> {
    const look = { ids: [id], memberOf: [author.organizationId] };
    const [seen] = await store.versionsByIds(look);
    if (!seen) throw notFound('badge version', id);
    await this.lockBadge(store, author, seen.version.badgeId);
    const [held] = await store.versionsByIds(look);
    return (held ?? seen).version;
  }

  private async checkDraft(store: Store, author: Member, draft: CheckedVersion, badgeId?: string) {
    await this.ownOutcomes(store, author, draft.outcomeIds);
    await this.ownAssessments(store, author, draft.assessmentIds);
    await this.visibleBadges(store, author, draft.stacks, 'input.stacks');
    if (badgeId) await this.refuseCircle(store, badgeId, draft.stacks, 'input.stacks');
  }

  /** A badge that rests on itself could never be earned. A new badge cannot: nothing stacks it yet. */
  private async refuseCircle(store: Store, badgeId: string, partIds: readonly string[], argument: string) {
    if (partIds.length === 0) return;
    await store.lockStacking({ now: this.deps.clock() });
    const circular = partIds.includes(badgeId)
      ? badgeId
      : (await store.stackedWithin({ badgeId, partIds: [...partIds] }))[0]?.id;
    if (circular)
      throw invalidInput(
        argument,
        `the badge would rest on itself through "${circular}". Leave that one out.`,
        {
          reason: 'CIRCULAR_STACK',
          badgeId: circular,
        },
      );
  }

  private async visibleBadges(store: Store, author: Member, ids: string[], argument: string) {
    if (ids.length === 0) return;
    const rows = await store.badgesByIds({ ids, memberOf: [author.organizationId] });
    const found = new Set(rows.map(({ id }) => id));
    const at = ids.findIndex((id) => !found.has(id));
    if (at >= 0) throw notFound('badge', ids[at] ?? '', `${argument}[${at}]`);
  }

  private async ownOutcomes(store: Store, author: Member, ids: string[]) {
    if (ids.length === 0) return;
    const owners = (await store.outcomesByIds({ ids })).map(
      ({ outcome }) => [outcome.id, outcome.ownerId] as const,
    );
    requireOwn('outcome', ids, new Map(owners), author, 'input.outcomeIds');
  }

  private async ownAssessments(store: Store, author: Member, ids: string[]) {
    if (ids.length === 0) return;
    const rows = await store.assessmentsByIds({ ids });
    const owners = rows.map(({ assessment }) => [assessment.id, assessment.ownerId] as const);
    requireOwn('assessment', ids, new Map(owners), author, 'input.assessmentIds');
  }

  private async ownUnits(store: Store, author: Member, ids: string[]) {
    if (ids.length === 0) return;
    const owners = (await store.unitsByIds({ ids })).map(({ unit }) => [unit.id, unit.providerId] as const);
    requireOwn('learning unit', ids, new Map(owners), author, 'input.learningUnitIds');
  }
}
