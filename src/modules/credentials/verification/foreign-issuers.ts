import type { DIDDocument, VerificationMethod } from 'did-resolver';
import { selfContainedDid } from './did-key.ts';
import { jsonAt, type Web } from './web.ts';

/** What is known of an issuer's keys: a document, or why there is none. `wrong`: what was found contradicts itself. */
export type Resolution =
  | { readonly document: DIDDocument }
  | { readonly problem: string; readonly wrong?: true };

/**
 * The keys of an issuer elsewhere: `did:key` and `did:jwk` hold theirs, `did:web` and https issuers (W3C Controlled
 * Identifiers 1.0) publish them at an address that is fetched behind the guard.
 */
export async function resolveForeign(id: string, web: Web): Promise<Resolution> {
  const own = selfContainedDid(id);
  if (own) return { document: own };
  const address = id.startsWith('did:web:') ? didWebAddress(id) : id.startsWith('https://') ? id : null;
  if (address === null) return { problem: `Identifiers such as ${id.slice(0, 120)} are not resolved.` };
  const answer = await jsonAt(web, address);
  if ('problem' in answer) return { problem: answer.problem };
  const { json } = answer;
  if (json['id'] !== id)
    return id.startsWith('did:')
      ? { problem: `${address} describes ${String(json['id']).slice(0, 120)} instead.`, wrong: true }
      : { problem: `${address} publishes no keys of the issuer.` };
  const methods = [json['verificationMethod'] ?? []].flat().filter(isMethod);
  if (methods.length === 0 && !id.startsWith('did:'))
    return { problem: `${address} publishes no keys of the issuer.` };
  return { document: { ...json, id, verificationMethod: methods } as DIDDocument };
}

/** `did:web:host%3Aport:path` → `https://host:port/path/did.json` (W3C CCG did:web); null when it is spelt wrongly. */
export function didWebAddress(did: string): string | null {
  const parts = did.slice('did:web:'.length).split(':');
  if (parts.length > 12 || parts.some((part) => !/^[A-Za-z0-9._~%-]+$/.test(part))) return null;
  try {
    const [host = '', ...path] = parts.map(decodeURIComponent);
    if (!/^[A-Za-z0-9.-]+(:\d{1,5})?$/.test(host) || path.some((part) => /[/\\?#]|^\.+$/.test(part)))
      return null;
    const folder = path.length === 0 ? '.well-known' : path.map(encodeURIComponent).join('/');
    return `https://${host}/${folder}/did.json`;
  } catch {
    return null;
  }
}

/** A verification method of a document by its id, which may be written without the part before `#`. */
export const methodIn = (
  { id, verificationMethod = [] }: DIDDocument,
  wanted: string,
): VerificationMethod | null =>
  verificationMethod.find((method) => absolute(method.id, id) === absolute(wanted, id)) ?? null;

/** Whether a document says that a method is used for this purpose. */
export const isUsedFor = (
  document: DIDDocument,
  purpose: 'assertionMethod' | 'authentication',
  wanted: string,
): boolean =>
  [document[purpose] ?? []]
    .flat()
    .some(
      (entry) =>
        absolute(typeof entry === 'string' ? entry : entry.id, document.id) === absolute(wanted, document.id),
    );

const absolute = (reference: string, id: string): string =>
  reference.startsWith('#') ? `${id}${reference}` : reference;

const isMethod = (value: unknown): value is VerificationMethod =>
  value !== null &&
  typeof value === 'object' &&
  typeof (value as { id?: unknown }).id === 'string' &&
  typeof (value as { controller?: unknown }).controller === 'string';
