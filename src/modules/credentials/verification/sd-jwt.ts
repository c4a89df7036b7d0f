import { createHash } from 'node:crypto';
import { checkJwt, type DecodedJwt, decodeJwt } from './jwt.ts';
import { keyFromJwk } from './keys.ts';
import { type Finding, fail, pass } from './report.ts';

type Json = Readonly<Record<string, unknown>>;

/** An SD-JWT (RFC 9901) that is well-formed: claims with what was disclosed put in its place. No signature has been looked at. */
export interface DecodedSdJwt {
  readonly jwt: DecodedJwt;
  readonly claims: Json;
  readonly disclosures: number;
  /** The proof that the sender holds the key the credential is bound to; null when there is none. */
  readonly keyBinding: DecodedJwt | null;
  /** What the key binding has to have digested. */
  readonly bound: string;
}

const DISCLOSURES = 200;

/** Decodes an SD-JWT strictly: every disclosure must be digested exactly once in what the issuer signed (RFC 9901, section 7.1). */
export function decodeSdJwt(text: string): DecodedSdJwt | { readonly problem: string } {
  const [issued = '', ...rest] = text.split('~');
  const bindingText = rest.pop() ?? '';
  if (rest.length > DISCLOSURES) return { problem: `The SD-JWT discloses more than ${DISCLOSURES} claims.` };
  const jwt = decodeJwt(issued);
  if ('problem' in jwt) return jwt;
  const { _sd_alg: algorithm = 'sha-256' } = jwt.payload;
  if (algorithm !== 'sha-256')
    return { problem: `Digests by ${String(algorithm).slice(0, 40)} are not taken.` };
  const keyBinding = bindingText === '' ? null : decodeJwt(bindingText);
  if (keyBinding && 'problem' in keyBinding) return { problem: `The key binding: ${keyBinding.problem}` };
  try {
    const disclosed = new Map(rest.map((disclosure) => [digest(disclosure), disclosureOf(disclosure)]));
    if (disclosed.size !== rest.length) throw new Error('A disclosure stands there twice.');
    const seen = new Set<string>();
    const { _sd_alg: _, ...claims } = reveal(jwt.payload, disclosed, seen) as Json;
    if ([...disclosed.keys()].some((key) => !seen.has(key)))
      throw new Error('A disclosure is of nothing the issuer signed.');
    return {
      jwt,
      claims,
      disclosures: rest.length,
      keyBinding,
      bound: text.slice(0, text.length - bindingText.length),
    };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** What a verifier who asked for key binding expects. */
export interface Binding {
  readonly audience: string;
  readonly nonce: string;
  readonly now: Date;
}

const BINDING_SECONDS = 600;

/** Whether the sender holds the key: signature by `cnf`, digest of exactly what was sent, and, if asked for, audience and nonce. */
export async function checkKeyBinding(
  { claims, keyBinding, bound }: DecodedSdJwt,
  asked?: Binding,
): Promise<Finding> {
  if (!keyBinding) return fail('It does not prove who holds it: there is no key binding.');
  if (keyBinding.header['typ'] !== 'kb+jwt') return fail('The key binding is of another type than kb+jwt.');
  const { cnf } = claims as { cnf?: { jwk?: unknown } };
  const key = keyFromJwk(cnf?.jwk);
  if (!key) return fail('The credential is bound to no key (cnf).');
  const { sd_hash: hash, nonce, aud, iat } = keyBinding.payload;
  if (hash !== digest(bound)) return fail('The key binding is for other disclosures.');
  if (asked && nonce !== asked.nonce) return fail('The key binding answers another challenge.');
  if (asked && aud !== asked.audience) return fail('The key binding is for another verifier.');
  if (asked && !(typeof iat === 'number' && Math.abs(asked.now.getTime() / 1000 - iat) < BINDING_SECONDS))
    return fail('The key binding is not of now.');
  const signature = await checkJwt(keyBinding, key);
  return signature.outcome === 'PASS'
    ? pass('The sender holds the key the credential is bound to.')
    : signature;
}

const digest = (text: string): string => createHash('sha256').update(text, 'ascii').digest('base64url');

/** `[salt, name, value]` for a member, `[salt, value]` for an element. */
function disclosureOf(text: string): readonly unknown[] {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) throw new Error('A disclosure is not in base64url.');
  const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || (parts.length !== 2 && parts.length !== 3) || typeof parts[0] !== 'string')
    throw new Error('A disclosure is not a list of salt, name and value.');
  return parts;
}

function reveal(
  value: unknown,
  disclosed: ReadonlyMap<string, readonly unknown[]>,
  seen: Set<string>,
): unknown {
  const find = (key: unknown, parts: number): readonly unknown[] | undefined => {
    if (typeof key !== 'string' || seen.has(key)) throw new Error('A digest stands there twice, or is none.');
    const found = disclosed.get(key);
    seen.add(key);
    if (found && found.length !== parts) throw new Error('A disclosure stands in the wrong place.');
    return found;
  };
  if (Array.isArray(value))
    return value.flatMap((element) => {
      const { '...': key } = (element ?? {}) as Json;
      if (key === undefined) return [reveal(element, disclosed, seen)];
      const found = find(key, 2);
      return found ? [reveal(found[1], disclosed, seen)] : [];
    });
  if (value === null || typeof value !== 'object') return value;
  const { _sd: hidden = [], ...open } = value as Json;
  if (!Array.isArray(hidden)) throw new Error('_sd is no list.');
  const members = new Map(
    Object.entries(open).map(([name, inner]) => [name, reveal(inner, disclosed, seen)]),
  );
  for (const key of hidden) {
    const found = find(key, 3);
    if (!found) continue;
    const [, name, inner] = found;
    if (
      typeof name !== 'string' ||
      name === '_sd' ||
      name === '...' ||
      name === '__proto__' ||
      members.has(name)
    )
      throw new Error('A disclosure has a name that is taken or not allowed.');
    members.set(name, reveal(inner, disclosed, seen));
  }
  return Object.fromEntries(members);
}
