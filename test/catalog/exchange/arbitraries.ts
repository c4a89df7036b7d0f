import fc from 'fast-check';
import { IDENTITY_LEVELS, RENEWALS } from '../../../src/modules/catalog/badges/badge-version.fields.ts';
import {
  ALIGNMENT_RELATIONS,
  ASSESSMENT_KINDS,
  BLOOM_LEVELS,
  IDENTITY_CHECKS,
  UNIT_MODES,
} from '../../../src/modules/catalog/catalog.records.ts';
import type { CataloguePackage, PackagePrerequisite } from '../../../src/modules/catalog/exchange/package.ts';

/** Texts as the catalogue holds them: trimmed and not empty; with all that is awkward in JSON, CSV and spreadsheets. */
const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
    fc.constantFrom(
      '=1+1',
      "'=1",
      "''-x",
      '+49',
      '-5',
      '@x',
      'a|b\\|c',
      '"quoted", so; to\r\nspeak',
      'true',
      '12',
      'Skill',
      '_:b',
    ),
  )
  .map((value) => value.replaceAll('\u0000', '').trim())
  .filter((value) => value !== '');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const some = <T>(arbitrary: fc.Arbitrary<T>, max = 3) => fc.uniqueArray(arbitrary, { maxLength: max });
const languages = some(fc.constantFrom('en', 'de', 'en-us', 'pt-br', 'sr-latn'));
const webAddress = fc.webUrl({ withQueryParameters: true, withFragments: true });
const whole = (max: number) => fc.integer({ min: 1, max });

const skillUri = fc.integer({ min: 1, max: 9 }).map((number) => `http://skills.example/${number}`);
const badgeUri = fc.integer({ min: 1, max: 5 }).map((number) => `https://other.example/badge/${number}`);
const alignments = fc
  .uniqueArray(
    fc.record({
      skillUri,
      level: maybe(whole(8)),
      relation: fc.constantFrom(...ALIGNMENT_RELATIONS),
      confidence: maybe(fc.nat(100)),
      reason: maybe(text),
    }),
    { maxLength: 4, selector: (each) => each.skillUri },
  )
  .map((list) => list.sort((a, b) => (a.skillUri < b.skillUri ? -1 : 1)));

