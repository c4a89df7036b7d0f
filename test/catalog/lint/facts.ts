import fc from 'fast-check';
import {
  ALIGNMENT_RELATIONS,
  ASSESSMENT_KINDS,
  UNIT_MODES,
} from '../../../src/modules/catalog/catalog.records.ts';
import {
  type AlignmentFacts,
  type AssessmentFacts,
  type BadgeFacts,
  BLOOM_LEVELS,
  type OutcomeFacts,
  type UnitFacts,
} from '../../../src/modules/catalog/lint/facts.ts';

export const ICT = 'http://data.europa.eu/esco/isced-f/06';

export const goodAlignment: AlignmentFacts = {
  skillUri: 'https://skills.example/networks',
  label: 'configure networks',
  level: 4,
  relation: 'EXACT',
  frameworkName: 'ESCO',
  current: true,
  replacedBy: [],
  groups: [ICT],
  reviewState: 'REVIEWED',
};

export const goodOutcome: OutcomeFacts = {
  id: 'outcome-1',
  language: null,
  statement: 'Configure a switch for two networks that must not see each other.',
  verb: 'configure',
  conditions: 'From a written plan, without help.',
  constraints: null,
  tools: ['a managed switch'],
  successCriteria: ['Neither network answers a ping from the other.'],
  bloom: 'APPLY',
  alignments: [goodAlignment],
};

const level = (title: string, points: number, descriptor: string | null, passing = false) => ({
  title,
  points,
  descriptor,
  passing,
});

export const goodCriterion = {
  id: 'criterion-1',
  title: 'Separation',
  levels: [
    level('Not yet', 0, 'A device of one network reaches the other.'),
    level('Working', 2, 'The networks do not see each other.', true),
    level('Robust', 3, 'The networks stay apart when a cable is plugged in wrongly.'),
  ],
};

export const goodAssessment: AssessmentFacts = {
  id: 'assessment-1',
  title: 'Set up two networks',
  kind: 'DEMONSTRATION',
  task: 'Set up two networks on one switch.',
  conditions: 'On a test switch.',
  successCriteria: [],
  supervised: true,
  supervision: 'In a room with an assessor.',
  identityCheck: 'DOCUMENT',
  evidence: 'The configuration file and a recording of the test.',
  outcomeIds: ['outcome-1'],
  criteria: [goodCriterion],
};

export const goodUnit: UnitFacts = {
  id: 'unit-1',
  title: 'Networks',
  effortMinutes: 1_500,
  mode: 'BLENDED',
  level: 4,
  languages: ['en'],
  imageUrl: 'https://images.example/unit.png',
  imageAlt: 'Two cables.',
  accessModes: ['textual', 'visual', 'auditory'],
  accessibilityFeatures: ['captions'],
  accessibilityHazards: ['none'],
  statesPrerequisites: false,
};

/** A badge that no rule finds anything wrong with. */
export const goodBadge: BadgeFacts = {
  versionId: 'version-1',
  badgeId: 'badge-1',
  name: 'Network basics',
  description: 'Its holder sets up small networks.',
  criteria: 'Pass the demonstration.',
  achievementType: 'MicroCredential',
  tags: ['networking'],
  creditValue: 200,
  creditSystem: 'ECTS',
  validMonths: 36,
  renewal: 'REASSESS',
  languages: ['en'],
  imageUrl: 'https://images.example/badge.png',
  imageAlt: 'Two crossed cables.',
  parts: 0,
  issuer: { id: 'issuer-1', name: 'Northbank', url: 'https://northbank.example', regions: ['IE'] },
  outcomes: [goodOutcome],
  assessments: [goodAssessment],
  units: [goodUnit],
  review: { intervalMonths: 12, reviews: 1, employerTookPart: true, overdue: false },
  otherTags: [{ tag: 'networking', badges: 3 }],
};

export const badge = (changes: Partial<BadgeFacts>): BadgeFacts => ({ ...goodBadge, ...changes });
export const withOutcome = (changes: Partial<OutcomeFacts>, more: Partial<BadgeFacts> = {}): BadgeFacts =>
  badge({ outcomes: [{ ...goodOutcome, ...changes }], ...more });
export const withAlignment = (changes: Partial<AlignmentFacts>): BadgeFacts =>
  withOutcome({ alignments: [{ ...goodAlignment, ...changes }] });
export const withAssessment = (changes: Partial<AssessmentFacts>): BadgeFacts =>
  badge({ assessments: [{ ...goodAssessment, ...changes }] });
export const withUnit = (changes: Partial<UnitFacts>): BadgeFacts =>
  badge({ units: [{ ...goodUnit, ...changes }] });
export const withDescriptors = (...descriptors: (string | null)[]): BadgeFacts =>
  withAssessment({
    criteria: [
      {
        ...goodCriterion,
        levels: descriptors.map((text, at) => level(`Level ${at}`, at, text, at === 1)),
      },
    ],
  });
/** A stacked credential: nothing of its own but the badges it stacks. */
export const stack = badge({
  parts: 2,
  outcomes: [],
  assessments: [],
  units: [],
  validMonths: null,
  renewal: null,
});

