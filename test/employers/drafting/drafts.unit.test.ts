import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  arranged,
  MOST_SUGGESTIONS,
  type Suggestion,
} from '../../../src/modules/employers/drafting/draft.ts';
import {
  type Need,
  type NeedOptions,
  suggestedBy,
} from '../../../src/modules/employers/drafting/from-needs.ts';
import { instantOf, regionOf } from '../../../src/modules/employers/drafting/job-posting-places.ts';
import { postingIn, readPosting } from '../../../src/modules/employers/drafting/job-posting-reading.ts';
import { eqfOfOnet, fourStep, weightOfImportance } from '../../../src/modules/employers/drafting/levels.ts';
import { readerOf } from '../../../src/modules/employers/drafting/wording.ts';
import type { RequirementRecord } from '../../../src/modules/employers/role-profile.records.ts';
import { profileRules } from '../../../src/modules/employers/role-profile.rules.ts';
import { jobPosting } from '../../../src/modules/employers/vacancies/job-posting.ts';

const RUNS = { numRuns: 300 };

describe('levels of other scales', () => {
  test('are EQF steps as published: O*NET one more, rounded; four steps 2, 4, 5 and 7', () => {
    expect([0, 0.49, 0.5, 3.5, 4.49, 6.16, 7].map(eqfOfOnet)).toEqual([1, 1, 2, 5, 5, 7, 8]);
    expect([1, 2, 3, 4, 5].map((step) => fourStep(step)?.eqf ?? null)).toEqual([2, 4, 5, 7, null]);
    expect([1, 3, 4.87, 5].map(weightOfImportance)).toEqual([1, 50, 97, 100]);
  });

  test('never fall where the source rises, and stay within bounds', () => {
    const rating = (max: number) => fc.double({ min: 0, max, noNaN: true });
    fc.assert(
      fc.property(rating(7), rating(7), rating(4), rating(4), (a, b, c, d) => {
        expect(eqfOfOnet(Math.max(a, b))).toBeGreaterThanOrEqual(eqfOfOnet(Math.min(a, b)));
        expect(weightOfImportance(1 + Math.max(c, d))).toBeGreaterThanOrEqual(
          weightOfImportance(1 + Math.min(c, d)),
        );
        expect([eqfOfOnet(a) >= 1, eqfOfOnet(a) <= 8]).toEqual([true, true]);
      }),
      RUNS,
    );
  });
});

const options: NeedOptions = {
  essentialAs: 'MUST',
  includeOptional: true,
  importanceFrom: 3,
  mustFromImportance: 4,
  mustFromLevel: 5,
  level: null,
};
const plain: Need = {
  skillUri: 's',
  label: 'S',
  relation: 'ESSENTIAL',
  importance: null,
  level: null,
  importanceSuppressed: null,
  levelSuppressed: null,
  notRelevant: null,
};
const by = (
  need: Partial<Need>,
  more: Partial<NeedOptions> = {},
  mappings: Parameters<typeof suggestedBy>[2] = null,
) => suggestedBy({ uri: 'o', label: 'Builder' }, [{ ...plain, ...need }], mappings, { ...options, ...more });

describe('what an occupation needs', () => {
  test('of ESCO: essential becomes what is chosen, optional is nice to have or left out, telling so', () => {
    expect(by({}).suggestions).toMatchObject([
      { necessity: 'MUST', level: null, source: 'OCCUPATION', sourceUri: 'o' },
    ]);
    expect(by({}, { essentialAs: 'NICE', level: 4 }).suggestions).toMatchObject([
      { necessity: 'NICE', level: 4 },
    ]);
    expect(by({ relation: 'OPTIONAL' }).suggestions).toMatchObject([{ necessity: 'NICE' }]);
    expect(by({ relation: 'OPTIONAL' }, { includeOptional: false })).toMatchObject({
      suggestions: [],
      unplaced: [{ path: 's', value: 'S' }],
    });
  });

  test('of O*NET: importance is weight, level is EQF step; what is of no relevance or little importance is left out', () => {
    const rated = { relation: 'RATED', importance: 4.12, level: 4.5 } as const;
    expect(by(rated).suggestions).toMatchObject([{ necessity: 'MUST', weight: 78, level: 6 }]);
    expect(by({ ...rated, importance: 3 }).suggestions).toMatchObject([{ necessity: 'NICE', weight: 50 }]);
    expect(by({ ...rated, levelSuppressed: true }).suggestions).toMatchObject([{ level: null }]);
    expect(by({ ...rated, importanceSuppressed: true }).suggestions).toMatchObject([
      { necessity: 'NICE', weight: 1 },
    ]);
    expect(by({ ...rated, importance: 2.9 }).suggestions).toEqual([]);
    expect(by({ ...rated, notRelevant: true }).unplaced).toMatchObject([
      { reason: expect.stringContaining('relevance') },
    ]);
  });

  test('of a role framework: the step is the level, practitioner and above are musts', () => {
    const at = (level: number | null) => by({ relation: 'LEVELLED', level }).suggestions[0];
    expect([1, 2, 3, 4].map((step) => [at(step)?.level, at(step)?.necessity])).toEqual([
      [2, 'NICE'],
      [4, 'NICE'],
      [5, 'MUST'],
      [7, 'MUST'],
    ]);
    expect(at(null)).toMatchObject({ level: null, necessity: 'NICE', source: 'ROLE_LEVEL' });
  });

  test('is carried over only by reviewed claims that mean the same or nearly', () => {
    const maps = (...claims: { uri: string; relation: 'EXACT' | 'CLOSE' | 'BROAD' | 'NARROW' }[]) =>
      by({}, {}, new Map([['s', claims]])).suggestions[0];
    expect(maps({ uri: 'close', relation: 'CLOSE' }, { uri: 'exact', relation: 'EXACT' })).toMatchObject({
      skillUri: 'exact',
    });
    expect(maps({ uri: 'close', relation: 'CLOSE' })).toMatchObject({ skillUri: 'close' });
    expect(maps({ uri: 'wide', relation: 'BROAD' })).toMatchObject({
      skillUri: 's',
      why: expect.stringContaining('only broad'),
    });
    expect(maps()).toMatchObject({ skillUri: 's' });
  });
});

