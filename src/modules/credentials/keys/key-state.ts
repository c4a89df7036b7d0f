import { conflict, type DomainError } from '../../../platform/errors.ts';

/** What may be done with a signing key. */
export type KeyState = 'ACTIVE' | 'FROZEN' | 'RETIRED' | 'COMPROMISED';

/** The instants that a key's state follows from. */
interface Instants {
  readonly retiredAt: Date | null;
  readonly frozenAt: Date | null;
  readonly compromisedAt: Date | null;
}

/**
 * `COMPROMISED`: nobody is to trust it any more, it stands in no DID document. `RETIRED`: what it signed stays valid, nothing new is
 * signed with it. `FROZEN`: it is the one to sign with, but must not just now.
 */
export function stateOf({ retiredAt, frozenAt, compromisedAt }: Instants): KeyState {
  if (compromisedAt !== null) return 'COMPROMISED';
  if (retiredAt !== null) return 'RETIRED';
  return frozenAt === null ? 'ACTIVE' : 'FROZEN';
}

/** The key to sign with among an issuer's, the newest first: the first in use, frozen or not; undefined when none is. */
export const inUse = <K extends Instants & { readonly type: string }>(
  keys: readonly K[],
  type: string,
): K | undefined =>
  keys.find((key) => key.type === type && key.retiredAt === null && key.compromisedAt === null);

/** What whoever wants something signed is told while the key is frozen. */
export const keyFrozen = (method: string): DomainError =>
  conflict(
    `The key ${method} is frozen: nothing is signed with it until it is released or replaced. Ask an administrator of the issuer.`,
    { reason: 'KEY_FROZEN', key: method },
  );