const words = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    ' ',
    'Understand networks',
    'know',
    'The learner will be able to',
    'Explain a plan',
    'configure',
    'Netze verstehen',
    'list',
    'Evaluate a design',
    'very good',
    'good',
    'constructor',
    '__proto__',
    '\u0000',
    '🛰️',
    'é\u0301',
  ),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const id = fc.constantFrom('a', 'b', 'c');
const texts = fc.array(words, { maxLength: 2 });

const alignment: fc.Arbitrary<AlignmentFacts> = fc.record({
  skillUri: fc.webUrl(),
  label: maybe(words),
  level: maybe(fc.integer({ min: 1, max: 8 })),
  relation: fc.constantFrom(...ALIGNMENT_RELATIONS),
  frameworkName: maybe(words),
  current: fc.boolean(),
  replacedBy: fc.array(fc.record({ uri: fc.webUrl(), label: maybe(words) }), { maxLength: 2 }),
  groups: fc.array(fc.constantFrom(ICT, 'https://groups.example/1', 'constructor'), { maxLength: 2 }),
  reviewState: maybe(fc.constantFrom('PROPOSED', 'REVIEWED')),
});

const outcome: fc.Arbitrary<OutcomeFacts> = fc.record({
  id,
  language: maybe(fc.constantFrom('en', 'de', 'xx')),
  statement: words,
  verb: maybe(words),
  conditions: maybe(words),
  constraints: maybe(words),
  tools: fc.array(fc.constantFrom('Kubernetes', 'Pen', 'constructor', ''), { maxLength: 2 }),
  successCriteria: texts,
  bloom: maybe(fc.constantFrom(...BLOOM_LEVELS)),
  alignments: fc.array(alignment, { maxLength: 3 }),
});

const criterion = fc.record({
  id,
  title: words,
  levels: fc.array(
    fc.record({ title: words, points: fc.nat(5), descriptor: maybe(words), passing: fc.boolean() }),
    { maxLength: 4 },
  ),
});

const assessment: fc.Arbitrary<AssessmentFacts> = fc.record({
  id,
  title: words,
  kind: fc.constantFrom(...ASSESSMENT_KINDS),
  task: maybe(words),
  conditions: maybe(words),
  successCriteria: texts,
  supervised: fc.boolean(),
  supervision: maybe(words),
  identityCheck: maybe(fc.constantFrom('NONE', 'DOCUMENT')),
  evidence: maybe(words),
  outcomeIds: fc.uniqueArray(id),
  criteria: fc.array(criterion, { maxLength: 2 }),
});

const unit: fc.Arbitrary<UnitFacts> = fc.record({
  id,
  title: words,
  effortMinutes: maybe(fc.nat(5_000)),
  mode: fc.constantFrom(...UNIT_MODES),
  level: maybe(fc.integer({ min: 1, max: 8 })),
  languages: texts,
  imageUrl: maybe(fc.webUrl()),
  imageAlt: maybe(words),
  accessModes: maybe(fc.array(fc.constantFrom('auditory', 'visual', ''), { maxLength: 2 })),
  accessibilityFeatures: maybe(
    fc.array(fc.constantFrom('captions', 'Closed Captions', 'none'), { maxLength: 2 }),
  ),
  accessibilityHazards: maybe(texts),
  statesPrerequisites: fc.boolean(),
});

/** Any facts at all, sensible or not: as many as the types allow. */
export const anyBadge: fc.Arbitrary<BadgeFacts> = fc.record({
  versionId: id,
  badgeId: id,
  name: words,
  description: maybe(words),
  criteria: maybe(words),
  achievementType: maybe(words),
  tags: fc.array(fc.oneof(words, fc.constantFrom('Networks', 'network', 'net-works', 'UX', 'UI')), {
    maxLength: 3,
  }),
  creditValue: maybe(fc.nat(500)),
  creditSystem: maybe(words),
  validMonths: maybe(fc.integer({ min: 1, max: 60 })),
  renewal: maybe(fc.constantFrom('NONE', 'REASSESS', 'REFRESH')),
  languages: fc.array(fc.constantFrom('en', 'de-AT', 'xx', 'constructor', ''), { maxLength: 2 }),
  imageUrl: maybe(fc.webUrl()),
  imageAlt: maybe(words),
  parts: fc.constantFrom(0, 0, 2),
  issuer: fc.record({ id, name: words, url: maybe(words), regions: texts }),
  outcomes: fc.uniqueArray(outcome, { maxLength: 3, selector: (each) => each.id }),
  assessments: fc.uniqueArray(assessment, { maxLength: 3, selector: (each) => each.id }),
  units: fc.uniqueArray(unit, { maxLength: 2, selector: (each) => each.id }),
  review: fc.record({
    intervalMonths: maybe(fc.integer({ min: 1, max: 60 })),
    reviews: fc.nat(3),
    employerTookPart: fc.boolean(),
    overdue: fc.boolean(),
  }),
  otherTags: fc.array(
    fc.record({
      tag: fc.constantFrom('networks', 'Network', 'design', ''),
      badges: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 3 },
  ),
});