const suggestion = fc.record<Suggestion>({
  skillUri: fc.integer({ min: 0, max: 150 }).map((i) => `s${i}`),
  necessity: fc.constantFrom('MUST', 'NICE'),
  weight: fc.integer({ min: 1, max: 100 }),
  level: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
  score: fc.option(fc.double({ min: 0.3, max: 1, noNaN: true }), { nil: null }),
  source: fc.constantFrom('TEXT', 'OCCUPATION'),
  sourceUri: fc.constant(null),
  why: fc.constant('Because.'),
  places: fc.constant([]),
});

describe('a draft', () => {
  test('has each skill once, musts first, no more than a profile may ask for, and can become one', () => {
    fc.assert(
      fc.property(fc.array(suggestion, { maxLength: 200 }), (all) => {
        const { suggestions, omitted } = arranged(all);
        const skills = new Set(all.map(({ skillUri }) => skillUri));
        expect(suggestions.length + omitted).toBe(skills.size);
        expect(suggestions.length).toBeLessThanOrEqual(MOST_SUGGESTIONS);
        expect(suggestions.map(({ necessity }) => necessity).sort()).toEqual(
          suggestions.map(({ necessity }) => necessity),
        );
        const requirements = suggestions.map(({ skillUri, weight, necessity, level }) => ({
          skillUri,
          weight,
          necessity,
          level: level ?? 4,
        }));
        expect(profileRules.safeParse({ title: 'X', requirements }).success).toBe(true);
      }),
      RUNS,
    );
  });

  test('is the same in whatever order things were found', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(suggestion, { selector: ({ skillUri }) => skillUri, maxLength: 30 }),
        (all) => {
          expect(arranged([...all].reverse())).toEqual(arranged(all));
        },
      ),
      RUNS,
    );
  });
});

const requirement = fc.record({
  skillUri: fc.integer({ min: 0, max: 999 }).map((i) => `https://skills.example/${i}`),
  weight: fc.integer({ min: 1, max: 9 }),
  level: fc.integer({ min: 1, max: 8 }),
  necessity: fc.constantFrom<RequirementRecord['necessity']>('MUST', 'NICE'),
  evidence: fc.constantFrom<RequirementRecord['evidence']>('ANY', 'VERIFIED', 'ASSESSED'),
  maxAgeMonths: fc.constant(null),
  label: fc.constantFrom('plan', 'build', 'keep books'),
  framework: fc.constant(null),
});
const day = fc.integer({ min: 1, max: 20_000 }).map((days) => new Date(days * 86_400_000));

