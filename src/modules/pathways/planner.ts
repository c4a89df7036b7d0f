import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { rateLimited } from '../../platform/errors.ts';
import { loadHighs } from './engine/highs.ts';
import type { Instance, Objective, Solution } from './engine/model.ts';
import { planFor, type Task } from './engine/plan.ts';
import { LIMITS, type Limits } from './engine/solve.ts';

/** Solves planning problems, and checks each plan before it is answered. */
export interface Planner {
  /** Throws RATE_LIMITED when as many plans wait as are let wait. */
  plan(instance: Instance, objectives: readonly Objective[], limits?: Limits): Promise<Solution>;
  stop(): Promise<void>;
}

const WAITING = 64;
/** A thread that is this much later than its limit is ended: HiGHS looks at its clock only between its own steps. */
const GRACE_MS = 10_000;

/**
 * Plans in threads of their own, so that no request holds the event loop: one thread less than there are processors, started when
 * first needed and ended when idle.
 */
export function planInThreads(program = new URL('./planner-worker.js', import.meta.url)): Planner {
  const pool = new Piscina<Task, Solution>({
    filename: program.href,
    name: 'plan',
    minThreads: 0,
    maxThreads: Math.max(1, availableParallelism() - 1),
    maxQueue: WAITING,
    idleTimeout: 60_000,
  });
  return {
    async plan(instance, objectives, limits = LIMITS) {
      if (pool.queueSize >= WAITING)
        throw rateLimited('Too many plans are being worked out. Ask again in a moment.', 2);
      const signal = AbortSignal.timeout((limits.timeLimitMs + GRACE_MS) * (1 + pool.queueSize));
      return pool.run({ instance, objectives, limits }, { signal });
    },
    stop: () => pool.close(),
  };
}

/** Plans on the thread that asks: for tests and programs that wait for nothing else. */
export function planHere(): Planner {
  const loading = loadHighs();
  return {
    plan: async (instance, objectives, limits = LIMITS) =>
      planFor(await loading, { instance, objectives, limits }),
    stop: async () => {},
  };
}
