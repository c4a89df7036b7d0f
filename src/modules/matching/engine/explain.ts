import type { RequirementMatch } from './model.ts';

/** Who reads the explanation: an employer sees what is proven in bands, a learner sees their own levels. */
export type Reader = 'EMPLOYER' | 'LEARNER';

export const LEVEL_BANDS = ['AWARENESS', 'WORKING', 'PRACTITIONER', 'EXPERT'] as const;
export type LevelBand = (typeof LEVEL_BANDS)[number];

/** The band of an EQF step: 1–2 awareness, 3–4 working, 5–6 practitioner, 7–8 expert. */
export const bandOf = (level: number): LevelBand =>
  LEVEL_BANDS[Math.min(3, Math.max(0, Math.ceil(level / 2) - 1))] ?? 'AWARENESS';

/** One line in plain words: why the requirement counts as it does. */
export function reasonFor(answer: RequirementMatch, skillLabel: string, reader: Reader): string {
  const { claim, requirement, status } = answer;
  const asked = `level ${requirement.level}`;
  if (!claim) return `No credential proves ${skillLabel}; ${asked} is asked.`;
  if (claim.badgeName === null) return withoutBadge(answer, skillLabel, reader);
  const proof = `“${claim.badgeName}”`;
  const through = answer.relation === 'EXACT' ? ', through a reviewed exact mapping' : '';
  const age = ageInWords(answer.ageMonths ?? 0);
  if (status === 'MET')
    return `${proof} (${age} old) proves ${skillLabel} at ${haveInWords(answer, reader)}${through}; ${asked} is asked.`;
  if (status === 'PARTIAL')
    return `${partial(answer, proof, skillLabel, reader)}${through}; ${asked} is asked.`;
  return discountInWords(answer, proof, skillLabel, asked);
}

/** The same for somebody who may not learn which badge it was or when it was earned. */
function withoutBadge(answer: RequirementMatch, skillLabel: string, reader: Reader): string {
  const asked = `level ${answer.requirement.level} is asked`;
  if (answer.status === 'MET')
    return `A credential proves ${skillLabel} at ${haveInWords(answer, reader)}; ${asked}.`;
  if (answer.status === 'PARTIAL') return `A credential proves ${skillLabel} in part; ${asked}.`;
  return `A credential touches ${skillLabel} but does not count now; ${asked}.`;
}

function partial(answer: RequirementMatch, proof: string, skillLabel: string, reader: Reader): string {
  if (answer.levelHave === null) return `${proof} proves ${skillLabel} without saying at which level`;
  if (answer.levelHave >= answer.requirement.level)
    return `${proof} proves ${skillLabel} at the level asked but is ${ageInWords(answer.ageMonths ?? 0)} old, so it counts in part`;
  return `${proof} proves ${skillLabel} at ${haveInWords(answer, reader)} only`;
}

function discountInWords(answer: RequirementMatch, proof: string, skillLabel: string, asked: string): string {
  const { requirement } = answer;
  switch (answer.discounted) {
    case 'EXPIRED':
      return `${proof} proved ${skillLabel} but has expired; ${asked} is asked.`;
    case 'TOO_OLD':
      return `${proof} is ${ageInWords(answer.ageMonths ?? 0)} old; the role takes evidence up to ${ageInWords(requirement.maxAgeMonths ?? 0)} old.`;
    case 'NOT_ASSESSED':
      return `${proof} touches ${skillLabel} but is not the kind of evidence asked for (${requirement.evidence.toLowerCase()}).`;
    case 'NOT_YET_VALID':
      return `${proof} is not valid yet; ${asked} of ${skillLabel} is asked.`;
    case 'UNCHECKED':
      return `The status of ${proof} could not be checked; ${asked} of ${skillLabel} is asked.`;
    case null:
      return `${proof} is too old to count for ${skillLabel}; ${asked} is asked.`;
  }
}

function haveInWords(answer: RequirementMatch, reader: Reader): string {
  const have = answer.levelHave ?? 0;
  if (reader === 'LEARNER') return `level ${have}`;
  return have >= answer.requirement.level
    ? 'the level asked or above'
    : `${bandOf(have).toLowerCase()} level`;
}

const ageInWords = (months: number): string => (months === 1 ? '1 month' : `${months} months`);