describe('a schema.org JobPosting', () => {
  test('that a vacancy was written as reads back the same', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(requirement, { selector: ({ skillUri }) => skillUri, maxLength: 12 }),
        fc.constantFrom('DE', 'GB-SCT', 'US-CA', 'SE', null),
        day,
        fc.option(day, { nil: null }),
        fc.integer({ min: 1, max: 10_000 }),
        (requirements, region, opensAt, closesAt, openings) => {
          const written = jobPosting({
            vacancy: {
              id: 'v',
              employerId: 'e',
              profileId: 'p',
              region,
              opensAt,
              closesAt,
              openings,
              contactUrl: 'https://e.example/v',
              state: 'OPEN',
              endedAt: null,
            },
            profile: {
              id: 'p',
              employerId: 'e',
              title: 'Builder',
              description: 'Builds & plans.',
              version: 1,
              state: 'PUBLISHED',
              publishedAt: opensAt,
              changeReason: null,
              withdrawnAt: null,
              withdrawnReason: null,
              region,
              occupationUri: 'o',
              beforeId: null,
            },
            employer: { id: 'e', name: 'E', url: null },
            requirements,
            occupation: { uri: 'https://o.example/1', code: '1', label: 'builder', framework: 'F' },
          });
          const read = readPosting(postingIn(JSON.parse(JSON.stringify(written))) ?? {});
          expect(read).toMatchObject({
            title: 'Builder',
            description: 'Builds & plans.',
            occupations: ['https://o.example/1', '1', 'builder'],
            vacancy: { region, opensAt, closesAt, openings, contactUrl: 'https://e.example/v' },
          });
          expect(read.unplaced.map(({ path }) => path)).toEqual(['identifier', 'hiringOrganization']);
          const reader = readerOf('en');
          expect(
            read.skills.map(({ url, about }) => ({
              url,
              necessity: reader.necessity(about ?? '')?.value,
              level: reader.level(about ?? '')?.value,
            })),
          ).toEqual(
            requirements.map(({ skillUri, necessity, level }) => ({ url: skillUri, necessity, level })),
          );
        },
      ),
      RUNS,
    );
  });

  test('is found by its type, in a graph too, and nowhere else', () => {
    const posting = { '@type': ['Thing', 'schema:JobPosting'], title: 'X' };
    expect(postingIn(posting)).toBe(posting);
    expect(postingIn({ '@graph': ['x', null, { '@type': 'Person' }, posting] })).toBe(posting);
    expect(postingIn({ '@type': 'Person' })).toBeNull();
  });

  test('of any JSON is read without a fault, and everything in it is placed or told', () => {
    const known = [
      'title',
      'description',
      'skills',
      'qualifications',
      'experienceRequirements',
      'jobLocation',
      'validThrough',
      'datePosted',
      'occupationalCategory',
      'totalJobOpenings',
      'url',
      'baseSalary',
      'x',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...known), fc.jsonValue({ maxDepth: 3 })), (posting) => {
        const { unplaced, vacancy } = readPosting(posting);
        for (const property of ['baseSalary', 'x'])
          if (posting[property] !== undefined && posting[property] !== null)
            expect(unplaced.map(({ path }) => path)).toContain(property);
        for (const { value } of unplaced) expect(value.length).toBeLessThanOrEqual(200);
        if (vacancy.openings !== null) expect(Number.isInteger(vacancy.openings)).toBe(true);
      }),
      RUNS,
    );
  });

  test('tells what it cannot use: too many places, a salary, a date that is none', () => {
    const { unplaced, vacancy } = readPosting({
      title: 'X',
      jobLocation: [
        { address: { addressCountry: 'Germany', addressLocality: 'Berlin' } },
        { address: { addressCountry: 'FR' } },
      ],
      applicantLocationRequirements: { '@type': 'Country', name: 'FR' },
      validThrough: 'soon',
      totalJobOpenings: 0,
      url: 'javascript:alert(1)',
      baseSalary: { value: 1 },
      experienceRequirements: { monthsOfExperience: 36 },
      skills: [{ x: 1 }],
    });
    expect(vacancy).toEqual({
      region: 'DE',
      opensAt: null,
      closesAt: null,
      openings: null,
      contactUrl: null,
    });
    expect(unplaced.map(({ path }) => path).sort()).toEqual([
      'applicantLocationRequirements',
      'baseSalary',
      'experienceRequirements.monthsOfExperience',
      'jobLocation.address.addressLocality',
      'jobLocation[1]',
      'skills',
      'totalJobOpenings',
      'url',
      'validThrough',
    ]);
  });

  test.each([
    [{ address: { addressCountry: 'DE' } }, 'DE'],
    [{ address: { addressCountry: { name: 'United Kingdom' }, addressRegion: 'SCT' } }, 'GB-SCT'],
    [{ address: { addressCountry: 'US', addressRegion: 'California' } }, 'US'],
    [{ address: { addressCountry: 'US', addressRegion: 'US-CA' } }, 'US-CA'],
    [{ '@type': 'Country', name: 'Sweden' }, 'SE'],
    ['UK', 'GB'],
    [{ address: { addressCountry: 'DD' } }, null],
    [{ address: 'Somewhere' }, null],
    [7, null],
  ])('is at %j: %s', (place, region) => {
    expect(regionOf(place)).toBe(region);
  });

  test.each([
    ['2027-01-31', '2027-01-31T23:59:59.000Z'],
    ['2027-01-31T12:00', '2027-01-31T12:00:00.000Z'],
    ['2027-01-31T12:00:00+02:00', '2027-01-31T10:00:00.000Z'],
    ['2027-13-31', null],
    ['31.1.2027', null],
    [20270131, null],
  ])('is valid through %s: %s', (value, instant) => {
    expect(instantOf(value, true)?.toISOString() ?? null).toBe(instant);
  });
});
