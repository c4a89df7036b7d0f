import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { sampleAchievements } from '../../src/seed/achievements.ts';
import { monthsBefore } from '../../src/seed/calendar.ts';
import { sampleCatalogue } from '../../src/seed/catalogue.ts';
import { isWithinReach, samplePeople } from '../../src/seed/people.ts';
import { sampleRoleProfiles } from '../../src/seed/role-profiles.ts';
import { seedFile, seedFileNames } from '../../src/seed/seed-files.ts';
import { sampleTaxonomy } from '../../src/seed/taxonomy.ts';

const day = new Date('2031-03-15T00:00:00Z');
const taxonomy = sampleTaxonomy();
const catalogue = sampleCatalogue();
const { courses, stacks } = catalogue;
const profiles = sampleRoleProfiles();
const people = samplePeople(catalogue, profiles, day);
const achievements = sampleAchievements(catalogue, people, day);

const kinds = new Map(taxonomy.concepts.map(({ uri, kind }) => [uri, kind]));
const badges = new Map([...courses.map(({ badge }) => badge), ...stacks].map((badge) => [badge.id, badge]));
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);
const files = readdirSync('seed').filter((name) => name.endsWith('.json'));

describe('the files of the sample world', () => {
  test.each(files)('%s has its shape', (name) => {
    const known = seedFileNames.find((file) => `${file}.json` === name);
    expect(known).toBeDefined();
    if (known) expect(() => seedFile(known)).not.toThrow();
  });

  test('are small', () => {
    const bytes = readdirSync('seed', { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(`seed/${name}`))
      .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
    expect(bytes).toBeLessThan(1_500_000);
  });

  test('take over facts only: nothing longer than a label, no field for prose', () => {
    for (const name of ['ddat', 'esco-concepts', 'esco-relations', 'onet', 'mappings']) {
      const text = readFileSync(`seed/${name}.json`, 'utf8');
      expect(text).not.toMatch(/"(description|definition|scopeNote|statement|summary)"/);
      const strings: string[] = [];
      JSON.parse(text, (_, value) => {
        if (typeof value === 'string') strings.push(value);
        return value;
      });
      expect(strings.filter((value) => value.length > 150)).toEqual([]);
    }
  });

  test('stand beside the notices their publishers ask for', () => {
    const notice = readFileSync('seed/NOTICE.md', 'utf8').replace(/\s+/g, ' ');
    expect(notice).toContain('This service uses the ESCO classification of the European Commission.');
    expect(notice).toContain(
      'O*NET® is a trademark of USDOL/ETA. We have modified all or some of this information.',
    );
    expect(notice).toContain(
      'Contains public sector information licensed under the [Open Government Licence v3.0]',
    );
    expect(notice.match(/modified/g)?.length).toBeGreaterThanOrEqual(3);
    for (const { id, attribution } of seedFile('frameworks'))
      if (id === 'esco') expect(notice).toContain(attribution);
  });
});

describe('its taxonomy', () => {
  test('has well-formed URIs, each once, and a label in English or another language', () => {
    for (const { uri } of taxonomy.concepts) expect(() => new URL(uri)).not.toThrow();
    expect(repeated(taxonomy.concepts.map(({ uri }) => uri))).toEqual([]);
    expect(repeated(taxonomy.texts.map(({ key }) => key))).toEqual([]);
    const named = new Set(taxonomy.texts.map(({ uri }) => uri));
    expect(taxonomy.concepts.filter(({ uri }) => !named.has(uri))).toEqual([]);
  });

  test('speaks several languages', () => {
    expect(new Set(taxonomy.texts.map(({ language }) => language))).toEqual(
      new Set(['en', 'de', 'es', 'fr', 'nl', 'sv']),
    );
  });

  test('joins only concepts it has', () => {
    const ends = [...taxonomy.broader, ...taxonomy.needs, ...taxonomy.mappings].flatMap(({ from, to }) => [
      from,
      to,
    ]);
    expect(ends.filter((uri) => !kinds.has(uri))).toEqual([]);
    expect(repeated(taxonomy.broader.map(({ from, to }) => `${from} ${to}`))).toEqual([]);
    expect(repeated(taxonomy.needs.map(({ from, relation, to }) => `${from} ${relation} ${to}`))).toEqual([]);
    expect(repeated(taxonomy.mappings.map(({ id }) => id))).toEqual([]);
  });

  test('has no circle in its hierarchy', () => {
    const above = new Map<string, string[]>();
    for (const { from, to } of taxonomy.broader) above.set(from, [...(above.get(from) ?? []), to]);
    expect(circle(above)).toBeNull();
  });

  test('maps by labels that the concepts really have', () => {
    const english = new Map(
      taxonomy.texts.filter(({ language }) => language === 'en').map((t) => [t.uri, t.label]),
    );
    for (const { esco, label } of seedFile('mappings'))
      expect([esco, english.get(esco)]).toEqual([esco, label]);
    for (const { esco } of seedFile('catalogue'))
      for (const [uri, label] of Object.entries(esco)) expect([uri, english.get(uri)]).toEqual([uri, label]);
    for (const { needs } of seedFile('role-profiles'))
      for (const { skill, label } of needs) expect([skill, english.get(skill)]).toEqual([skill, label]);
  });
});

describe('its catalogue', () => {
  test('names everything once', () => {
    const ids = courses.flatMap(({ unit, outcome, assessment: { id, rubric }, badge }) => [
      unit.id,
      outcome.id,
      id,
      rubric.id,
      ...rubric.criteria.flatMap((criterion) => [criterion.id, ...criterion.levels.map((level) => level.id)]),
      badge.id,
      badge.versionId,
    ]);
    expect(repeated([...ids, ...stacks.flatMap(({ id, versionId }) => [id, versionId])])).toEqual([]);
    expect(repeated(courses.map(({ unit }) => unit.title))).toEqual([]);
  });

  test('certifies with each badge an outcome aligned to a skill at the level of the unit', () => {
    for (const { unit, outcome } of courses) {
      expect(outcome.alignments.length).toBeGreaterThan(0);
      for (const { skillUri, level } of outcome.alignments) {
        expect([skillUri, kinds.get(skillUri)]).toEqual([skillUri, 'Skill']);
        expect(level).toBe(unit.level);
      }
      expect(repeated(outcome.alignments.map(({ skillUri }) => skillUri))).toEqual([]);
    }
  });

  test('asks for badges that exist, without going round in circles', () => {
    const asks = new Map(courses.map(({ badge, prerequisites }) => [badge.id, [...prerequisites]]));
    for (const badgeId of [...asks.values()].flat()) expect(badges.has(badgeId)).toBe(true);
    expect(circle(asks)).toBeNull();
    for (const { unit, prerequisites } of courses.filter(({ unit: { level } }) => level > 4))
      expect([unit.id, prerequisites.length]).toEqual([unit.id, 1]);
  });

  test('describes the levels of a criterion so that they can be told apart', () => {
    for (const { assessment } of courses)
      for (const { levels } of assessment.rubric.criteria) {
        expect(repeated(levels.map(({ descriptor }) => descriptor))).toEqual([]);
        expect(levels.map(({ passing }) => passing)).toEqual([false, false, true, true]);
        expect(levels.map(({ points }) => points)).toEqual([0, 1, 2, 3]);
      }
  });

  test('has three stacked credentials of two schools, over badges that are awarded', () => {
    expect(stacks).toHaveLength(3);
    const awarded = new Set(courses.map(({ badge }) => badge.id));
    for (const { parts } of stacks) expect(parts.filter((part) => !awarded.has(part))).toEqual([]);
    expect(new Set(stacks.map(({ issuer }) => issuer)).size).toBe(2);
  });
});

describe('its role profiles', () => {
  test('ask for skills and occupations of the taxonomy, with something that must be there', () => {
    expect(repeated(profiles.map(({ id }) => id))).toEqual([]);
    for (const { id, occupationUri, requirements } of profiles) {
      expect([id, kinds.get(occupationUri)]).toEqual([id, 'Occupation']);
      expect([
        id,
        requirements.map(({ skillUri }) => kinds.get(skillUri)).filter((kind) => kind !== 'Skill'),
      ]).toEqual([id, []]);
      expect([id, requirements.some(({ necessity }) => necessity === 'MUST')]).toEqual([id, true]);
      expect(repeated(requirements.map(({ skillUri }) => skillUri))).toEqual([]);
    }
  });

  test('insist only on what some outcome of the catalogue exactly is, at whatever level', () => {
    const exact = new Set(
      courses.flatMap(({ outcome }) =>
        outcome.alignments.filter(({ relation }) => relation === 'EXACT').map(({ skillUri }) => skillUri),
      ),
    );
    for (const { id, requirements } of profiles)
      for (const { skillUri, necessity } of requirements)
        if (necessity === 'MUST') expect([id, skillUri, exact.has(skillUri)]).toEqual([id, skillUri, true]);
  });

  test('are within reach of the catalogue up to the level at which experience counts instead', () => {
    const beyond = profiles.filter((profile) => !isWithinReach(profile, catalogue));
    // Whatever is out of reach asks for expert level, or for more practitioners' badges than the two schools have.
    expect(beyond.length).toBeLessThan(profiles.length / 2 + 1);
    for (const { requirements } of beyond)
      expect(Math.max(...requirements.map(({ level }) => level))).toBeGreaterThan(4);
    for (const { id, requirements } of profiles)
      if (requirements.every(({ level }) => level <= 4))
        expect([id, beyond.some((profile) => profile.id === id)]).toEqual([id, false]);
  });
});

describe('its people', () => {
  test('are a few hundred, invented, reachable nowhere', () => {
    expect(people).toHaveLength(300);
    expect(repeated(people.map(({ email }) => email))).toEqual([]);
    expect(people.filter(({ email }) => !/^[a-z.0-9]+@example\.org$/.test(email))).toEqual([]);
  });

  test('are the same for the same day, whenever it runs', () => {
    expect(samplePeople(catalogue, profiles, day)).toEqual(people);
    expect(sampleAchievements(catalogue, people, day)).toEqual(achievements);
  });

  test('earned what they hold before today, in the order its prerequisites ask', () => {
    for (const { id, earned } of people) {
      const dates = new Map(earned.map(({ badgeId, awardedAt }) => [badgeId, awardedAt]));
      for (const { badgeId, awardedAt } of earned) {
        expect(awardedAt.getTime()).toBeLessThan(day.getTime());
        for (const before of courses.find(({ badge }) => badge.id === badgeId)?.prerequisites ?? [])
          expect([id, badgeId, (dates.get(before)?.getTime() ?? Number.NaN) <= awardedAt.getTime()]).toEqual([
            id,
            badgeId,
            true,
          ]);
      }
    }
  });

  test('hold expired, revoked and stacked credentials, in the shares a real platform would show', () => {
    const all = achievements.credentials;
    const months = new Map(
      [...badges.values()].map(({ versionId, validMonths }) => [versionId, validMonths]),
    );
    const expired = all.filter(({ badgeVersionId, awardedAt }) => {
      const valid = months.get(badgeVersionId) ?? null;
      return valid !== null && monthsBefore(awardedAt, -valid).getTime() <= day.getTime();
    });
    const share = (some: readonly unknown[]) => some.length / all.length;
    expect(all.length).toBeGreaterThan(1000);
    expect(all.length).toBeLessThan(1600);
    expect(share(expired)).toBeGreaterThan(0.03);
    expect(share(all.filter(({ revokedAt }) => revokedAt))).toBeGreaterThan(0.015);
    expect(share(all.filter(({ revokedAt }) => revokedAt))).toBeLessThan(0.05);
    expect(all.filter(({ via }) => via === 'STACKED').length).toBeGreaterThan(15);
    for (const { revokedAt, awardedAt } of all)
      if (revokedAt) expect(revokedAt > awardedAt && revokedAt < day).toBe(true);
  });

  test('partly never agreed to be found', () => {
    const asked = people.filter(({ consents }) => consents.some(({ purpose }) => purpose === 'MATCHING'));
    expect(asked.length / people.length).toBeGreaterThan(0.7);
    expect(asked.length / people.length).toBeLessThan(0.9);
    const matching = asked.flatMap(({ consents }) =>
      consents.filter(({ purpose }) => purpose === 'MATCHING'),
    );
    expect(matching.some(({ revokedAt }) => revokedAt !== null)).toBe(true);
    expect(matching.some(({ expiresAt }) => expiresAt < day)).toBe(true);
    expect(new Set(matching.map(({ organizationId }) => organizationId)).size).toBe(2);
  });
});

/** A node on a circle, or null. */
function circle(next: ReadonlyMap<string, readonly string[]>): string | null {
  const done = new Set<string>();
  const visit = (node: string, path: ReadonlySet<string>): string | null => {
    if (path.has(node)) return node;
    if (done.has(node)) return null;
    for (const after of next.get(node) ?? []) {
      const found = visit(after, new Set([...path, node]));
      if (found) return found;
    }
    done.add(node);
    return null;
  };
  for (const node of next.keys()) {
    const found = visit(node, new Set());
    if (found) return found;
  }
  return null;
}
