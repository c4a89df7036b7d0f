import { invalidInput } from '../../../platform/errors.ts';
import type { JsonObject } from '../open-badge.ts';
import { derive } from '../verification/derive.ts';

/** How many pointers one version may be derived with. */
export const MOST_POINTERS = 100;

/** What everybody who is shown any of a credential sees: of which badge, by whom, to whom, and whether it holds. */
const ALWAYS = [
  '/name',
  '/issuer',
  '/validFrom',
  '/validUntil',
  '/credentialStatus',
  '/credentialSchema',
  '/termsOfUse',
  '/credentialSubject/achievement/name',
  '/credentialSubject/achievement/description',
  '/credentialSubject/achievement/criteria',
] as const;

/** The JSON pointers (RFC 6901) of what every version of a credential shows. Ids and types of what is shown are always shown. */
export function alwaysShown(document: JsonObject): string[] {
  const { id } = document['credentialSubject'] as JsonObject;
  // Open Badges asks for an id or an identifier of the subject
  const recipient = id === undefined ? ['/credentialSubject/identifier'] : [];
  return [...ALWAYS, ...recipient].filter((pointer) => valueAt(document, pointer) !== undefined);
}

/** What a JSON pointer names; undefined when it names nothing. */
export function valueAt(document: unknown, pointer: string): unknown {
  if (!/^(\/([^~/]|~[01])*)+$/.test(pointer)) return undefined;
  let value: unknown = document;
  for (const part of pointer.slice(1).split('/')) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value) && !/^(0|[1-9]\d*)$/.test(name)) return undefined;
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return undefined;
    value = (value as JsonObject)[name];
  }
  return value;
}

/**
 * The version of a credential with a base proof (`ecdsa-sd-2023`) that shows what the pointers name, and what is always shown. Needs no key: a
 * holder can do the same. INVALID_INPUT (`pointers`) for too many, or one that names nothing that can be shown.
 */
export async function disclose(
  base: string,
  pointers: readonly string[],
  contexts: ReadonlyMap<string, object>,
): Promise<string> {
  const document = JSON.parse(base) as JsonObject;
  if (pointers.length > MOST_POINTERS)
    throw invalidInput('pointers', `may name at most ${MOST_POINTERS} parts.`, { max: MOST_POINTERS });
  const unknown = pointers.filter(
    (pointer) => /^\/(proof|@context)(\/|$)/.test(pointer) || valueAt(document, pointer) === undefined,
  );
  if (unknown.length > 0)
    throw invalidInput(
      'pointers',
      'must be JSON pointers (RFC 6901) to parts of the document, such as /evidence/0.',
      { reason: 'UNKNOWN_POINTER', unknown: unknown.slice(0, 10) },
    );
  const derived = await derive(document, pointers, async (url) => {
    const context = contexts.get(url);
    if (!context) throw new Error(`${url} is not a context this service knows.`);
    return { contextUrl: null, documentUrl: url, document: context };
  });
  return JSON.stringify(derived);
}
