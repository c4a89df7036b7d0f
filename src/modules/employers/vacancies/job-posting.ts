import type { ProfileRecord, RequirementRecord } from '../role-profile.records.ts';
import type { VacancyRecord } from './vacancy.records.ts';

/** A schema.org JobPosting as JSON-LD. */
export type JobPosting = Readonly<Record<string, unknown>>;

export interface PostedRequirement extends RequirementRecord {
  readonly label: string;
  /** Name of the taxonomy the skill is from; null when that is not known. */
  readonly framework: string | null;
}

export interface Posted {
  readonly vacancy: VacancyRecord;
  readonly profile: ProfileRecord;
  readonly employer: { readonly id: string; readonly name: string; readonly url: string | null };
  readonly requirements: readonly PostedRequirement[];
  readonly occupation: {
    readonly uri: string;
    readonly code: string | null;
    readonly label: string;
    readonly framework: string | null;
  } | null;
}

/** Writes a vacancy as schema.org JobPosting. What schema.org has no property for (level, necessity, evidence) stands in words with each skill. */
export function jobPosting({ vacancy, profile, employer, requirements, occupation }: Posted): JobPosting {
  return withoutNulls({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: profile.title,
    description: profile.description ?? profile.title,
    identifier: { '@type': 'PropertyValue', name: employer.name, value: vacancy.id },
    datePosted: vacancy.opensAt.toISOString(),
    validThrough: vacancy.closesAt?.toISOString() ?? null,
    totalJobOpenings: vacancy.openings,
    url: vacancy.contactUrl,
    hiringOrganization: withoutNulls({ '@type': 'Organization', name: employer.name, sameAs: employer.url }),
    jobLocation: vacancy.region === null ? null : placeOf(vacancy.region),
    occupationalCategory:
      occupation &&
      withoutNulls({
        '@type': 'CategoryCode',
        codeValue: occupation.code,
        name: occupation.label,
        url: occupation.uri,
        inCodeSet: occupation.framework,
      }),
    skills: requirements.map((requirement) =>
      withoutNulls({
        '@type': 'DefinedTerm',
        name: requirement.label,
        url: requirement.skillUri,
        inDefinedTermSet: requirement.framework,
        description: wordsOf(requirement),
      }),
    ),
  });
}

function placeOf(region: string) {
  const [addressCountry, addressRegion = null] = region.split('-');
  return {
    '@type': 'Place',
    address: withoutNulls({ '@type': 'PostalAddress', addressCountry, addressRegion }),
  };
}

const evidenceWords = {
  ANY: '',
  VERIFIED: ' Shown by a credential that verifies.',
  ASSESSED: ' Shown by a credential that rests on an assessment.',
} as const;

const wordsOf = ({ necessity, level, evidence }: PostedRequirement): string =>
  `${necessity === 'MUST' ? 'Must have' : 'Nice to have'}${level === null ? '' : `, EQF level ${level}`}.${evidenceWords[evidence]}`;

const withoutNulls = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null));
