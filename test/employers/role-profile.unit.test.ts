import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareProfiles } from '../../src/modules/employers/role-profile.diff.ts';
import type { ProfileRecord, RequirementRecord } from '../../src/modules/employers/role-profile.records.ts';

const requirement = fc.record<RequirementRecord>({
  skillUri: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  weight: fc.integer({ min: 1, max: 3 }),
  level: fc.integer({ min: 1, max: 8 }),
  necessity: fc.constantFrom('MUST', 'NICE'),
  evidence: fc.constantFrom('ANY', 'VERIFIED', 'ASSESSED'),
  maxAgeMonths: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
});
const version = fc.record({
  profile: fc
    .record({
      title: fc.constantFrom('X', 'Y'),
      description: fc.constantFrom(null, 'X', 'Y'),
      region: fc.constantFrom(null, 'DE'),
      occupationUri: fc.constantFrom(null, 'o'),
    })
    .map((fields) => fields as ProfileRecord),
  requirements: fc.uniqueArray(requirement, { selector: ({ skillUri }) => skillUri }),
});

describe('what differs between two versions', () => {
  test('is nothing between a version and itself', () => {
    fc.assert(
      fc.property(version, (one) => {
        expect(compareProfiles(one, one)).toMatchObject({ fields: [], requirements: [] });
      }),
      { numRuns: 200 },
    );
  });

  test('turns the earlier one into the later one', () => {
    fc.assert(
      fc.property(version, version, (from, to) => {
        const { fields, requirements } = compareProfiles(from, to);
        const made = new Map(from.requirements.map((one) => [one.skillUri, one]));
        for (const { skillUri, after } of requirements)
          if (after) made.set(skillUri, after);
          else made.delete(skillUri);
        const byUri = (a: RequirementRecord, b: RequirementRecord) => (a.skillUri < b.skillUri ? -1 : 1);
        expect([...made.values()].sort(byUri)).toEqual([...to.requirements].sort(byUri));
        const profile = {
          ...from.profile,
          ...Object.fromEntries(fields.map(({ field, after }) => [field, after])),
        };
        expect(profile).toEqual(to.profile);
      }),
      { numRuns: 300 },
    );
  });

  test('read the other way has what came as what went', () => {
    fc.assert(
      fc.property(version, version, (from, to) => {
        const there = compareProfiles(from, to);
        const back = compareProfiles(to, from);
        expect(back.fields).toEqual(
          there.fields.map(({ field, before, after }) => ({ field, before: after, after: before })),
        );
        const turned = { ADDED: 'REMOVED', REMOVED: 'ADDED', CHANGED: 'CHANGED' } as const;
        expect(back.requirements).toEqual(
          there.requirements.map(({ kind, before, after, ...rest }) => ({
            ...rest,
            kind: turned[kind],
            before: after,
            after: before,
          })),
        );
      }),
      { numRuns: 200 },
    );
  });
});
