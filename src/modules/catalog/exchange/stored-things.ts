import type {
  AssessmentRecord,
  OutcomeRecord,
  RubricRecord,
  UnitRecord,
  VersionRecord,
} from '../catalog.records.ts';
import type { Prerequisite } from '../units/prerequisites.ts';
import type { SkillName } from './document.ts';
import type {
  PackageAssessment,
  PackageBadge,
  PackageOutcome,
  PackagePrerequisite,
  PackageRubric,
  PackageUnit,
  Part,
} from './package.ts';

/** By which URI a thing with an id here is known. */
export type UriOf = (part: Part, id: string) => string;

/* Records of the graph as a package says them. */

export const badgeOf = (
  {
    id: _,
    badgeId: __,
    number: ___,
    state,
    publishedAt,
    withdrawnAt,
    withdrawnReason,
    changeReason,
    ...says
  }: VersionRecord,
  links: Pick<PackageBadge, 'uri' | 'outcomes' | 'assessments' | 'parts'>,
): PackageBadge => ({ ...says, ...links });

export const outcomeOf = (
  { id: _, ownerId: __, alignments, ...says }: OutcomeRecord,
  links: Pick<PackageOutcome, 'uri' | 'translations'>,
): PackageOutcome => ({
  ...says,
  ...links,
  alignments: alignments
    .map(({ skillUri, level, relation, confidence, reason }) => ({
      skillUri,
      level,
      relation,
      confidence,
      reason,
    }))
    .sort((a, b) => (a.skillUri < b.skillUri ? -1 : 1)),
});

/** What applies when nothing is stated is not stated. */
export const assessmentOf = (
  { id: _, ownerId: __, followsId, identityCheck, assessors, doubleMarkPercent, ...says }: AssessmentRecord,
  links: Pick<PackageAssessment, 'uri' | 'outcomes' | 'rubric'>,
): PackageAssessment => ({
  ...says,
  ...links,
  identityCheck: identityCheck === 'NONE' ? null : identityCheck,
  assessors: assessors === 1 ? null : assessors,
  doubleMarkPercent: doubleMarkPercent === 0 ? null : doubleMarkPercent,
});

export const rubricOf = (rubric: RubricRecord | undefined): PackageRubric | null =>
  rubric === undefined
    ? null
    : {
        title: rubric.title,
        criteria: rubric.criteria.map(({ title, levels }) => ({
          title,
          levels: levels.map(({ title: name, points, descriptor, passing }) => ({
            title: name,
            points,
            descriptor,
            passing,
          })),
        })),
      };

export const unitOf = (
  { id: _, providerId: __, prerequisites: ___, ...says }: UnitRecord,
  links: Pick<
    PackageUnit,
    'uri' | 'outcomes' | 'assessments' | 'translations' | 'sessions' | 'targetOccupations' | 'prerequisites'
  >,
): PackageUnit => ({ ...says, ...links });

export function ruleOf(rule: Prerequisite, uriOf: UriOf): PackagePrerequisite {
  if ('of' in rule) return { ...rule, of: rule.of.map((part) => ruleOf(part, uriOf)) };
  if (rule.op === 'skill') return { op: 'skill', uri: rule.skillUri, level: rule.level };
  return rule.op === 'badge'
    ? { op: 'badge', uri: uriOf('badges', rule.badgeId) }
    : { op: 'outcome', uri: uriOf('outcomes', rule.outcomeId) };
}

export function skillNames(outcomes: readonly OutcomeRecord[]): Map<string, SkillName> {
  const skills = outcomes.flatMap(({ alignments }) => alignments.map(({ skill }) => skill));
  return new Map(
    skills.map((skill) => [
      skill.uri,
      { label: skill.labels[0]?.[1] ?? skill.uri, code: skill.code, framework: skill.framework },
    ]),
  );
}
