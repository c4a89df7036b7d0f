import { z } from 'zod';
import { conflict } from '../../../platform/errors.ts';
import { distinct, text } from '../../../platform/input.ts';
import { ROLES, SCOPES } from '../viewer.ts';

/** A key lives a year when nobody says otherwise, and two at most. */
export const KEY_LIFE_DAYS = { default: 365, max: 730 };
/** The key that was replaced works for another week when nobody says otherwise, and for 90 days at most. */
export const OVERLAP_DAYS = { default: 7, max: 90 };

export const apiKeyRules = z.object({
  name: text(100),
  role: z.enum(ROLES),
  scopes: distinct(z.enum(SCOPES), SCOPES.length)
    .nullish()
    .transform((scopes) => scopes ?? []),
  expiresAt: z.date().nullish(),
});

export type KeyState = 'LIVE' | 'EXPIRED' | 'REVOKED';

export interface KeyLife {
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Whether a key is taken at an instant. */
export function stateOf({ expiresAt, revokedAt }: KeyLife, now: Date): KeyState {
  if (revokedAt) return 'REVOKED';
  return expiresAt && expiresAt <= now ? 'EXPIRED' : 'LIVE';
}

/**
 * A key can be replaced while it is live and neither the key it came from nor one that came from it is: two are live at a time, never three.
 * CONFLICT otherwise.
 */
export function checkRotation(key: KeyLife, neighbours: readonly KeyLife[], now: Date): void {
  if (stateOf(key, now) !== 'LIVE')
    throw conflict('This key is expired or revoked. Create a new one instead.', { reason: 'KEY_NOT_LIVE' });
  if (neighbours.some((other) => stateOf(other, now) === 'LIVE'))
    throw conflict(
      'This key and the one it replaces, or that replaces it, are both live. Revoke one of them, or wait until it expires.',
      { reason: 'TWO_KEYS_LIVE' },
    );
}
