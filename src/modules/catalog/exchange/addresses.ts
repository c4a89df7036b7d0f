import { PARTS, type Part } from './package.ts';

/** By what URI a thing of the catalogue is known to others: where it came from, or a name under our own address (no page stands there). */
export interface Addresses {
  of(part: Part, id: string, sourceUri?: string | null): string;
  /** The thing that one of our own names is for; null for every other URI. */
  named(uri: string): { readonly part: Part; readonly id: string } | null;
}

export function addressesUnder(publicUrl: string): Addresses {
  const prefix = `${publicUrl}/catalogue/`;
  return {
    of: (part, id, sourceUri) => sourceUri ?? `${prefix}${part}/${encodeURIComponent(id)}`,
    named(uri) {
      if (!uri.startsWith(prefix)) return null;
      const [word, id = '', more] = uri.slice(prefix.length).split('/');
      const part = PARTS.find((each) => each === word);
      return part && more === undefined && /^[A-Za-z0-9._~%-]+$/.test(id)
        ? { part, id: decodeURIComponent(id) }
        : null;
    },
  };
}
