import fc from 'fast-check';
import type { ProfileFacts, RequirementFacts } from '../../../src/modules/employers/lint/facts.ts';
import { EVIDENCE_POLICIES, NECESSITIES } from '../../../src/modules/employers/role-profile.records.ts';

export const ICT = 'http://data.europa.eu/esco/isced-f/06';

export const goodRequirement: RequirementFacts = {
  skillUri: 'https://skills.example/analyse',
  label: 'analyse data',
  weight: 3,
  level: 4,
  necessity: 'MUST',
  evidence: 'ASSESSED',
  maxAgeMonths: 48,
  current: true,
  replacedBy: [],
  groups: [ICT],
  badges: 4,
};

/** A role profile that no rule finds anything wrong with. */
export const goodProfile: ProfileFacts = {
  id: 'profile-1',
  title: 'Data analyst',
  description: 'You answer questions of the policy teams.',
  occupationUri: 'https://occupations.example/analyst',
  requirements: [goodRequirement],
};

export const profile = (changes: Partial<ProfileFacts>): ProfileFacts => ({ ...goodProfile, ...changes });
export const requiring = (...changes: Partial<RequirementFacts>[]): ProfileFacts =>
  profile({ requirements: changes.map((change) => ({ ...goodRequirement, ...change })) });

const words = fc.oneof(
  fc.string(),
  fc.constantFrom('', ' ', 'staff', 'Data ninja', 'native speaker', 'under 35', 'salesman', '__proto__', '🛰️'),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });

const requirement: fc.Arbitrary<RequirementFacts> = fc.record({
  skillUri: fc.webUrl(),
  label: maybe(words),
  weight: fc.integer({ min: 1, max: 3 }),
  level: maybe(fc.integer({ min: 1, max: 8 })),
  necessity: fc.constantFrom(...NECESSITIES),
  evidence: fc.constantFrom(...EVIDENCE_POLICIES),
  maxAgeMonths: maybe(fc.integer({ min: 1, max: 90 })),
  current: fc.boolean(),
  replacedBy: fc.array(fc.record({ uri: fc.webUrl(), label: maybe(words) }), { maxLength: 2 }),
  groups: fc.array(fc.constantFrom(ICT, 'constructor'), { maxLength: 2 }),
  badges: fc.nat(3),
});

/** Any facts at all, sensible or not. */
export const anyProfile: fc.Arbitrary<ProfileFacts> = fc.record({
  id: fc.uuid(),
  title: words,
  description: maybe(words),
  occupationUri: maybe(fc.webUrl()),
  requirements: fc.oneof(
    fc.array(requirement, { maxLength: 4 }),
    fc.array(requirement, { minLength: 18, maxLength: 26 }),
  ),
});
