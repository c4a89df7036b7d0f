import type {
  AssessmentRecord,
  OutcomeRecord,
  RubricRecord,
  UnitRecord,
  VersionRecord,
} from '../catalog.records.ts';
import type { Prerequisite } from '../units/prerequisites.ts';
import type { SkillName } from './document.ts';
import {
  assessmentShape,
  badgeShape,
  outcomeShape,
  type PackageAssessment,
  type PackageBadge,
  type PackageOutcome,
  type PackagePrerequisite,
  type PackageRubric,
  type PackageUnit,
  type Part,
  unitShape,
} from './package.ts';

/** By which URI a thing with an id here is known. */
export type UriOf = (part: Part, id: string) => string;

/* Records of the graph as a package says them. */

/** What a record says that a package has a place for; what else it says belongs to this instance. */
const says = {
  badge: badgeShape.omit({ uri: true, outcomes: true, assessments: true, parts: true }).strip(),
  outcome: outcomeShape.omit({ uri: true, translations: true, alignments: true }).strip(),
  assessment: assessmentShape.omit({ uri: true, outcomes: true, rubric: true }).strip(),
  unit: unitShape
    .omit({
      uri: true,
      outcomes: true,
      assessments: true,
      translations: true,
      sessions: true,
      targetOccupations: true,
      prerequisites: true,
    })
    .strip(),
};

export const badgeOf = (
  version: VersionRecord,
  links: Pick<PackageBadge, 'uri' | 'outcomes' | 'assessments' | 'parts'>,
): PackageBadge => ({ ...says.badge.parse(version), ...links });

export const outcomeOf = (
  outcome: OutcomeRecord,
  links: Pick<PackageOutcome, 'uri' | 'translations'>,
): PackageOutcome => ({
  ...says.outcome.parse(outcome),
  ...links,
  alignments: outcome.alignments
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
  assessment: AssessmentRecord,
  links: Pick<PackageAssessment, 'uri' | 'outcomes' | 'rubric'>,
): PackageAssessment => {
  const { identityCheck, assessors, doubleMarkPercent } = assessment;
  return {
    ...says.assessment.parse(assessment),
    ...links,
    identityCheck: identityCheck === 'NONE' ? null : identityCheck,
    assessors: assessors === 1 ? null : assessors,
    doubleMarkPercent: doubleMarkPercent === 0 ? null : doubleMarkPercent,
  };
};

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
  unit: UnitRecord,
  links: Pick<
    PackageUnit,
    'uri' | 'outcomes' | 'assessments' | 'translations' | 'sessions' | 'targetOccupations' | 'prerequisites'
  >,
): PackageUnit => ({ ...says.unit.parse(unit), ...links });

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
