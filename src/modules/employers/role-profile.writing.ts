import { conflict, notFound } from '../../platform/errors.ts';
import type { Repository } from '../../platform/graph/repository.ts';
import type { employerStatements } from './employers.repository.ts';
import type { ProfileState } from './role-profile.records.ts';
import type { CheckedProfile } from './role-profile.rules.ts';

export type Store = Repository<typeof employerStatements>;

/** Throws NOT_FOUND, naming the place, for a skill or an occupation that no imported taxonomy has. */
export async function requireKnown(store: Store, profile: CheckedProfile): Promise<void> {
  const skills = profile.requirements.map(({ skillUri }) => skillUri);
  const uris = [...skills, ...(profile.occupationUri ? [profile.occupationUri] : [])];
  if (uris.length === 0) return;
  const known = new Map((await store.knownConcepts({ uris })).map((concept) => [concept.uri, concept]));
  const at = skills.findIndex((uri) => !known.get(uri)?.skill);
  if (at >= 0) throw notFound('skill', skills[at] ?? '', `input.requirements[${at}].skillUri`);
  if (profile.occupationUri && !known.get(profile.occupationUri)?.occupation)
    throw notFound('occupation', profile.occupationUri, 'input.occupationUri');
}

/** What a version says, as it is stored. */
export const contentOf = (id: string, profile: CheckedProfile) => ({
  id,
  title: profile.title,
  description: profile.description,
  region: profile.region ?? null,
  occupationUri: profile.occupationUri ?? null,
  requirements: profile.requirements.map((requirement) => ({
    ...requirement,
    maxAgeMonths: requirement.maxAgeMonths ?? null,
  })),
});

interface Held {
  readonly state: ProfileState;
  readonly version: number;
}

export const isPublished = ({ state, version }: Held, instead: string) =>
  conflict(
    `Version ${version} of this role profile is ${state.toLowerCase()} and never changes. ${instead}`,
    { reason: 'NOT_A_DRAFT', state },
  );

export const isNotInUse = ({ state, version }: Held) =>
  conflict(
    `Version ${version} of this role profile is ${state === 'DRAFT' ? 'a draft' : state.toLowerCase()}; only a published one can be withdrawn.`,
    { reason: 'NOT_PUBLISHED', state },
  );

export const hasVacancies = (vacancies: number) =>
  conflict(
    `${vacancies} open ${vacancies === 1 ? 'vacancy refers' : 'vacancies refer'} to this version. End them with endVacancy first.`,
    { reason: 'IN_USE', vacancies },
  );
