import { describe, expect, test } from '@jest/globals';
import { contradictionIn } from '../../src/modules/catalog/units/accessibility.ts';
import { prerequisiteRules } from '../../src/modules/catalog/units/prerequisites.rules.ts';
import { clausesOf, type Prerequisite } from '../../src/modules/catalog/units/prerequisites.ts';
import { sampleCatalogue } from '../../src/seed/catalogue.ts';
import { alignmentRows, outcomeFacts } from '../../src/seed/outcome-facts.ts';
import { sampleRoleProfiles } from '../../src/seed/role-profiles.ts';
import { unitFacts } from '../../src/seed/unit-facts.ts';

const day = new Date('2026-03-01T00:00:00Z');
const { courses } = sampleCatalogue();
const profiles = sampleRoleProfiles();
const facts = courses.map((course) => unitFacts(course, courses, profiles, day));

describe('the learning units of the sample world', () => {
  test('say when they take place, after the day they are loaded', () => {
    for (const [at, { sessions }] of facts.entries()) {
      const mode = courses[at]?.unit.mode;
      expect(sessions.length > 0).toBe(mode === 'LIVE' || mode === 'BLENDED');
      for (const { startsAt, endsAt, place, online } of sessions) {
        expect(startsAt.getTime()).toBeGreaterThan(day.getTime());
        expect(endsAt.getTime()).toBeGreaterThan(startsAt.getTime());
        expect(online || place !== null).toBe(true);
      }
    }
    expect(new Set(facts.flatMap(({ sessions }) => sessions.map(({ id }) => id))).size).toBe(
      facts.flatMap(({ sessions }) => sessions).length,
    );
  });

  test('ask for badges by rules that authors could write, with alternatives where there are some', () => {
    const rules = facts.flatMap(({ rule }) => (rule ? [JSON.parse(rule) as Prerequisite] : []));
    for (const rule of rules) {
      expect(clausesOf(rule)).not.toBeNull();
      expect(prerequisiteRules.safeParse(written(rule)).success).toBe(true);
    }
    expect(rules.some((rule) => rule.op === 'any' && rule.of.some(({ op }) => op === 'skill'))).toBe(true);
    expect(rules.some((rule) => rule.op === 'any' && rule.of.every(({ op }) => op === 'badge'))).toBe(true);
  });

  test('mostly say how accessible they are, without contradiction', () => {
    const said = facts.flatMap(({ accessibility }) => accessibility ?? []);
    expect(said.length).toBeGreaterThan(facts.length * 0.7);
    expect(said.length).toBeLessThan(facts.length);
    for (const { hazards, features } of said)
      expect([contradictionIn(hazards), contradictionIn(features)]).toEqual([null, null]);
  });

  test('name those of them that teach the same in another language', () => {
    const [translated] = facts.filter(({ translations }) =>
      translations.some(({ language }) => language === 'es'),
    );
    expect(translated?.equivalents).toHaveLength(translated?.translations.length ?? -1);
    expect(facts.some(({ targetRoleProfileIds }) => targetRoleProfileIds.length > 0)).toBe(true);
  });
});

describe('the outcomes of the sample world', () => {
  test('say the level of their verb and by what one sees success', () => {
    const silent = courses.filter((course) => outcomeFacts(course).bloom === null);
    expect(silent.map(({ outcome }) => outcome.verb)).toEqual([]);
    for (const course of courses) {
      const { successCriteria } = outcomeFacts(course);
      expect(successCriteria.length).toBeGreaterThan(0);
    }
  });

  test('claim skills of which most were reviewed by somebody else', () => {
    const claims = courses.flatMap((course) => alignmentRows(course, new Map(), day));
    const reviewed = claims.filter(({ reviewState }) => reviewState === 'REVIEWED');
    expect(reviewed.length).toBeGreaterThan(claims.length * 0.6);
    expect(reviewed.length).toBeLessThan(claims.length);
    for (const { author, reviewer, confidence } of claims) {
      expect(reviewer).not.toBe(author);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(100);
    }
  });
});

/** A rule as an author would write it. */
function written(rule: Prerequisite): object {
  if (rule.op === 'badge') return { badgeId: rule.badgeId };
  if (rule.op === 'outcome') return { outcomeId: rule.outcomeId };
  if (rule.op === 'skill') return { skill: { uri: rule.skillUri, level: rule.level } };
  const of = rule.of.map(written);
  return rule.op === 'some' ? { some: { n: rule.n, of } } : { [rule.op]: of };
}
