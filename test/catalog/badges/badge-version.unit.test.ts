import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ACHIEVEMENT_TYPES } from '../../../src/modules/catalog/badges/badge-version.fields.ts';
import { normalTag, versionRules } from '../../../src/modules/catalog/badges/badge-version.rules.ts';

const accepted = (input: object) => versionRules.safeParse({ name: 'B', ...input }).success;

describe('tags', () => {
  test('are kept in one spelling, which stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (tag) => {
        const normal = normalTag(tag);
        expect(normalTag(normal)).toBe(normal);
        expect(normalTag(` ${tag.normalize('NFD')}\t`)).toBe(normal);
      }),
    );
  });

  test('are in order, each once', () => {
    const { tags } = versionRules.parse({ name: 'B', tags: ['Web  Design', 'a11y', 'web design', 'A11Y'] });
    expect(tags).toEqual(['a11y', 'web design']);
  });
});

describe('an achievement type', () => {
  test('is a word of Open Badges or begins with ext:', () => {
    for (const achievementType of [...ACHIEVEMENT_TYPES, 'ext:Short-Course_2.0'])
      expect(accepted({ achievementType })).toBe(true);
    for (const achievementType of ['badge', 'ext:', 'ext:two words', 'Ext:X', ''])
      expect(accepted({ achievementType })).toBe(false);
  });
});

describe('what goes together', () => {
  test('credits and their system, an image with its digest and words, a renewal and an end', () => {
    const of = <T>(value: T) => fc.option(fc.constant(value), { nil: null });
    const input = fc.record({
      creditValue: of(150),
      creditSystem: of('ECTS'),
      imageUrl: of('https://example.org/a.png'),
      imageDigest: of('A'.repeat(64)),
      imageAlt: of('A network'),
      validMonths: of(12),
      renewal: of('REFRESH'),
      renewalText: of('A half-day workshop.'),
    });
    fc.assert(
      fc.property(input, (it) => {
        const credits = (it.creditValue === null) === (it.creditSystem === null);
        const pinned = it.imageUrl === null || it.imageDigest !== null;
        const described = (it.imageUrl ?? it.imageDigest) === null || it.imageAlt !== null;
        const ends = it.renewal === null || (it.validMonths !== null && it.renewalText !== null);
        const renewed = it.renewalText === null || it.renewal !== null;
        expect(accepted(it)).toBe(credits && pinned && described && ends && renewed);
      }),
    );
  });
});
