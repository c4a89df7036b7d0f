import { deflateSync } from 'node:zlib';
import type { PublicUrls } from '../public-urls.ts';
import { decodeStatusList, LIST_LENGTH, LIST_MAX_AGE_SECONDS, LIST_VALID_SECONDS } from '../status-list.ts';

/** Bits an entry of our token status lists has: enough to tell suspended from revoked (IETF Token Status List, section 7). */
const BITS = 2;
const INVALID = 1;
const SUSPENDED = 2;

/** The claim `status` of a token (IETF Token Status List, section 6.2). */
export interface StatusClaim {
  readonly status_list: { readonly idx: number; readonly uri: string };
}

/**
 * The claim `status` for a credential of ours as a token: the same entry as in its signed document, in the token form of the same
 * list. Takes the `credentialStatus` of that document; null when it names no bitstring list of this service.
 */
export function statusClaimOf(
  credentialStatus: unknown,
  urls: Pick<PublicUrls, 'idIn' | 'tokenStatusList'>,
): StatusClaim | null {
  const [entry] = [credentialStatus].flat();
  const { statusListCredential, statusListIndex } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const id = typeof statusListCredential === 'string' ? urls.idIn('status', statusListCredential) : null;
  if (id === null || !/^\d{1,9}$/.test(String(statusListIndex))) return null;
  return { status_list: { idx: Number(statusListIndex), uri: urls.tokenStatusList(id) } };
}

/** The claims of a token status list (section 5.1) that says what our bitstring list says; `suspended` are the entries that may be cleared again. */
export async function tokenListClaims(list: {
  readonly url: string;
  readonly encoded: string;
  readonly suspended: readonly number[];
  readonly at: Date;
}): Promise<object> {
  const iat = Math.floor(list.at.getTime() / 1000);
  return {
    sub: list.url,
    iat,
    exp: iat + LIST_VALID_SECONDS,
    ttl: LIST_MAX_AGE_SECONDS,
    status_list: { bits: BITS, lst: await packed(list.encoded, new Set(list.suspended)) },
  };
}

/** Entry 0 stands in the lowest bits of the first byte: the other way round than in a bitstring. */
async function packed(encoded: string, suspended: ReadonlySet<number>): Promise<string> {
  const list = await decodeStatusList(encoded);
  const length = Math.min(list.length, LIST_LENGTH);
  const bytes = Buffer.alloc(Math.ceil((length * BITS) / 8));
  for (let index = 0; index < length; index += 1) {
    if (!list.getStatus(index)) continue;
    const place = index * BITS;
    const byte = Math.floor(place / 8);
    const value = suspended.has(index) ? SUSPENDED : INVALID;
    bytes[byte] = (bytes[byte] ?? 0) | (value << (place % 8));
  }
  return deflateSync(bytes, { level: 9 }).toString('base64url');
}
