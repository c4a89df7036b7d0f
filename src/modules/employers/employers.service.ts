import { batch, batchMany } from '../../platform/batch.ts';
import type { Clock } from '../../platform/clock.ts';
import { conflict, forbidden, invalidInput, notFound } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { type Run, repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import { checkInput } from '../../platform/input.ts';
import {
  type Page,
  type PageRequest,
  pageOf,
  pageOfList,
  pageWindow,
  textAndId,
} from '../../platform/paging.ts';
import type { MutationRequest, Mutations } from '../identity/mutations.ts';
import { asMember, type Member, type Viewer } from '../identity/viewer.ts';
import { employerStatements } from './employers.repository.ts';
import { refuseProfileErrors } from './lint/profile-linter.ts';
import { compareProfiles, type ProfileDiff } from './role-profile.diff.ts';
import type { ProfileRecord, ProfileState, RequirementRecord } from './role-profile.records.ts';
import { type ProfileInput, profileRules, reasonText } from './role-profile.rules.ts';
import {
  contentOf,
  hasVacancies,
  isNotInUse,
  isPublished,
  requireKnown,
  type Store,
} from './role-profile.writing.ts';

type Key = MutationRequest['idempotencyKey'];

export interface ProfileFilter {
  readonly organizationId?: string | null;
  readonly titleContains?: string | null;
  readonly skillUri?: string | null;
  readonly region?: string | null;
  readonly states?: ProfileState[] | null;
}

/**
 * Role profiles: what an employer asks for. A published version is public and never changes; a draft is for members of its
 * employer. Writing is for EMPLOYER, one audited transaction each, once under an idempotency key; besides what each method says: UNAUTHENTICATED, FORBIDDEN,
 * INVALID_INPUT naming the place, NOT_FOUND for an unknown id, skill or occupation.
 */
export class EmployersService {
  private readonly graph: Store;
  private readonly memberOf: string[];
  private readonly requirements;
  private readonly versions;

  constructor(private readonly deps: { graph: Graph; viewer: Viewer; clock: Clock; mutations: Mutations }) {
    const graph = repository(deps.graph.run, employerStatements);
    this.graph = graph;
    this.memberOf = deps.viewer.organizationId ? [deps.viewer.organizationId] : [];
    this.requirements = batchMany(
      (ids) => graph.requirementsOfProfiles({ ids }),
      ({ parentId }) => parentId,
    );
    this.versions = batchMany(
      (ids) => graph.versionsOfProfiles({ ids, memberOf: this.memberOf }),
      ({ parentId }) => parentId,
    );
    this.byId = this.newLoader();
  }

  private byId;

  async profile(id: string): Promise<ProfileRecord | null> {
    return (await this.byId.load(id))?.profile ?? null;
  }

  /** Every version of the role that this is a version of, newest first; drafts only for members of the employer. */
  async history(profileId: string, page: PageRequest): Promise<Page<ProfileRecord>> {
    const rows = await this.versions.load(profileId);
    return pageOfList(
      page,
      rows.map(({ profile }) => profile),
      ({ id }) => id,
    );
  }

  /** What differs from the version before it; null for the first. */
  async changes({ id, beforeId }: ProfileRecord): Promise<ProfileDiff | null> {
    return beforeId === null ? null : this.compare(beforeId, id);
  }

  /** What differs between two versions, also of different roles; null when one of them may not be seen. */
  async compare(fromId: string, toId: string): Promise<ProfileDiff | null> {
    const [from, to] = await Promise.all([this.whole(fromId), this.whole(toId)]);
    return from && to ? compareProfiles(from, to) : null;
  }

  private async whole(id: string) {
    const [profile, rows] = await Promise.all([this.profile(id), this.requirements.load(id)]);
    return profile && { profile, requirements: rows.map(({ requirement }) => requirement) };
  }

  /** In order of title; published ones unless other states are asked for. */
  async profiles(page: PageRequest, filter: ProfileFilter = {}): Promise<Page<ProfileRecord>> {
    const window = pageWindow(page, textAndId);
    const params = {
      memberOf: this.memberOf,
      states: filter.states ?? (['PUBLISHED'] as ProfileState[]),
      organizationId: filter.organizationId ?? null,
      titleContains: filter.titleContains ?? null,
      skillUri: filter.skillUri ?? null,
      region: filter.region ?? null,
    };
    const [afterTitle, afterId] = window.after ?? ['', ''];
    const rows = await this.graph.profilesByTitle({ ...params, afterTitle, afterId, limit: window.limit });
    return pageOf(
      window,
      rows,
      {
        node: ({ profile }) => profile,
        keysOf: ({ profile }): [string, string] => [profile.title, profile.id],
      },
      async () => (await this.graph.profilesCount(params)).total,
    );
  }

  /** Those of some ids, in their order, a page at a time. */
  async profilesOf(ids: readonly string[], page: PageRequest): Promise<Page<ProfileRecord>> {
    const { edges, ...rest } = pageOfList(page, ids, (id) => id);
    const profiles = await Promise.all(edges.map(({ node }) => this.profile(node)));
    return {
      ...rest,
      edges: edges.flatMap(({ cursor }, at) => {
        const node = profiles[at];
        return node ? [{ node, cursor }] : [];
      }),
    };
  }

  /** What must be there first, then by weight. */
  async requirementsOf(profileId: string, page: PageRequest): Promise<Page<RequirementRecord>> {
    const rows = await this.requirements.load(profileId);
    return pageOfList(
      page,
      rows.map(({ requirement }) => requirement),
      ({ skillUri }) => skillUri,
    );
  }

  /** Writes version 1 of a role profile, a draft. */
  async create(input: ProfileInput, key?: Key): Promise<ProfileRecord> {
    const { organizationId } = this.employer();
    const profile = checkInput('input', profileRules, input);
    const id = newId(this.deps.clock());
    const done = await this.change({ name: 'createRoleProfile', input, key, id }, async (store) => {
      await requireKnown(store, profile);
      await store.createProfile({ ...contentOf(id, profile), employerId: organizationId });
    });
    return this.written(done);
  }

  /** Replaces what a draft says. CONFLICT once it was published. */
  async update(id: string, input: ProfileInput, key?: Key): Promise<ProfileRecord> {
    const employer = this.employer();
    const profile = checkInput('input', profileRules, input);
    const done = await this.change(
      { name: 'updateRoleProfile', input: { id, input }, key, id },
      async (store) => {
        const held = await this.lock(store, employer, id);
        if (held.state !== 'DRAFT') throw isPublished(held, 'Make a new version with newRoleProfileVersion.');
        await requireKnown(store, profile);
        await store.updateProfile(contentOf(id, profile));
      },
    );
    return this.written(done);
  }

  /** Writes the next version of a published role profile, a draft. CONFLICT when this one has a successor, or is a draft itself. */
  async newVersion(id: string, input: ProfileInput, why?: string | null, key?: Key): Promise<ProfileRecord> {
    const employer = this.employer();
    const profile = checkInput('input', profileRules, input);
    const changeReason = checkInput('changeReason', reasonText.nullish(), why) ?? null;
    const nextId = newId(this.deps.clock());
    const done = await this.change(
      { name: 'newRoleProfileVersion', input: { id, input, changeReason }, key, id: nextId },
      async (store) => {
        const held = await this.lock(store, employer, id);
        if (held.state === 'DRAFT')
          throw conflict('This version is a draft still. Edit it with updateRoleProfile instead.', {
            reason: 'DRAFT_EXISTS',
          });
        if (held.followed)
          throw conflict(
            `Version ${held.version + 1} follows this one already. Start from the newest version.`,
            {
              reason: 'NOT_THE_NEWEST',
            },
          );
        await requireKnown(store, profile);
        await store.createVersion({ ...contentOf(nextId, profile), beforeId: id, changeReason });
      },
    );
    return this.written(done);
  }

  /** Publishes a draft; the version before it is superseded. CONFLICT when it was published already; INVALID_INPUT when the linter finds an error in it. */
  async publish(id: string, key?: Key): Promise<ProfileRecord> {
    const employer = this.employer();
    const done = await this.change(
      { name: 'publishRoleProfile', input: { id }, key, id },
      async (store, run) => {
        const held = await this.lock(store, employer, id);
        if (held.state !== 'DRAFT') throw isPublished(held, 'There is nothing left to do.');
        if (held.requirements === 0)
          throw invalidInput('id', 'the draft asks for nothing. Give it at least one requirement.', {
            reason: 'NOTHING_REQUIRED',
          });
        await refuseProfileErrors(run, id);
        await store.publishProfile({ id, now: this.deps.clock() });
      },
    );
    return this.written(done);
  }

  /** Takes a published version out of use; it stays for everybody to see, with the reason. CONFLICT when it is not published, or open vacancies refer to it. */
  async withdraw(id: string, why: string, key: string): Promise<ProfileRecord> {
    const employer = this.employer();
    const reason = checkInput('reason', reasonText, why);
    const done = await this.change(
      { name: 'withdrawRoleProfile', input: { id, reason }, key, id },
      async (store) => {
        const held = await this.lock(store, employer, id);
        if (held.state !== 'PUBLISHED') throw isNotInUse(held);
        if (held.vacancies > 0) throw hasVacancies(held.vacancies);
        await store.withdrawProfile({ id, now: this.deps.clock(), reason });
      },
    );
    return this.written(done);
  }

  /** Deletes a draft and answers its id. CONFLICT once it was published: others may rest on it. */
  async remove(id: string, key?: Key): Promise<string> {
    const employer = this.employer();
    return this.change({ name: 'deleteRoleProfile', input: { id }, key, id }, async (store) => {
      const held = await this.lock(store, employer, id);
      if (held.state !== 'DRAFT') throw isPublished(held, 'Withdraw it with withdrawRoleProfile instead.');
      await store.deleteProfile({ id });
    });
  }

  private employer(): Member {
    return asMember(this.deps.viewer, 'EMPLOYER');
  }

  private newLoader() {
    return batch(
      (ids) => this.graph.profilesByIds({ ids, memberOf: this.memberOf }),
      ({ profile }) => profile.id,
    );
  }

  /** Carries out a change of one version and answers its id: of a request sent again, the id it had the first time. */
  private async change(
    { name, input, key, id }: { name: string; input: unknown; key: Key; id: string },
    work: (store: Store, run: Run) => Promise<void>,
  ): Promise<string> {
    const chain = this.employer().organizationId;
    return this.deps.mutations.perform({ name, input, idempotencyKey: key }, async ({ run, audit }) => {
      await work(repository(run, employerStatements), run);
      audit({ chain, action: name, purpose: null, subject: null, objects: [id] });
      return id;
    });
  }

  private async written(id: string): Promise<ProfileRecord> {
    this.byId = this.newLoader();
    this.requirements.clearAll();
    const profile = await this.profile(id);
    if (!profile) throw new Error('The role profile just written cannot be read.');
    return profile;
  }

  private async lock(store: Store, employer: Member, id: string) {
    const [seen] = await store.profilesByIds({ ids: [id], memberOf: [employer.organizationId] });
    if (!seen) throw notFound('role profile', id);
    if (seen.profile.employerId !== employer.organizationId)
      throw forbidden(
        `The role profile "${id}" belongs to another organisation; only its own people may do that.`,
        {
          what: 'role profile',
          id,
        },
      );
    const held = await store.lockProfile({ id, now: this.deps.clock() });
    if (!held) throw notFound('role profile', id);
    return held;
  }
}
