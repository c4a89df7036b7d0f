import { expect, test } from '@jest/globals';
import { lint } from '../../../src/modules/catalog/lint/rule.ts';
import { scoreOf } from '../../../src/modules/catalog/lint/score.ts';
import type { ProfileFacts, RequirementFacts } from '../../../src/modules/employers/lint/facts.ts';
import { PROFILE_RULES } from '../../../src/modules/employers/lint/profile-rules.ts';
import { type CaseTable, testRules } from '../../support/lint-rules.ts';
import { anyProfile, goodProfile, goodRequirement, profile, requiring } from './facts.ts';

const requirements = (
  facts: ProfileFacts,
  change: (each: RequirementFacts, at: number) => RequirementFacts,
) => ({
  ...facts,
  requirements: facts.requirements.map(change),
});
const none = { 'no requirement, which another rule says': profile({ requirements: [] }) };
const successor = { uri: 'https://skills.example/new', label: 'interpret data' };
const many = (count: number) =>
  requiring(
    ...Array.from({ length: count }, (_, at) => ({
      skillUri: `https://skills.example/${at}`,
      weight: at + 1,
    })),
  );

const cases: CaseTable<ProfileFacts> = {
  'role-requirements-missing': {
    fires: { none: profile({ requirements: [] }) },
    quiet: { one: goodProfile },
    mend: (facts) => (facts.requirements.length > 0 ? facts : { ...facts, requirements: [goodRequirement] }),
  },
  'role-title-vague': {
    fires: {
      'no role': profile({ title: 'Staff' }),
      'in German': profile({ title: 'Mitarbeiter (in)' }),
      hype: profile({ title: 'Data Ninja' }),
      'too short': profile({ title: 'x' }),
    },
    quiet: { 'a role': goodProfile, 'a word within another': profile({ title: 'Heroin researcher' }) },
    mend: (facts) => ({ ...facts, title: 'Data analyst' }),
  },
  'role-wording-discriminatory': {
    fires: {
      age: profile({ description: 'Join our young and dynamic team.' }),
      'a number of years': profile({ description: 'Candidates under 35 only.' }),
      sex: profile({ title: 'Salesman' }),
      origin: profile({ description: 'English native speaker.' }),
      'in German': profile({ description: 'Nur Muttersprachler.' }),
      disability: profile({ description: 'Must be able-bodied.' }),
    },
    quiet: {
      'none of it': goodProfile,
      'young people as those served': profile({
        description: 'You work with young people and their families.',
      }),
      'hours, not years': profile({ description: 'Under 35 hours a week.' }),
      'a level of language': profile({ description: 'Writes English at level C1.' }),
    },
    mend: (facts) => ({
      ...facts,
      title:
        facts.title === 'salesman' || facts.title === 'native speaker' || facts.title === 'under 35'
          ? 'Seller'
          : facts.title,
      description: 'You sell.',
    }),
  },
  'role-description-missing': {
    fires: { none: profile({ description: null }), blank: profile({ description: ' ' }) },
    quiet: { one: goodProfile },
    mend: (facts) => ({ ...facts, description: 'You analyse.' }),
  },
  'role-must-missing': {
    fires: { 'only nice to have': requiring({ necessity: 'NICE' }) },
    quiet: { 'one must': requiring({ necessity: 'NICE' }, { necessity: 'MUST' }), ...none },
    mend: (facts) =>
      requirements(facts, (each, at) =>
        at === 0 ? { ...each, necessity: 'MUST', evidence: 'ASSESSED' } : each,
      ),
  },
  'role-musts-too-many': {
    fires: { 'twenty-one': many(21) },
    quiet: { twenty: many(20), ...none },
    mend: (facts) => requirements(facts, (each, at) => (at < 5 ? each : { ...each, necessity: 'NICE' })),
  },
  'role-requirement-level': {
    fires: { none: requiring({ level: null }) },
    quiet: { one: goodProfile, ...none },
    mend: (facts) => requirements(facts, (each) => ({ ...each, level: each.level ?? 4 })),
  },
  'role-weights-equal': {
    fires: { 'three alike': requiring({}, {}, {}) },
    quiet: { 'two alike': requiring({}, {}), different: requiring({ weight: 1 }, {}, {}), ...none },
    mend: (facts) => requirements(facts, (each, at) => ({ ...each, weight: at + 1 })),
  },
  'role-skill-ended': {
    fires: { 'without a successor': requiring({ current: false }) },
    quiet: {
      current: goodProfile,
      replaced: requiring({ current: false, replacedBy: [successor] }),
      ...none,
    },
    mend: (facts) =>
      requirements(facts, (each) => ({ ...each, current: each.current || each.replacedBy.length === 0 })),
  },
  'role-skill-replaced': {
    fires: { 'with a successor': requiring({ current: false, replacedBy: [successor] }) },
    quiet: { current: requiring({ replacedBy: [successor] }), ended: requiring({ current: false }), ...none },
    mend: (facts) =>
      requirements(facts, (each) => ({ ...each, current: each.current || each.replacedBy.length > 0 })),
  },
  'role-requirement-unprovable': {
    fires: { 'by no badge': requiring({ badges: 0 }) },
    quiet: { 'by one': requiring({ badges: 1 }), ...none },
    mend: (facts) => requirements(facts, (each) => ({ ...each, badges: Math.max(each.badges, 1) })),
  },
  'role-evidence-any': {
    fires: { 'for every must': requiring({ evidence: 'ANY' }, { evidence: 'ASSESSED', necessity: 'NICE' }) },
    quiet: {
      'not for one must': requiring({ evidence: 'ANY' }, { evidence: 'VERIFIED' }),
      'no must, which another rule says': requiring({ evidence: 'ANY', necessity: 'NICE' }),
      ...none,
    },
    mend: (facts) => requirements(facts, (each) => ({ ...each, evidence: 'ASSESSED' })),
  },
  'role-age-limit-missing': {
    fires: { 'for a skill of computing': requiring({ maxAgeMonths: null }) },
    quiet: {
      'a limit': goodProfile,
      'a skill that keeps': requiring({ maxAgeMonths: null, groups: [] }),
      ...none,
    },
    mend: (facts) => requirements(facts, (each) => ({ ...each, maxAgeMonths: each.maxAgeMonths ?? 48 })),
  },
  'role-occupation-missing': {
    fires: { none: profile({ occupationUri: null }) },
    quiet: { one: goodProfile },
    mend: (facts) => ({ ...facts, occupationUri: facts.occupationUri ?? 'https://occupations.example/1' }),
  },
};

testRules(PROFILE_RULES, cases, anyProfile);

test('a role profile with everything has no finding and 100 points', () => {
  const { findings, checks } = lint(PROFILE_RULES, goodProfile);
  expect(findings).toEqual([]);
  expect(scoreOf(checks).score).toBe(100);
});
