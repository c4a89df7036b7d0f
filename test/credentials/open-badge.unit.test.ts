import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NEVER, provenSkills, validUntil } from '../../src/modules/credentials/award.ts';
import { dateTime, identityHash, openBadgeCredential } from '../../src/modules/credentials/open-badge.ts';
import { publicUrls } from '../../src/modules/credentials/public-urls.ts';
import { knownContexts, loadContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { checkUnsigned, identifierTerms } from '../../src/modules/credentials/verification/structure.ts';
import { award, instant } from '../support/awards.ts';

const urls = publicUrls('https://credentials.example');

function everyValue(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return [value];
  return Object.values(value).flatMap(everyValue);
}

describe('the document of an award', () => {
  test('has the structure of an Open Badges credential, whatever the badge says', () => {
    fc.assert(
      fc.property(award, (facts) => {
        expect(checkUnsigned(openBadgeCredential(facts, urls), knownContexts)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test('is the same for the same award, and holds neither null nor undefined', () => {
    fc.assert(
      fc.property(award, (facts) => {
        const document = openBadgeCredential(facts, urls);
        expect(openBadgeCredential(facts, urls)).toEqual(document);
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
        expect(everyValue(document)).not.toContain(null);
      }),
    );
  });

  test('says each skill, each level of the rubric and each score', () => {
    fc.assert(
      fc.property(award, (facts) => {
        const levels = facts.badge.rubric.flatMap((criterion) =>
          criterion.levels.slice(0, 1).map((level) => ({ criterionId: criterion.id, levelId: level.id })),
        );
        const spoken = JSON.stringify(openBadgeCredential({ ...facts, scores: levels }, urls));
        for (const { uri } of facts.badge.alignments) expect(spoken).toContain(uri);
        for (const { criterionId, levelId } of levels)
          expect(spoken).toContain(
            `"resultDescription":"${urls.achievement(facts.badge.versionId)}#criterion-${criterionId}","achievedLevel":"${urls.achievement(facts.badge.versionId)}#level-${levelId}"`,
          );
      }),
    );
  });
});

describe('the achievement in a document', () => {
  test('says all that its version says, credits exactly', () => {
    fc.assert(
      fc.property(award, (facts) => {
        const { badge } = facts;
        const { credentialSubject } = openBadgeCredential(facts, urls) as {
          credentialSubject: { achievement: Record<string, unknown> };
        };
        const { achievement } = credentialSubject;
        for (const field of ['humanCode', 'fieldOfStudy', 'specialization'] as const)
          expect(achievement[field] ?? null).toBe(badge[field]);
        expect(achievement['achievementType']).toBe(
          badge.achievementType ?? (badge.stacked ? 'MicroCredential' : 'Badge'),
        );
        expect(achievement['tag'] ?? []).toEqual(badge.tags);
        expect(String(achievement['inLanguage'] ?? '').toLowerCase()).toBe(badge.languages[0] ?? '');
        expect(achievement['otherIdentifier'] ?? []).toHaveLength(badge.otherIdentifiers.length);
        expect(achievement['criteria']).toEqual({
          ...(badge.criteriaUrl !== null && { id: badge.criteriaUrl }),
          narrative: badge.criteria,
        });
        const credits = achievement['creditsAvailable'];
        expect(credits === undefined ? null : Math.round(Number(credits) * 100)).toBe(badge.creditValue);
        expect(String(credits ?? '')).toMatch(/^\d*(\.\d{1,2})?$/);
      }),
    );
  });
});

describe('the validity of a credential', () => {
  test('ends so many calendar months later, at most at the end of that month', () => {
    expect(validUntil(new Date('2024-01-31T10:00:00Z'), 1)).toEqual(new Date('2024-02-29T10:00:00Z'));
    expect(validUntil(new Date('2024-02-29T10:00:00Z'), 12)).toEqual(new Date('2025-02-28T10:00:00Z'));
    expect(validUntil(new Date('2024-11-30T23:59:59Z'), 3)).toEqual(new Date('2025-02-28T23:59:59Z'));
    expect(validUntil(new Date(), null)).toBeNull();
  });

  test('is always later than the award and grows with the months', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 239 }), (at, months) => {
        const until = validUntil(at, months) as Date;
        expect(until.getTime()).toBeGreaterThan(at.getTime());
        expect((validUntil(at, months + 1) as Date).getTime()).toBeGreaterThan(until.getTime());
        expect(until.getTime()).toBeLessThan(NEVER.getTime());
      }),
    );
  });
});

describe('the skills a badge proves', () => {
  test('are those its outcomes mean exactly or closely, each once at its highest level', () => {
    const alignment = (uri: string, level: number, relation: string) => ({
      uri,
      level,
      relation,
      label: uri,
      code: null,
      frameworkId: 'esco',
      frameworkName: 'ESCO',
      frameworkVersion: null,
    });
    expect(
      provenSkills({
        alignments: [
          alignment('a', 3, 'EXACT'),
          alignment('a', 5, 'CLOSE'),
          alignment('a', 8, 'RELATED'),
          alignment('b', 4, 'NARROW'),
          alignment('c', 2, 'CLOSE'),
        ],
      }),
    ).toEqual([
      { uri: 'a', level: 5 },
      { uri: 'c', level: 2 },
    ]);
  });
});

describe('words of the standard', () => {
  test('an e-mail address is hashed with its salt, in the spelling of Open Badges', () => {
    expect(identityHash('a@example.org', 'salt')).toBe(identityHash(' A@Example.org', 'salt'));
    expect(identityHash('a@example.org', 'salt')).toMatch(/^sha256\$[0-9a-f]{64}$/);
  });

  test('instants are whole seconds in UTC', () => {
    expect(dateTime(new Date('2026-01-02T03:04:05.678Z'))).toBe('2026-01-02T03:04:05Z');
  });

  test('the JSON-LD contexts are the pinned ones', () => {
    expect(loadContexts().size).toBe(knownContexts.size);
  });

  test('the terms watched for blank nodes are those the contexts read as identifiers', () => {
    const found = new Set<string>();
    const collect = (definitions: unknown): void => {
      if (definitions === null || typeof definitions !== 'object') return;
      for (const [term, meaning] of Object.entries(definitions)) {
        const type = (meaning as { '@type'?: unknown } | null)?.['@type'];
        if (meaning === '@id' || meaning === '@type' || type === '@id' || type === '@vocab') found.add(term);
        collect(meaning);
      }
    };
    for (const context of loadContexts().values()) collect(context);
    expect([...found].filter((term) => !term.startsWith('@')).sort()).toEqual([...identifierTerms].sort());
  });
});
