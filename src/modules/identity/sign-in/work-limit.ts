import { RateLimiterMemory } from 'rate-limiter-flexible';
import { rateLimited } from '../../../platform/errors.ts';
import { actorOf, isSignedIn, type Viewer } from '../viewer.ts';
import { networkOf } from './attempts.ts';

/** How much more may be asked for by somebody who says who they are. */
const SIGNED_IN = 10;

/** How often heavy work that needs no key (verifying, which fetches and reckons) is done for one source, over all ways to ask for it. */
export class WorkLimit {
  readonly #anonymous;
  readonly #signedIn;

  /** @param perMinute how often a minute for one network without a key; ten times as often for each who has one. */
  constructor(perMinute: number) {
    this.#anonymous = new RateLimiterMemory({ points: perMinute, duration: 60 });
    this.#signedIn = new RateLimiterMemory({ points: perMinute * SIGNED_IN, duration: 60 });
  }

  /** Counts one piece of work. Throws RATE_LIMITED when there was too much within the minute. */
  async spend(viewer: Viewer, source: string): Promise<void> {
    const known = isSignedIn(viewer);
    const limiter = known ? this.#signedIn : this.#anonymous;
    const who = known ? `${actorOf(viewer)} ${viewer.learnerId ?? ''}` : networkOf(source);
    const { consumedPoints, msBeforeNext } = await limiter.penalty(who);
    if (consumedPoints <= limiter.points) return;
    const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
    throw rateLimited(
      `At most ${limiter.points} credentials a minute are verified for one source. Try again in ${seconds} seconds.`,
      seconds,
    );
  }
}
