import { conflict } from '../../../platform/errors.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { checkInput, text } from '../../../platform/input.ts';
import { isPublished } from '../authoring.refusals.ts';
import { type Authoring, type Key, written } from '../authoring.ts';
import type { VersionRecord } from '../catalog.records.ts';
import { catalogStatements } from '../catalog.repository.ts';
import { badgeAuthoringStatements } from './badge-authoring.repository.ts';
import { lockVersion } from './badge-locks.ts';
import { badgeRetiringStatements } from './badge-retiring.repository.ts';

const statements = { ...catalogStatements, ...badgeAuthoringStatements, ...badgeRetiringStatements };

/** How what stands on a draft is called. */
const USES: Readonly<Record<string, string>> = {
  STACKS: 'another badge stacks it',
  PREREQUISITE: 'a learning unit asks for it',
};

/** Takes versions of the viewer’s own badges out of use. */
export class BadgeRetiringService {
  constructor(private readonly authoring: Authoring) {}

  /**
   * Withdraws a version that was published: nobody is awarded it and nothing new stacks it; credentials that were issued stay. CONFLICT
   * for a draft and for what was withdrawn before.
   */
  async withdrawVersion(versionId: string, reason: string, key?: Key): Promise<VersionRecord> {
    const author = this.authoring.author();
    const why = checkInput('reason', text(1_000), reason);
    const done = await this.authoring.change(
      { name: 'withdrawBadgeVersion', input: { versionId, reason }, key, id: versionId },
      async (run) => {
        const store = repository(run, statements);
        const { state } = await lockVersion(store, author, versionId);
        if (state === 'DRAFT')
          throw conflict(
            'A draft was never awarded and need not be withdrawn. Delete it with deleteBadgeVersion.',
            {
              reason: 'NOT_PUBLISHED',
              state,
            },
          );
        if (state === 'WITHDRAWN')
          throw conflict('This version was withdrawn already. There is nothing left to do.', {
            reason: 'ALREADY_WITHDRAWN',
            state,
          });
        await store.withdrawVersion({ id: versionId, now: this.authoring.now(), reason: why });
      },
    );
    return written(this.authoring.catalog.version(done));
  }

  /** Deletes a draft, and its badge when there is no other version; answers the draft’s id. CONFLICT when it was published or something stands on it. */
  async deleteVersion(versionId: string, key?: Key): Promise<string> {
    const author = this.authoring.author();
    return this.authoring.change(
      { name: 'deleteBadgeVersion', input: { versionId }, key, id: versionId },
      async (run) => {
        const store = repository(run, statements);
        const version = await lockVersion(store, author, versionId);
        if (version.state !== 'DRAFT') throw isPublished(version, 'Withdraw it with withdrawBadgeVersion.');
        const { uses } = await store.useOfDraft({ id: versionId });
        if (uses.length > 0)
          throw conflict(
            `This draft is in use: ${uses.map((use) => USES[use] ?? 'a record refers to it').join(', ')}. Undo that first.`,
            { reason: 'BADGE_IN_USE', uses },
          );
        await store.deleteDraft({ id: versionId });
      },
    );
  }
}
