import { get } from 'node:https';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { Clock } from '../../../platform/clock.ts';
import type { Web, WebAnswer } from './web.ts';

/** What a document may make us do, at most. */
export const WEB_LIMITS = {
  milliseconds: 2_000,
  bytes: 256 * 1024,
  redirects: 2,
  /** Fetches under way at once; who comes later is told that it could not be checked. */
  atOnce: 32,
  cached: 500,
  /** How long an answer is kept, and how long a failure, in seconds. */
  freshSeconds: 300,
  failedSeconds: 20,
} as const;

export interface GuardOptions {
  readonly clock: Clock;
  /** Addresses (IP) that may be reached although they are private. For tests. */
  readonly allowed?: readonly string[];
  /** Certificates to trust besides the usual ones (PEM). For tests. */
  readonly ca?: string;
}

/**
 * The web behind a guard against server-side request forgery: https only, no credentials in addresses, no private, link-local
 * or metadata address, however it is spelt or resolved (the address that is connected to is the one that was looked at); redirects
 * only within the same host; limits of time and size. Answers are kept for five minutes, so that a status is at most as old as that.
 */
export class GuardedWeb implements Web {
  readonly #agent;
  readonly #clock;
  readonly #known = new Map<string, { readonly until: number; readonly answer: Promise<WebAnswer> }>();
  #underWay = 0;

  constructor({ clock, allowed = [], ca }: GuardOptions) {
    this.#clock = clock;
    this.#agent = new RequestFilteringHttpsAgent({
      allowIPAddressList: [...allowed],
      ...(ca && { ca }),
      keepAlive: false,
    });
  }

  async get(url: string): Promise<WebAnswer> {
    const target = addressOf(url);
    if (typeof target === 'string') return failed(target);
    const now = this.#clock().getTime();
    const known = this.#known.get(target.href);
    if (known && known.until > now) return known.answer;
    if (this.#underWay >= WEB_LIMITS.atOnce) return failed('Too much is being fetched right now; try again.');
    const answer = this.#fetch(target);
    this.#keep(target.href, answer, now + WEB_LIMITS.freshSeconds * 1000);
    const settled = await answer;
    if ('problem' in settled) this.#keep(target.href, answer, now + WEB_LIMITS.failedSeconds * 1000);
    return settled;
  }

  #keep(url: string, answer: Promise<WebAnswer>, until: number): void {
    this.#known.delete(url);
    this.#known.set(url, { until, answer });
    const [oldest] = this.#known.keys();
    if (this.#known.size > WEB_LIMITS.cached && oldest !== undefined) this.#known.delete(oldest);
  }

  async #fetch(start: URL): Promise<WebAnswer> {
    this.#underWay += 1;
    try {
      const signal = AbortSignal.timeout(WEB_LIMITS.milliseconds);
      let target = start;
      for (let redirects = 0; redirects <= WEB_LIMITS.redirects; redirects += 1) {
        const answer = await this.#once(target, signal);
        if (!('location' in answer)) return answer;
        const next = addressOf(answer.location, target);
        if (typeof next === 'string') return failed(`${start.href} leads elsewhere: ${next}`);
        if (next.host !== start.host) return failed(`${start.href} leads to another host, ${next.host}.`);
        target = next;
      }
      return failed(`${start.href} redirects more than ${WEB_LIMITS.redirects} times.`);
    } catch (error) {
      const { name, message } = error as Error;
      return failed(
        name === 'AbortError' || name === 'TimeoutError'
          ? `${start.href} did not answer within ${WEB_LIMITS.milliseconds / 1000} s.`
          : `${start.href} could not be fetched: ${message}`,
      );
    } finally {
      this.#underWay -= 1;
    }
  }

  #once(url: URL, signal: AbortSignal): Promise<WebAnswer | { readonly location: string }> {
    return new Promise((resolve, reject) => {
      const request = get(
        url,
        { agent: this.#agent, signal, headers: { accept: 'application/json, */*;q=0.5' } },
        (response) => {
          const { statusCode = 0, headers } = response;
          response.on('error', reject);
          if (statusCode >= 300 && statusCode < 400 && headers.location) {
            response.destroy();
            return resolve({ location: headers.location });
          }
          if (statusCode !== 200) {
            response.destroy();
            return resolve({
              problem: `${url.href} answered with status ${statusCode}.`,
              gone: statusCode === 404 || statusCode === 410,
            });
          }
          const parts: Buffer[] = [];
          let size = 0;
          response.on('data', (part: Buffer) => {
            size += part.length;
            parts.push(part);
            if (size <= WEB_LIMITS.bytes) return;
            response.destroy();
            resolve(failed(`${url.href} answers more than ${WEB_LIMITS.bytes / 1024} KB.`));
          });
          response.on('end', () => resolve({ body: Buffer.concat(parts) }));
        },
      );
      request.on('error', reject);
    });
  }
}

/** The address to fetch, or why it is not fetched. */
function addressOf(url: string, base?: URL): URL | string {
  if (url.length > 2_048 || !URL.canParse(url, base?.href)) return 'That is not an address.';
  const target = new URL(url, base);
  target.hash = '';
  if (target.protocol !== 'https:') return `${target.protocol} is not fetched, only https:.`;
  if (target.username || target.password) return 'An address with a password in it is not fetched.';
  return target;
}

const failed = (problem: string): WebAnswer => ({ problem, gone: false });
