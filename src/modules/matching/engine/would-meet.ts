import { coverOf } from './cover.ts';
import type { Requirement } from './model.ts';
import type { EvidenceKind, MatchPolicy } from './policy.ts';

/** Whether a credential earned today, that certifies this skill at this level, would meet the requirement. */
export function wouldMeet(
  requirement: Requirement,
  offer: { readonly skill: string; readonly level: number | null; readonly kind: EvidenceKind },
  policy: MatchPolicy,
): boolean {
  const relation = offer.skill === requirement.skill ? 'SAME' : 'EXACT';
  if (relation === 'EXACT' && !requirement.exact.includes(offer.skill)) return false;
  const claim = {
    ...offer,
    credentialId: '',
    badgeName: '',
    issuerTrust: 'KNOWN',
    supervision: 0,
    gradingReliability: 'UNKNOWN',
    awardedAt: 0,
    validFrom: 0,
    validUntil: null,
    status: 'ACTIVE',
  } as const;
  return coverOf(claim, relation, requirement, policy, 0)?.meets ?? false;
}
