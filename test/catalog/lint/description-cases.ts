import type { BadgeFacts } from '../../../src/modules/catalog/lint/facts.ts';
import type { CaseTable } from '../../support/lint-rules.ts';
import {
  badge,
  goodAlignment,
  goodBadge,
  goodUnit,
  stack,
  withAlignment,
  withOutcome,
  withUnit,
} from './facts.ts';

const perpetual = { validMonths: null, renewal: null };
const addUnit = [{ ...goodUnit, id: 'added' }];

export const descriptionCases: CaseTable<BadgeFacts> = {
  'description-missing': {
    fires: { none: badge({ description: null }), blank: badge({ description: ' ' }) },
    quiet: { described: badge({}) },
    mend: (facts) => ({ ...facts, description: 'About it.' }),
  },
  'criteria-missing': {
    fires: { none: badge({ criteria: null }), blank: badge({ criteria: '\n' }) },
    quiet: { stated: badge({}) },
    mend: (facts) => ({ ...facts, criteria: 'Pass.' }),
  },
  'achievement-type': {
    fires: { none: badge({ achievementType: null }) },
    quiet: { stated: badge({}) },
    mend: (facts) => ({ ...facts, achievementType: 'Badge' }),
  },
  'language-missing': {
    fires: { none: badge({ languages: [] }) },
    quiet: { stated: badge({}) },
    mend: (facts) => (facts.languages.length > 0 ? facts : { ...facts, languages: ['en'] }),
  },
  'issuer-web-page': {
    fires: { none: badge({ issuer: { ...goodBadge.issuer, url: null } }) },
    quiet: { stated: badge({}) },
    mend: (facts) => ({ ...facts, issuer: { ...facts.issuer, url: 'https://issuer.example' } }),
  },
  'issuer-region': {
    fires: { none: badge({ issuer: { ...goodBadge.issuer, regions: [] } }) },
    quiet: { stated: badge({}) },
    mend: (facts) => ({ ...facts, issuer: { ...facts.issuer, regions: ['NL'] } }),
  },
  'tags-missing': {
    fires: { none: badge({ tags: [] }) },
    quiet: { one: badge({}) },
    mend: (facts) => (facts.tags.length > 0 ? facts : { ...facts, tags: ['unmistakable'] }),
  },
  'tags-inconsistent': {
    fires: {
      'twice, in another case': badge({ tags: ['networking', 'Networking'] }),
      'twice, in the plural': badge({ tags: ['network', 'networks'], otherTags: [] }),
      'another form on more badges': badge({ tags: ['Net-working'] }),
      'one letter away': badge({ tags: ['netwrking'] }),
    },
    quiet: {
      'as on the others': badge({}),
      'short tags a letter apart': badge({
        tags: ['UX', 'UI', 'R', 'C'],
        otherTags: [{ tag: 'UA', badges: 9 }],
      }),
      'years apart': badge({ tags: ['curriculum 2024', 'curriculum 2025'] }),
      'its own form on more badges': badge({
        tags: ['networking'],
        otherTags: [
          { tag: 'networking', badges: 5 },
          { tag: 'Networking', badges: 2 },
        ],
      }),
      'C and C++': badge({ tags: ['C', 'C++', 'C#'] }),
    },
    mend: (facts) => (facts.tags.length === 0 ? facts : { ...facts, tags: ['unmistakable'] }),
  },
  'fast-ageing-expiry': {
    fires: {
      'a skill of computing': badge(perpetual),
      'a hot technology as tool': withOutcome(
        { alignments: [{ ...goodAlignment, groups: [] }], tools: ['kubernetes'] },
        perpetual,
      ),
    },
    quiet: {
      'it expires': badge({}),
      'a skill that keeps': { ...withAlignment({ groups: [] }), ...perpetual },
      'a stacked credential': stack,
    },
    mend: (facts) => ({ ...facts, validMonths: facts.validMonths ?? 36 }),
  },
  'renewal-policy': {
    fires: { 'expires without a word': badge({ renewal: null }) },
    quiet: {
      stated: badge({}),
      'none, and it says so': badge({ renewal: 'NONE' }),
      'never expires': badge(perpetual),
    },
    mend: (facts) => ({ ...facts, renewal: facts.renewal ?? 'REASSESS' }),
  },
  'workload-missing': {
    fires: {
      'no credits and no unit': badge({ creditValue: null, units: [] }),
      'a unit without effort': { ...withUnit({ effortMinutes: null }), creditValue: null },
    },
    quiet: {
      'credits alone': badge({ units: [] }),
      'a unit’s effort': badge({ creditValue: null }),
      'a stacked credential': { ...stack, creditValue: null },
    },
    mend: (facts) => ({ ...facts, creditValue: facts.creditValue ?? 100 }),
  },
  'credit-system': {
    fires: {
      'no credits': badge({ creditValue: null }),
      'a number of nothing': badge({ creditSystem: null }),
    },
    quiet: { ECTS: badge({}) },
    mend: (facts) => ({ ...facts, creditValue: facts.creditValue ?? 100, creditSystem: 'ECTS' }),
  },
  'level-missing': {
    fires: {
      'no level anywhere': { ...withAlignment({ level: null }), units: [{ ...goodUnit, level: null }] },
    },
    quiet: {
      'of a unit': withAlignment({ level: null }),
      'of an alignment': withUnit({ level: null }),
      'a stacked credential': stack,
    },
    mend: (facts) => ({
      ...facts,
      units:
        facts.units.length > 0 ? facts.units.map((each) => ({ ...each, level: each.level ?? 4 })) : addUnit,
    }),
  },
  'participation-form': {
    fires: { 'no unit': badge({ units: [] }) },
    quiet: { 'a unit': badge({}), 'a stacked credential': stack },
    mend: (facts) => ({ ...facts, units: facts.units.length > 0 ? facts.units : addUnit }),
  },
  'prerequisites-missing': {
    fires: { 'advanced, on nothing': withUnit({ level: 6 }) },
    quiet: {
      'a first step': withUnit({ level: 3 }),
      'it says them': withUnit({ level: 6, statesPrerequisites: true }),
      'one way in without': badge({ units: [goodUnit, { ...goodUnit, id: 'second', level: 6 }] }),
      'no unit, which another rule says': badge({ units: [] }),
    },
    mend: (facts) => ({
      ...facts,
      units: facts.units.map((each) => ({ ...each, statesPrerequisites: true })),
    }),
  },
};
