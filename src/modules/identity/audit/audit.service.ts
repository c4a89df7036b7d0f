import { z } from 'zod';
import { invalidInput } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOf, pageWindow } from '../../../platform/paging.ts';
import { pseudonymsFor } from '../consent/pseudonym.ts';
import { asLearner, asMember, rolesOf, type Viewer } from '../viewer.ts';
import { auditStatements, type EventRecord } from './audit.repository.ts';

/** The chain of what concerns no organisation in particular. */
export const PLATFORM = 'platform';

export interface EventFilter {
  readonly actions?: readonly string[] | null | undefined;
  readonly purpose?: string | null | undefined;
  readonly learnerId?: string | null | undefined;
  readonly since?: Date | null | undefined;
  readonly until?: Date | null | undefined;
}

export type { EventRecord };

/** An event as the organisation it belongs to may see it. */
export interface ShownEvent extends Omit<EventRecord, 'actor' | 'hash'> {
  /** Null when it was the learner, whose keys are nobody's business. */
  readonly actor: string | null;
  /** Null where the subject goes by a pseudonym: with the hash, a guess at who it is could be checked. */
  readonly hash: string | null;
}

/** Larger than the number of any event. */
const END = Number.MAX_SAFE_INTEGER;
const END_OF_TIME = '9999-12-31T00:00:00.000Z';

/** Shows what was audited: organisations what concerns them, learners what is about them. */
export class AuditService {
  readonly #graph;

  constructor(private readonly deps: { graph: Graph; viewer: Viewer; indexKey: Uint8Array }) {
    this.#graph = repository(deps.graph.run, auditStatements);
  }

  /**
   * Events of the viewer's organisation, for ISSUER_ADMIN and EMPLOYER, or of the platform itself, for PLATFORM_ADMIN (who
   * needs not ask for it without another of these roles); the last first. Only an issuer, who knows its learners, sees their ids; others see the pseudonyms they know.
   */
  async list(page: PageRequest, filter: EventFilter, asked?: boolean | null): Promise<Page<ShownEvent>> {
    const ofPlatform =
      asked ?? !rolesOf(this.deps.viewer).some((role) => role === 'ISSUER_ADMIN' || role === 'EMPLOYER');
    const member = ofPlatform
      ? asMember(this.deps.viewer, 'PLATFORM_ADMIN')
      : asMember(this.deps.viewer, 'ISSUER_ADMIN', 'EMPLOYER');
    const chain = ofPlatform ? PLATFORM : member.organizationId;
    const inClear = member.role === 'ISSUER_ADMIN';
    if (filter.learnerId && !inClear)
      throw invalidInput('filter.learnerId', 'is for ISSUER_ADMIN: nobody else knows learners by their id.');
    const window = pageWindow(page, z.tuple([z.number().int()]));
    const where = {
      chain,
      actions: filter.actions ? [...filter.actions] : null,
      purpose: filter.purpose ?? null,
      subject: filter.learnerId ?? null,
      since: filter.since ?? null,
      until: filter.until ?? null,
    };
    const [before] = window.after ?? [END];
    const rows = await this.#graph.eventsOfChain({ ...where, before, limit: window.limit });
    const { learner } = pseudonymsFor(this.deps.indexKey, chain);
    return pageOf(
      window,
      rows,
      {
        node: ({ event }) => shown(event, inClear ? null : learner),
        keysOf: ({ event }): [number] => [event.seq],
      },
      async () => (await this.#graph.eventsOfChainCount(where)).total,
    );
  }

  /** Events about the viewer in every organisation, last first; with `readsOnly` only when somebody looked. For LEARNER. */
  async aboutMe(page: PageRequest, readsOnly: boolean): Promise<Page<EventRecord>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const window = pageWindow(page, z.tuple([z.iso.datetime(), z.string()]));
    const [beforeAt, afterId] = window.after ?? [END_OF_TIME, ''];
    const rows = await this.#graph.eventsAboutLearner({
      learnerId,
      readsOnly,
      beforeAt: new Date(beforeAt),
      afterId,
      limit: window.limit,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ event }) => event,
        keysOf: ({ event }): [string, string] => [event.at.toISOString(), event.id],
      },
      async () => (await this.#graph.eventsAboutLearnerCount({ learnerId, readsOnly })).total,
    );
  }
}

function shown(event: EventRecord, pseudonymOf: ((learnerId: string) => string) | null): ShownEvent {
  const { subject } = event;
  const actor = event.role === 'LEARNER' ? null : event.actor;
  if (!pseudonymOf || subject === null) return { ...event, actor };
  const pseudonym = pseudonymOf(subject);
  const objects = event.objects.map((id) => (id === subject ? pseudonym : id));
  return { ...event, actor, subject: pseudonym, objects, hash: null };
}
