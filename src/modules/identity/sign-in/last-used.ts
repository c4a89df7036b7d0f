import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import type { Log } from '../../../platform/log.ts';
import { signInStatements } from './sign-in.repository.ts';

const MINUTE_MS = 60_000;
const MOST_KEYS = 10_000;

/** Notes when keys were last used: at most once a minute each, beside the request, never in its way. */
export class LastUsed {
  readonly #written = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly graph: Graph,
    private readonly log: Log,
  ) {}

  note(keyId: string, now: Date): void {
    if (now.getTime() - (this.#written.get(keyId) ?? Number.NEGATIVE_INFINITY) < MINUTE_MS) return;
    this.#written.delete(keyId);
    this.#written.set(keyId, now.getTime());
    const [oldest] = this.#written.keys();
    if (this.#written.size > MOST_KEYS && oldest !== undefined) this.#written.delete(oldest);
    const before = new Date(now.getTime() - MINUTE_MS);
    const writing = repository(this.graph.run, signInStatements)
      .noteUse({ id: keyId, now, before })
      .catch((error: unknown) => this.log.debug({ err: error }, 'the use of a key could not be noted'))
      .finally(() => this.#underWay.delete(writing));
    this.#underWay.add(writing);
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }
}
