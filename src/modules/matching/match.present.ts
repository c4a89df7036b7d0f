import { bandOf, type Reader, reasonFor } from './engine/explain.ts';
import type { RequirementMatch } from './engine/model.ts';
import { ONE } from './engine/policy.ts';
import type { CandidateMatchType, RoleMatchType } from './match.type.ts';
import type { Candidate, ScoredRole } from './matching.service.ts';
import type { RequirementGapType, RequirementMatchType } from './requirement-match.type.ts';

/** A candidate as an employer may see one: bands for levels, months for dates, pseudonyms for ids. */
export function presentCandidate(candidate: Candidate): CandidateMatchType {
  return {
    ...presentNumbers(candidate),
    pseudonym: candidate.pseudonym,
    requirements: candidate.match.requirements.map((answer) => {
      const shown = presentAnswer(answer, candidate, 'EMPLOYER');
      const { credential } = shown;
      return {
        ...shown,
        levelHave: null,
        credential: credential && {
          ...credential,
          id: candidate.pseudonyms.credential(credential.id),
          awardedAt: monthOf(credential.awardedAt),
          validUntil: credential.validUntil && monthOf(credential.validUntil),
        },
      };
    }),
  };
}

/** A role as the learner sees it. */
export function presentRole(scored: ScoredRole): RoleMatchType {
  return {
    ...presentNumbers(scored),
    roleProfileId: scored.role.id,
    title: scored.role.title,
    requirements: scored.match.requirements.map((answer) => presentAnswer(answer, scored, 'LEARNER')),
    gap: presentGap(scored),
  };
}

/** What is not met yet. */
export const presentGap = (scored: ScoredRole): RequirementGapType[] =>
  scored.match.requirements
    .filter(({ status }) => status !== 'MET')
    .map((answer) => {
      const { skillUri, skillLabel, necessity, status, levelNeed, levelHave, reason } = presentAnswer(
        answer,
        scored,
        'LEARNER',
      );
      return { skillUri, skillLabel, necessity, status, levelNeed, levelHave, reason };
    });

const presentNumbers = ({ match, basis }: ScoredRole) => ({
  eligibility: match.eligibility,
  fit: match.points / match.requirements.reduce((sum, r) => sum + r.weightPoints, 0),
  fitPoints: match.points,
  confidence: match.confidence / ONE,
  mustsShort: match.mustsShort,
  policyVersion: basis.policyVersion,
  evaluatedAt: basis.evaluatedAt,
  taxonomyVersions: [...basis.taxonomyVersions],
});

function presentAnswer(
  answer: RequirementMatch,
  { role, match }: ScoredRole,
  reader: Reader,
): RequirementMatchType {
  const { claim, requirement } = answer;
  const label =
    role.requirements.find(({ skill }) => skill === requirement.skill)?.label ?? requirement.skill;
  return {
    skillUri: requirement.skill,
    skillLabel: label,
    necessity: requirement.necessity,
    status: answer.status,
    levelNeed: requirement.level,
    levelHave: answer.levelHave,
    bandHave: answer.levelHave === null ? null : bandOf(answer.levelHave),
    credential:
      claim && claim.badgeName !== null
        ? {
            id: claim.credentialId,
            badgeName: claim.badgeName,
            awardedAt: new Date(claim.awardedAt),
            validUntil: claim.validUntil === null ? null : new Date(claim.validUntil),
          }
        : null,
    relation: answer.relation,
    ageMonths: claim?.badgeName === null ? null : answer.ageMonths,
    contribution: answer.points / match.requirements.reduce((sum, r) => sum + r.weightPoints, 0),
    points: answer.points,
    weightPoints: answer.weightPoints,
    reason: reasonFor(answer, label, reader),
  };
}

const monthOf = (date: Date): Date => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
