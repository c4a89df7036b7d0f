import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../platform/clock.ts';
import { invalidInput } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { oldestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import type { Reads } from '../../identity/audit/reads.ts';
import { asMember, type Viewer } from '../../identity/viewer.ts';
import { type CredentialNotice, NOTICE_DAYS, noticeKind } from './notice.ts';
import { noticeStatements } from './notices.repository.ts';

const DAY = 24 * 60 * 60 * 1000;

/** How far back notices reach unless said, and at most. */
export const NOTICES_BACK = { days: 90, max: 366 } as const;

const LOOK_EVERY_MS = 5_000;
const AT_ONCE = 100;

type Span = { since: Date; now: Date; latest: Date; days: number[] };
type NoticePage = Span & { afterAt: Date; afterId: string; limit: number };

/** Tells learners and issuers when credentials come near their end: as a list that can be gone on with, and as a stream. */
export class NoticesService {
  readonly #store: Repository<typeof noticeStatements>;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly clock: Clock;
      readonly reads: Reads;
    },
  ) {
    this.#store = repository(deps.graph.run, noticeStatements);
  }

  /** What happened since an instant, the first first; who keeps the last cursor goes on from there. INVALID_INPUT (`since`) further back than a year. */
  async list(request: PageRequest, since: Date | null): Promise<Page<CredentialNotice>> {
    const source = this.#source();
    const span = this.#span(since);
    const window = oldestFirst(request);
    const rows = await source.rows({ ...span, ...window.from });
    const notices = rows.map((row) => ({ ...row, kind: noticeKind(row.days) }));
    for (const notice of notices.slice(0, window.first)) this.#noteRead(notice);
    return pageOf(
      window,
      notices,
      { node: (row) => row, keysOf: ({ at, id }): [string, string] => [at.toISOString(), id] },
      async () => (await source.count(span)).total,
    );
  }

  /** What happened since an instant (now when left out) and whatever happens from now on, looked for every five seconds. */
  watch(since: Date | null): AsyncGenerator<CredentialNotice> {
    const source = this.#source();
    const { since: start } = this.#span(since ?? this.deps.clock());
    return this.#changes(source, start);
  }

  async *#changes(
    source: { rows(page: NoticePage): ReturnType<Repository<typeof noticeStatements>['ofLearner']> },
    start: Date,
  ): AsyncGenerator<CredentialNotice> {
    let after = { afterAt: start, afterId: '' };
    for (;;) {
      const rows = await source.rows({ ...this.#span(start), ...after, limit: AT_ONCE });
      const notices = rows.map((row) => ({ ...row, kind: noticeKind(row.days) }));
      for (const notice of notices) this.#noteRead(notice);
      await this.deps.reads.write();
      yield* notices;
      const last = notices.at(-1);
      if (last) after = { afterAt: last.at, afterId: last.id };
      if (notices.length < AT_ONCE) await sleep(LOOK_EVERY_MS, undefined, { ref: false });
    }
  }

  #span(asked: Date | null): Span {
    const now = this.deps.clock();
    const since = asked ?? new Date(now.getTime() - NOTICES_BACK.days * DAY);
    if (now.getTime() - since.getTime() > NOTICES_BACK.max * DAY)
      throw invalidInput('since', `must not lie more than ${NOTICES_BACK.max} days back.`, {
        max: NOTICES_BACK.max,
      });
    const latest = new Date(now.getTime() + Math.max(...NOTICE_DAYS) * DAY);
    return { since, now, latest, days: [...NOTICE_DAYS] };
  }

  #source() {
    const { learnerId } = this.deps.viewer;
    if (learnerId !== null)
      return {
        rows: (page: NoticePage) => this.#store.ofLearner({ learnerId, ...page }),
        count: (span: Span) => this.#store.ofLearnerCount({ learnerId, ...span }),
      };
    const { organizationId: issuerId } = asMember(this.deps.viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN');
    return {
      rows: (page: NoticePage) => this.#store.ofIssuer({ issuerId, ...page }),
      count: (span: Span) => this.#store.ofIssuerCount({ issuerId, ...span }),
    };
  }

  #noteRead({ credentialId, learnerId, issuerId }: CredentialNotice): void {
    if (learnerId !== this.deps.viewer.learnerId)
      this.deps.reads.note({
        chain: issuerId,
        purpose: 'CREDENTIALS',
        subject: learnerId,
        objects: [credentialId],
      });
  }
}
