import type { ProfileRecord, RequirementRecord } from './role-profile.records.ts';

export const COMPARED_FIELDS = ['title', 'description', 'region', 'occupationUri'] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];
const TERMS = ['level', 'weight', 'necessity', 'evidence', 'maxAgeMonths'] as const;
export type RequirementTerm = (typeof TERMS)[number];
export type RequirementChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED';

export interface FieldChange {
  readonly field: ComparedField;
  readonly before: string | null;
  readonly after: string | null;
}

export interface RequirementChange {
  readonly kind: RequirementChangeKind;
  readonly skillUri: string;
  readonly before: RequirementRecord | null;
  readonly after: RequirementRecord | null;
  /** What differs; empty for one that came or went. */
  readonly terms: readonly RequirementTerm[];
}

/** What differs between two versions of a role profile. */
export interface ProfileDiff {
  readonly from: ProfileRecord;
  readonly to: ProfileRecord;
  readonly fields: readonly FieldChange[];
  readonly requirements: readonly RequirementChange[];
}

/** Compares two versions. What is the same in both is left out; changes of requirements come in the order of their skills' URIs. */
export function compareProfiles(
  from: { readonly profile: ProfileRecord; readonly requirements: readonly RequirementRecord[] },
  to: { readonly profile: ProfileRecord; readonly requirements: readonly RequirementRecord[] },
): ProfileDiff {
  const fields = COMPARED_FIELDS.map((field) => ({
    field,
    before: from.profile[field],
    after: to.profile[field],
  })).filter(({ before, after }) => before !== after);
  const [before, after] = [from, to].map(
    ({ requirements }) => new Map(requirements.map((requirement) => [requirement.skillUri, requirement])),
  ) as [Map<string, RequirementRecord>, Map<string, RequirementRecord>];
  const skills = [...new Set([...before.keys(), ...after.keys()])].sort();
  const requirements = skills
    .map((skillUri) => changeOf(skillUri, before.get(skillUri) ?? null, after.get(skillUri) ?? null))
    .filter((change) => change.kind !== 'CHANGED' || change.terms.length > 0);
  return { from: from.profile, to: to.profile, fields, requirements };
}

function changeOf(
  skillUri: string,
  before: RequirementRecord | null,
  after: RequirementRecord | null,
): RequirementChange {
  if (before === null || after === null)
    return { kind: before === null ? 'ADDED' : 'REMOVED', skillUri, before, after, terms: [] };
  return {
    kind: 'CHANGED',
    skillUri,
    before,
    after,
    terms: TERMS.filter((term) => before[term] !== after[term]),
  };
}