const rubric = fc.record({
  title: maybe(text),
  criteria: fc.array(
    fc.record({
      title: text,
      levels: fc.array(
        fc.record({ title: text, points: fc.nat(100), descriptor: maybe(text), passing: fc.boolean() }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const uris = (kind: string, count: number) =>
  Array.from({ length: count }, (_, at) => `https://issuer.example/${kind}/${at}`);
const among = (of: readonly string[]) => fc.subarray([...of]);

const outcome = (uri: string) =>
  fc.record({
    uri: fc.constant(uri),
    statement: text,
    verb: maybe(text),
    object: maybe(text),
    bloom: maybe(fc.constantFrom(...BLOOM_LEVELS)),
    conditions: maybe(text),
    tools: some(text),
    constraints: maybe(text),
    successCriteria: some(text),
    textLanguage: maybe(fc.constantFrom('en', 'de')),
    translations: fc.array(
      fc.record({
        language: fc.constantFrom('fr', 'nl'),
        statement: text,
        conditions: maybe(text),
        tools: some(text),
        constraints: maybe(text),
        successCriteria: some(text),
      }),
      { maxLength: 2 },
    ),
    alignments,
  });

const assessment = (uri: string, outcomes: readonly string[]) =>
  fc.record({
    uri: fc.constant(uri),
    title: text,
    kind: maybe(fc.constantFrom(...ASSESSMENT_KINDS)),
    task: maybe(text),
    conditions: maybe(text),
    tools: some(text),
    constraints: maybe(text),
    successCriteria: some(text),
    supervised: fc.boolean(),
    supervision: maybe(text),
    identityCheck: maybe(fc.constantFrom(...IDENTITY_CHECKS)),
    attempts: maybe(whole(9)),
    retakeWaitDays: maybe(whole(90)),
    retakeChange: maybe(text),
    evidence: maybe(text),
    assessors: maybe(whole(5)),
    doubleMarkPercent: maybe(whole(100)),
    rubric: maybe(rubric),
    outcomes: among(outcomes),
  });

const badge = (uri: string, outcomes: readonly string[], assessments: readonly string[]) =>
  fc.record({
    uri: fc.constant(uri),
    name: text,
    description: maybe(text),
    criteria: maybe(text),
    criteriaUrl: maybe(webAddress),
    humanCode: maybe(text),
    fieldOfStudy: maybe(text),
    specialization: maybe(text),
    otherIdentifiers: fc.array(fc.record({ identifier: text, type: fc.constantFrom('isbn', 'ext:own') }), {
      maxLength: 2,
    }),
    achievementType: maybe(
      fc.constantFrom(
        'Badge',
        'MicroCredential',
        'Certificate',
        'Course',
        'Achievement',
        'ext:Own',
        'no type',
      ),
    ),
    tags: some(text),
    creditValue: maybe(fc.nat(100_000)),
    creditSystem: maybe(fc.constantFrom('ECTS', 'SCQF')),
    validMonths: maybe(whole(1_200)),
    renewal: maybe(fc.constantFrom(...RENEWALS)),
    renewalText: maybe(text),
    identityProofing: maybe(fc.constantFrom(...IDENTITY_LEVELS)),
    languages,
    imageUrl: maybe(webAddress),
    imageAlt: maybe(text),
    imageDigest: maybe(fc.constantFrom('0a'.repeat(32))),
    outcomes: among(outcomes),
    assessments: among(assessments),
    parts: some(badgeUri),
  });

const fact: fc.Arbitrary<PackagePrerequisite> = fc.oneof(
  fc.record({ op: fc.constant('badge' as const), uri: badgeUri }),
  fc.record({ op: fc.constant('outcome' as const), uri: fc.constant('https://other.example/outcome') }),
  fc.record({ op: fc.constant('skill' as const), uri: skillUri, level: whole(8) }),
);
const rule = (depth: number): fc.Arbitrary<PackagePrerequisite> => {
  if (depth === 0) return fact;
  const of = fc.array(rule(depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fact,
    fc.record({ op: fc.constantFrom('all' as const, 'any' as const), of }),
    fc.record({ op: fc.constant('some' as const), n: whole(3), of }),
  );
};
const words = (...of: string[]) => maybe(some(fc.constantFrom(...of)));
const instant = fc.integer({ min: 0, max: 4e12 }).map((at) => new Date(at).toISOString());

const unit = (uri: string, outcomes: readonly string[], assessments: readonly string[]) =>
  fc
    .record({
      uri: fc.constant(uri),
      title: text,
      summary: maybe(text),
      description: maybe(text),
      textLanguage: maybe(fc.constantFrom('en', 'de')),
      translations: fc.array(
        fc.record({
          language: fc.constantFrom('fr', 'nl'),
          title: text,
          summary: maybe(text),
          description: maybe(text),
          imageAlt: maybe(text),
          accessibilitySummary: maybe(text),
        }),
        { maxLength: 2 },
      ),
      effortMinutes: maybe(whole(525_600)),
      price: maybe(
        fc.record({ priceCents: fc.nat(1_000_000), currency: fc.constantFrom('EUR', 'JPY', 'KWD') }),
      ),
      mode: maybe(fc.constantFrom(...UNIT_MODES)),
      languages,
      level: maybe(whole(8)),
      licence: maybe(text),
      imageUrl: maybe(webAddress),
      imageAlt: maybe(text),
      accessModes: words('textual', 'visual'),
      accessibilityFeatures: words('captions', 'transcript'),
      accessibilityHazards: words('noFlashingHazard'),
      accessibilityControls: words('fullKeyboardControl'),
      accessibilitySummary: maybe(text),
      sessions: fc.array(
        fc.record({
          startsAt: instant,
          endsAt: instant,
          place: maybe(text),
          online: fc.boolean(),
          seats: maybe(whole(500)),
        }),
        { maxLength: 2 },
      ),
      prerequisites: maybe(rule(2)),
      targetOccupations: some(
        fc.constantFrom('http://occupations.example/1', 'http://occupations.example/2'),
      ),
      outcomes: among(outcomes),
      assessments: among(assessments),
    })
    .map(({ price, ...rest }) => ({
      ...rest,
      priceCents: price?.priceCents ?? null,
      currency: price?.currency ?? null,
    }));

const conceptTexts = fc
  .uniqueArray(
    fc.record({ language: fc.constantFrom('de', 'en', 'en-us'), label: text, description: maybe(text) }),
    {
      minLength: 1,
      maxLength: 3,
      selector: ({ language }) => language,
    },
  )
  .map((list) => list.sort((a, b) => (a.language < b.language ? -1 : 1)));

/** A framework whose hierarchy has no circle: what stands above comes before. */
export const framework = fc
  .record({
    name: text,
    publisher: maybe(text),
    url: maybe(webAddress),
    licence: maybe(webAddress),
    version: maybe(fc.constantFrom('1.2', '2024-05-01')),
    concepts: fc.array(
      fc.record({
        code: maybe(text),
        skillType: maybe(fc.constantFrom('SKILL' as const, 'KNOWLEDGE' as const)),
        above: fc.array(fc.nat(20), { maxLength: 2 }),
        texts: conceptTexts,
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ concepts, ...facts }) => ({
    uri: 'https://frameworks.example/f',
    ...facts,
    concepts: concepts.map(({ above, ...concept }, at) => ({
      uri: `https://frameworks.example/f/${at}`,
      ...concept,
      broader: [
        ...new Set(at === 0 ? [] : above.map((number) => `https://frameworks.example/f/${number % at}`)),
      ].sort(),
    })),
  }));

export const catalogue: fc.Arbitrary<CataloguePackage> = fc
  .record({ outcomes: fc.nat(3), assessments: fc.nat(2), badges: fc.nat(3), units: fc.nat(2) })
  .chain((counts) => {
    const outcomes = uris('outcome', counts.outcomes);
    const assessments = uris('assessment', counts.assessments);
    return fc.record({
      outcomes: fc.tuple(...outcomes.map(outcome)),
      assessments: fc.tuple(...assessments.map((uri) => assessment(uri, outcomes))),
      badges: fc.tuple(...uris('badge', counts.badges).map((uri) => badge(uri, outcomes, assessments))),
      units: fc.tuple(...uris('unit', counts.units).map((uri) => unit(uri, outcomes, assessments))),
      frameworks: fc.constant([]),
    });
  });

export const WRITING = {
  publisher: {
    name: 'Northbank College',
    url: 'https://northbank.example',
    uri: 'https://northbank.example/id',
  },
  skills: new Map([['http://skills.example/1', { label: 'Skill one', code: 'S1', framework: 'Skills 1.0' }]]),
  now: new Date('2026-01-01T00:00:00Z'),
};
