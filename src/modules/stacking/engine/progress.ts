import type { HeldCredential, Part, PartState, Progress } from './model.ts';

/**
 * All of these badges must be held by a credential that is valid at `now`: issued, neither revoked nor suspended nor expired.
 * Each badge counts once, however many credentials of it there are. A rule of no parts is satisfied by nobody.
 */
export function progressOf(
  partIds: readonly string[],
  credentials: readonly HeldCredential[],
  now: number,
): Progress {
  const parts = [...new Set(partIds)].map((badgeId) => partOf(badgeId, credentials, now));
  const held = parts.filter((part) => part.state === 'HELD').length;
  const boundaries = credentials
    .filter((c) => c.status === 'ACTIVE' && partIds.includes(c.badgeId))
    .flatMap((c) => [c.validFrom, ...(c.validUntil === null ? [] : [c.validUntil])])
    .filter((instant) => instant > now);
  return {
    parts,
    held,
    satisfied: parts.length > 0 && held === parts.length,
    progress: parts.length === 0 ? 0 : held / parts.length,
    nextChangeAt: boundaries.length > 0 ? Math.min(...boundaries) : null,
  };
}

/** Later than any instant, and still subtracts from itself to nothing. */
const FOREVER = Number.MAX_SAFE_INTEGER;

/** From best to worst: what is said of a part where several credentials speak of it. */
const STATES: readonly PartState[] = ['HELD', 'NOT_YET_VALID', 'SUSPENDED', 'EXPIRED', 'REVOKED'];

function partOf(badgeId: string, credentials: readonly HeldCredential[], now: number): Part {
  const [best] = credentials
    .filter((credential) => credential.badgeId === badgeId)
    .map((credential) => ({ credential, state: stateOf(credential, now) }))
    .sort(
      (a, b) =>
        STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
        (b.credential.validUntil ?? FOREVER) - (a.credential.validUntil ?? FOREVER) ||
        b.credential.awardedAt - a.credential.awardedAt ||
        (a.credential.credentialId < b.credential.credentialId ? -1 : 1),
    );
  return { badgeId, state: best?.state ?? 'MISSING', credential: best?.credential ?? null };
}

function stateOf(credential: HeldCredential, now: number): PartState {
  if (credential.status !== 'ACTIVE') return credential.status;
  if (credential.validUntil !== null && credential.validUntil <= now) return 'EXPIRED';
  return credential.validFrom > now ? 'NOT_YET_VALID' : 'HELD';
}
