import type { DIDDocument } from 'did-resolver';
import { selfContainedDid } from './did-key.ts';
import { isUsedFor, methodIn } from './foreign-issuers.ts';
import { keyFromMultibase, keyOfMethod, type PublicKey, sameKey } from './keys.ts';
import { couldNot, type Finding, fail, pass } from './report.ts';
import type { VerificationSources } from './verification-sources.ts';

/** What is known of the keys behind the signatures of a document. */
export interface KeyFindings {
  readonly finding: Finding;
  /** The key each method or `kid` stands for, as far as it could be had; the finding says whether the issuer stands behind it. */
  readonly keys: ReadonlyMap<string, PublicKey>;
}

/** A key a signature says it was made with: by name, and for a JWT perhaps brought along. */
export interface NamedKey {
  readonly method: string;
  readonly ownKey?: PublicKey | null;
}

/**
 * Whether a party stands behind the keys its signatures were made with: it lists them for this purpose and controls them. Where the party
 * cannot be asked, keys that spell themselves (`did:key`, a Multikey after `#`, `jwk`) still allow to tell
 * whether the signature holds, but nothing says whose they are, so the finding is no pass.
 */
export async function checkKeys(
  party: string,
  wanted: readonly NamedKey[],
  purpose: 'assertionMethod' | 'authentication',
  sources: VerificationSources,
): Promise<KeyFindings> {
  const resolution = await sources.resolve(party);
  if ('document' in resolution) return keysOf(resolution.document, wanted, purpose);
  if (resolution.wrong) return { finding: fail(resolution.problem), keys: new Map() };
  const keys = new Map<string, PublicKey>();
  for (const { method, ownKey } of wanted) {
    const key = ownKey ?? spelt(method);
    if (key) keys.set(method, key);
  }
  return { finding: couldNot(`Nothing says that the key belongs to ${party}: ${resolution.problem}`), keys };
}

function keysOf(
  document: DIDDocument,
  wanted: readonly NamedKey[],
  purpose: 'assertionMethod' | 'authentication',
): KeyFindings {
  const keys = new Map<string, PublicKey>();
  const stop = (finding: Finding): KeyFindings => ({ finding, keys: new Map() });
  for (const { method: name, ownKey } of wanted) {
    const candidates = document.verificationMethod ?? [];
    const method = ownKey
      ? candidates.find((each) => {
          const key = keyOfMethod(each);
          return key !== null && sameKey(key, ownKey);
        })
      : methodIn(
          document,
          name === document.id && candidates.length === 1 ? String(candidates[0]?.id) : name,
        );
    if (!method) return stop(fail(`${name} is not a key of ${document.id}.`));
    if (method.controller !== document.id)
      return stop(fail(`${name} is controlled by ${method.controller}.`));
    if (!isUsedFor(document, purpose, method.id))
      return stop(
        fail(
          purpose === 'assertionMethod'
            ? `${name} is not a key ${document.id} issues credentials with.`
            : `${name} is not a key ${document.id} proves itself with.`,
        ),
      );
    if ((method as { revoked?: unknown }).revoked !== undefined)
      return stop(fail(`${name} was revoked by ${document.id}.`));
    const key = keyOfMethod(method);
    if (!key) return stop(couldNot(`${name} is a key of a kind that is not read here.`));
    keys.set(name, key);
  }
  return { finding: pass(`${document.id} lists the key for this.`), keys };
}

/** The key that the name of a method spells out: all of a `did:key`, or, as Open Badges has it, a Multikey after the `#` of an https address. */
function spelt(method: string): PublicKey | null {
  const [id = '', fragment = ''] = method.split('#');
  const own = selfContainedDid(id)?.verificationMethod?.[0];
  if (own) return keyOfMethod(own);
  return id.startsWith('https://') ? keyFromMultibase(fragment) : null;
}
