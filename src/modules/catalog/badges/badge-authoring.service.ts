import { conflict, invalidInput, notFound } from '../../../platform/errors.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { checkInput } from '../../../platform/input.ts';
import { actorOf, type Member } from '../../identity/viewer.ts';
import { isPublished } from '../authoring.refusals.ts';
import {
  type Authoring,
  type Key,
  ownAssessments,
  ownOutcomes,
  visibleBadges,
  written,
} from '../authoring.ts';
import type { BadgeRecord, VersionRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import { imageStatements } from '../images/images.repository.ts';
import { refuseErrors } from '../lint/publishing.ts';
import { refusePrerequisiteCircle } from '../units/prerequisite-circles.ts';
import { badgeAuthoringStatements } from './badge-authoring.repository.ts';
import { lockBadge, lockVersion } from './badge-locks.ts';
import {
  type CheckedVersion,
  type VersionInput,
  versionParams,
  versionRules,
  whyNotPublishable,
} from './badge-version.rules.ts';
import { definitionOf } from './definition.ts';

const statements = { ...catalogStatements, ...badgeAuthoringStatements, ...imageStatements };
type Store = Repository<typeof statements>;

/** Writes the badges of the viewer’s own organisation and their versions. */
export class BadgeAuthoringService {
  constructor(
    private readonly authoring: Authoring,
    private readonly urls: { image(digest: string): string },
  ) {}

  /** Writes a badge with version 1, a draft. */
  async createBadge(input: VersionInput, key?: Key): Promise<BadgeRecord> {
    const author = this.authoring.author();
    const draft = checkInput('input', versionRules, input);
    const id = this.authoring.newId();
    const versionId = this.authoring.newId();
    const done = await this.authoring.change({ name: 'createBadge', input, key, id }, async (run) => {
      const store = repository(run, statements);
      await this.checkDraft(store, author, draft);
      await store.createBadge({
        id,
        issuerId: author.organizationId,
        version: versionParams(versionId, draft, this.urls.image),
      });
      await store.noteAuthor({ id: versionId, actor: actorOf(author) });
    });
    return written(this.authoring.catalog.badge(done));
  }

  /** Writes the next version of a badge, a draft. CONFLICT while an earlier draft waits; INVALID_INPUT when the stacking closes a circle. */
  async newVersion(badgeId: string, input: VersionInput, key?: Key): Promise<VersionRecord> {
    const author = this.authoring.author();
    const draft = checkInput('input', versionRules, input);
    const versionId = this.authoring.newId();
    const done = await this.authoring.change(
      { name: 'newBadgeVersion', input: { badgeId, input }, key, id: versionId },
      async (run) => {
        const store = repository(run, statements);
        const badge = await lockBadge(store, author, badgeId);
        const waiting = badge.versions.find(({ state }) => state === 'DRAFT');
        if (waiting)
          throw conflict(
            `Version ${waiting.number} of this badge is still a draft. Edit or publish it instead of adding another.`,
            { reason: 'DRAFT_EXISTS', versionId: waiting.id },
          );
        await this.checkDraft(store, author, draft, badgeId);
        const number = Math.max(0, ...badge.versions.map((version) => version.number)) + 1;
        await store.createVersion({
          badgeId,
          number,
          version: versionParams(versionId, draft, this.urls.image),
        });
        await store.noteAuthor({ id: versionId, actor: actorOf(author) });
      },
    );
    return written(this.authoring.catalog.version(done));
  }

  /** Replaces what a draft says. CONFLICT for a version that was published: those never change. */
  async updateVersion(versionId: string, input: VersionInput, key?: Key): Promise<VersionRecord> {
    const author = this.authoring.author();
    const draft = checkInput('input', versionRules, input);
    const done = await this.authoring.change(
      { name: 'updateBadgeVersion', input: { versionId, input }, key, id: versionId },
      async (run) => {
        const store = repository(run, statements);
        const version = await lockVersion(store, author, versionId);
        if (version.state !== 'DRAFT') throw isPublished(version, 'Make a new version with newBadgeVersion.');
        await this.checkDraft(store, author, draft, version.badgeId);
        await store.updateVersion({ version: versionParams(versionId, draft, this.urls.image) });
        await store.noteAuthor({ id: versionId, actor: actorOf(author) });
      },
    );
    return written(this.authoring.catalog.version(done));
  }

  /** Publishes a draft; the version before it is superseded. CONFLICT when it was published already; INVALID_INPUT when nobody could earn it, or the linter finds an error in it. */
  async publishVersion(versionId: string, key?: Key): Promise<VersionRecord> {
    const author = this.authoring.author();
    const done = await this.authoring.change(
      { name: 'publishBadgeVersion', input: { versionId }, key, id: versionId },
      async (run) => {
        const store = repository(run, statements);
        const version = await lockVersion(store, author, versionId);
        if (version.state !== 'DRAFT') throw isPublished(version, 'There is nothing left to do.');
        // an outcome that is being changed would be certified without what is written of it here
        await store.holdOutcomes({ id: versionId });
        const facts = await store.publishingFacts({ id: versionId });
        await this.refuseCircle(store, version.badgeId, facts.partIds, 'id');
        const why = whyNotPublishable(facts);
        if (why) throw invalidInput('id', `the draft ${why.message}`, { reason: why.reason });
        await refusePrerequisiteCircle(run, version.badgeId, this.authoring.now());
        if (version.number > 1 && version.changeReason === null)
          throw invalidInput(
            'id',
            'the draft does not say why it follows the version before it. Give it a changeReason.',
            {
              reason: 'CHANGE_REASON_MISSING',
            },
          );
        await refuseErrors(run, versionId, this.authoring.now());
        const [definition] = await store.definitions({ ids: [versionId], memberOf: [author.organizationId] });
        if (!definition) throw notFound('badge version', versionId);
        await store.publishVersion({
          id: versionId,
          now: this.authoring.now(),
          definition: JSON.stringify(definitionOf(definition)),
        });
      },
    );
    return written(this.authoring.catalog.version(done));
  }

  private async checkDraft(store: Store, author: Member, draft: CheckedVersion, badgeId?: string) {
    await ownOutcomes(store, author, draft.outcomeIds);
    await ownAssessments(store, author, draft.assessmentIds);
    await visibleBadges(store, author, draft.stacks, 'input.stacks');
    await this.refuseWithdrawn(store, draft.stacks);
    await this.refuseUnknownImage(store, draft);
    if (badgeId) await this.refuseCircle(store, badgeId, draft.stacks, 'input.stacks');
  }

  /** An image named by its digest alone is one that was uploaded. */
  private async refuseUnknownImage(store: Store, { imageUrl, imageDigest }: CheckedVersion) {
    if (imageUrl != null || imageDigest == null) return;
    const [image] = await store.knownImages({ digests: [imageDigest] });
    if (!image) throw notFound('image', imageDigest, 'input.imageDigest');
  }

  private async refuseWithdrawn(store: Store, partIds: string[]) {
    if (partIds.length === 0) return;
    const withdrawn = (await store.withdrawnAmong({ ids: partIds })).map(({ id }) => id);
    const at = partIds.findIndex((id) => withdrawn.includes(id));
    if (at >= 0)
      throw invalidInput(
        `input.stacks[${at}]`,
        'is a badge that was withdrawn; nobody can earn it. Leave it out.',
        {
          reason: 'PART_WITHDRAWN',
          badgeId: partIds[at],
        },
      );
  }

  /** A badge that rests on itself could never be earned. A new badge cannot: nothing stacks it yet. */
  private async refuseCircle(store: Store, badgeId: string, partIds: readonly string[], argument: string) {
    if (partIds.length === 0) return;
    await store.lockStacking({ now: this.authoring.now() });
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
}
