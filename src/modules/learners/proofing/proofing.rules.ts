import { z } from 'zod';
import { text } from '../../../platform/input.ts';
import { IDENTITY_LEVELS, type IdentityLevel } from '../../catalog/badges/badge-version.fields.ts';

/** How it can be made sure who somebody is. */
export const PROOFING_METHODS = ['ACCOUNT', 'DOCUMENT', 'EID', 'VIDEO', 'IN_PERSON'] as const;
export type ProofingMethod = (typeof PROOFING_METHODS)[number];

export const proofingRules = z.object({
  method: z.enum(PROOFING_METHODS),
  level: z.enum(IDENTITY_LEVELS),
  verifier: text(200),
  provedAt: z.date(),
});
export type ProofingInput = z.input<typeof proofingRules>;

/** The highest level among proofings that were not withdrawn; null without any. */
export function highestLevel(
  proofings: readonly { readonly level: IdentityLevel; readonly withdrawnAt: Date | null }[],
): IdentityLevel | null {
  const places = proofings
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ level }) => IDENTITY_LEVELS.indexOf(level));
  return IDENTITY_LEVELS[Math.max(-1, ...places)] ?? null;
}

/** True when somebody is known as surely as a badge asks for; a badge that asks for nothing takes everybody. */
export const reachesLevel = (known: IdentityLevel | null, asked: IdentityLevel | null): boolean =>
  asked === null || (known !== null && IDENTITY_LEVELS.indexOf(known) >= IDENTITY_LEVELS.indexOf(asked));
