import { isIPv6 } from 'node:net';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { rateLimited } from '../../../platform/errors.ts';

/** Bad keys, tokens and invitations that one source may send before it is told to wait: 100 in five minutes. */
const BY_SOURCE = { points: 100, duration: 300 };
/** Bad secrets that one source may send for one key before that key is not even looked at for it: 10 in a quarter of an hour. */
const BY_KEY = { points: 10, duration: 900 };

/**
 * Counts failed tries to prove who is calling. Only failures count, and a good key is taken whatever its neighbours behind the same
 * address did: a secret has 256 random bits, so the limit saves work, it is not what keeps guessers out.
 */
export class Attempts {
  readonly #bySource = new RateLimiterMemory(BY_SOURCE);
  readonly #byKey = new RateLimiterMemory(BY_KEY);

  /** Throws RATE_LIMITED when this source has sent too many bad secrets for this key. */
  async admit(source: string, keyId: string): Promise<void> {
    const tries = await this.#byKey.get(`${networkOf(source)} ${keyId}`);
    if (tries && tries.consumedPoints >= BY_KEY.points) throw tooMany(tries.msBeforeNext);
  }

  /** Notes a failure. Throws RATE_LIMITED when there were too many from this source, else answers. */
  async failed(source: string, keyId?: string): Promise<void> {
    const network = networkOf(source);
    const tries = await this.#bySource.penalty(network);
    // beyond its limit a source does not fill our memory with made-up keys
    if (tries.consumedPoints > BY_SOURCE.points) throw tooMany(tries.msBeforeNext);
    if (keyId !== undefined) await this.#byKey.penalty(`${network} ${keyId}`);
  }
}

const tooMany = (ms: number) => {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  return rateLimited(
    `Too many keys that are not valid came from here. Try again in ${seconds} seconds.`,
    seconds,
  );
};

/** What counts as one source: an IPv4 address, or the /64 network that one subscriber has all of in IPv6. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const gap =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return `${[...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
