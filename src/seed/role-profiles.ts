import { seedFile } from './seed-files.ts';
import { ddatUri, escoUri } from './taxonomy.ts';

export interface Requirement {
  readonly skillUri: string;
  readonly level: number;
  readonly necessity: 'MUST' | 'NICE';
  readonly weight: number;
  readonly evidence: 'ANY' | 'VERIFIED' | 'ASSESSED';
  readonly maxAgeMonths: number | null;
}

export interface RoleProfile {
  readonly id: string;
  readonly employer: string;
  readonly title: string;
  readonly region: string;
  readonly occupationUri: string;
  readonly requirements: readonly Requirement[];
}

/** Awareness, working, practitioner and expert as weights. */
const WEIGHTS: Readonly<Record<number, number>> = { 2: 1, 4: 2, 5: 3, 7: 4 };
const MOST_MUSTS = 5;
const PRACTITIONER = 5;
/** A badge that is worth less with the years, the employer takes only when it is younger than this. */
const FRESH_MONTHS = 60;

/** The role profiles of both employers: one asks by the capability framework, the other by ESCO. */
export function sampleRoleProfiles(): RoleProfile[] {
  return [...frameworkProfiles(), ...ownProfiles()];
}

/**
 * The framework says which skill a role level needs at which level, not how much it matters. The sample employer insists on
 * what it asks at practitioner level or for this role alone, on five things at most, and calls awareness nice to have.
 */
function frameworkProfiles(): RoleProfile[] {
  const { roles } = seedFile('ddat');
  const rolesAsking = new Map<string, number>();
  for (const role of roles)
    for (const skill of new Set(role.levels.flatMap(({ needs }) => Object.keys(needs))))
      rolesAsking.set(skill, (rolesAsking.get(skill) ?? 0) + 1);
  const ageing = new Set(
    seedFile('catalogue').flatMap(({ code, also, validMonths }) =>
      validMonths === undefined ? [] : [code, ...also],
    ),
  );
  return roles.flatMap(({ occupation, levels }) =>
    levels.map(({ code, title, needs }): RoleProfile => {
      const ranked = Object.entries(needs)
        .map(([skill, level]) => ({ skill, level, special: rolesAsking.get(skill) === 1 }))
        .sort(
          (a, b) =>
            b.level - a.level || Number(b.special) - Number(a.special) || (a.skill < b.skill ? -1 : 1),
        );
      const core = ranked.filter(({ level, special }) => level >= PRACTITIONER || (special && level > 2));
      const musts = new Set((core.length > 0 ? core : ranked.slice(0, 3)).slice(0, MOST_MUSTS));
      return {
        id: `profile-${code}`,
        employer: 'org-public-services',
        title,
        region: 'GB',
        occupationUri: escoUri(occupation),
        requirements: ranked.map((need) => ({
          skillUri: ddatUri(need.skill),
          level: need.level,
          necessity: musts.has(need) ? 'MUST' : 'NICE',
          weight: WEIGHTS[need.level] ?? 1,
          evidence: musts.has(need) ? 'VERIFIED' : 'ANY',
          maxAgeMonths: ageing.has(need.skill) ? FRESH_MONTHS : null,
        })),
      };
    }),
  );
}

const ownProfiles = (): RoleProfile[] =>
  seedFile('role-profiles').map(({ id, employer, title, region, occupation, needs }) => ({
    id,
    employer,
    title,
    region,
    occupationUri: occupation,
    requirements: needs.map(({ skill, level, necessity, weight, evidence }) => ({
      skillUri: skill,
      level,
      necessity,
      weight,
      evidence,
      maxAgeMonths: null,
    })),
  }));
