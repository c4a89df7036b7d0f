import type { AssessmentChange } from '../assessments/assessment.rules.ts';
import type { VersionInput } from '../badges/badge-version.rules.ts';
import type { OutcomeUpdate } from '../outcomes/outcome.rules.ts';
import type { PrerequisiteInput } from '../units/prerequisites.rules.ts';
import type { UnitInput } from '../units/unit.rules.ts';
import type {
  PackageAssessment,
  PackageBadge,
  PackageOutcome,
  PackagePrerequisite,
  PackageUnit,
  Part,
} from './package.ts';
import type { Beside } from './stored.ts';

/** The id here of a thing that a package names by its URI; it must be known. */
export type IdOf = (part: Part, uri: string) => string;

/* What an author would have to send to say the same as a thing of a package. */

export const badgeInput = (
  { uri: _, outcomes, assessments, parts, ...says }: PackageBadge,
  idOf: IdOf,
): VersionInput => ({
  ...says,
  outcomeIds: outcomes.map((uri) => idOf('outcomes', uri)).sort(),
  assessmentIds: assessments.map((uri) => idOf('assessments', uri)).sort(),
  stacks: parts.map((uri) => idOf('badges', uri)).sort(),
});

export const outcomeInput = ({ uri: _, alignments, ...says }: PackageOutcome): OutcomeUpdate => ({
  ...says,
  alignments: alignments.map((claim) => ({
    ...claim,
    level: claim.level ?? Number.NaN,
    source: 'IMPORTED' as const,
  })),
});

export const assessmentInput = (
  { uri: _, outcomes, kind, rubric, ...says }: PackageAssessment,
  idOf: IdOf,
  learningUnitIds: readonly string[] = [],
): AssessmentChange => ({
  ...says,
  kind: kind ?? ('' as never),
  rubric: rubric && { ...rubric, title: rubric.title ?? says.title },
  outcomeIds: outcomes.map((uri) => idOf('outcomes', uri)).sort(),
  learningUnitIds: [...learningUnitIds],
});

export function unitInput(unit: PackageUnit, idOf: IdOf, beside?: Beside): UnitInput {
  const {
    uri: _,
    outcomes,
    assessments,
    prerequisites,
    targetOccupations,
    sessions,
    mode,
    effortMinutes,
    ...rest
  } = unit;
  const { accessModes, accessibilityFeatures, accessibilityHazards, accessibilityControls, ...more } = rest;
  const { accessibilitySummary, ...says } = more;
  return {
    ...says,
    mode: mode ?? ('' as never),
    effortMinutes: effortMinutes ?? Number.NaN,
    accessibility: {
      accessModes: accessModes as never,
      features: accessibilityFeatures as never,
      hazards: accessibilityHazards as never,
      controls: accessibilityControls as never,
      summary: accessibilitySummary,
    },
    sessions: sessions.map(({ startsAt, endsAt, ...session }) => ({
      ...session,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    })),
    outcomeIds: outcomes.map((uri) => idOf('outcomes', uri)).sort(),
    assessmentIds: assessments.map((uri) => idOf('assessments', uri)).sort(),
    prerequisites: prerequisites && ruleInput(prerequisites, idOf),
    targetOccupationUris: [...targetOccupations].sort(),
    equivalents: (beside?.equivalents ?? []).map((each) => ({ ...each })),
    targetRoleProfileIds: [...(beside?.roleProfileIds ?? [])],
  };
}

function ruleInput(rule: PackagePrerequisite, idOf: IdOf): PrerequisiteInput {
  const parts = 'of' in rule ? rule.of.map((part) => ruleInput(part, idOf)) : [];
  switch (rule.op) {
    case 'all':
      return { all: parts };
    case 'any':
      return { any: parts };
    case 'some':
      return { some: { n: rule.n, of: parts } };
    case 'skill':
      return { skill: { uri: rule.uri, level: rule.level } };
    case 'badge':
      return { badgeId: idOf('badges', rule.uri) };
    case 'outcome':
      return { outcomeId: idOf('outcomes', rule.uri) };
  }
}
