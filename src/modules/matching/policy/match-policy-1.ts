import type { MatchPolicy } from '../engine/policy.ts';

/** Version 1 of the policy: data, never changed once published. 4 096 is one. */
export const matchPolicy1: MatchPolicy = {
  version: 'match-policy-1',
  points: 50_000,
  // 16, 12, 9, 7, 5, 4, 3, 2 sixteenths
  levelShortfall: [4096, 3072, 2304, 1792, 1280, 1024, 768, 512],
  levelUnknown: 2458,
  threshold: 3072,
  levelSlack: 0,
  nearMisses: 2,
  freshMonths: 36,
  decay: [
    4096, 4018, 3941, 3866, 3792, 3720, 3649, 3580, 3511, 3444, 3379, 3314, 3251, 3189, 3128, 3069, 3010,
    2953, 2896, 2841, 2787, 2734, 2682, 2630, 2580, 2531, 2483, 2435, 2389, 2343, 2299, 2255, 2212, 2170,
    2128, 2088,
  ],
  relation: {
    SAME: { credit: 4096, eligible: true },
    EXACT: { credit: 4096, eligible: true },
  },
  assurance: { SELF: 819, ENDORSED: 2048, WORK_RECORD: 2458, CREDENTIAL: 3277, ASSESSED_CREDENTIAL: 4096 },
  issuerTrust: { VOUCHED: 4096, KNOWN: 3686, UNKNOWN: 2867 },
  supervision: [3686, 3891, 4096],
  gradingReliability: { HIGH: 4096, TENTATIVE: 3891, UNKNOWN: 3686 },
};
