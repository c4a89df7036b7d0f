import type { IKey } from '@veramo/core-types';
import { keyFrozen } from '../keys/key-state.ts';

/** The newest key of a type that an issuer signs with; undefined when there is none. Throws CONFLICT (`KEY_FROZEN`) while it is frozen. */
export function signerKey(did: string, keys: readonly IKey[], type: string): IKey | undefined {
  const key = keys.find((each) => each.type === type && isInUse(each.meta?.['state']));
  if (key?.meta?.['state'] === 'FROZEN') throw keyFrozen(`${did}#${key.meta['fragment']}`);
  return key;
}

const isInUse = (state: unknown): boolean => state === 'ACTIVE' || state === 'FROZEN';
