import fc from 'fast-check';
import { type Award, validUntil } from '../../src/modules/credentials/award.ts';
import { identityHash } from '../../src/modules/credentials/open-badge.ts';

const text = fc.string({ minLength: 1 }).filter((value) => value.trim() !== '');
const id = fc.uuid();
export const instant = fc.date({
  min: new Date('2000-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
});
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

/** Whatever could be awarded: every member there or not, every text there could be. */
export const award: fc.Arbitrary<Award> = fc
  .record({
    credentialId: id,
    issuerDid: id.map((org) => `did:web:credentials.example:orgs:${org}`),
    badge: fc.record({
      versionId: id,
      number: fc.integer({ min: 1, max: 99 }),
      name: text,
      description: text,
      criteria: text,
      criteriaUrl: maybe(fc.webUrl()),
      achievementType: maybe(fc.constantFrom('Certificate', 'ext:ShortCourse')),
      humanCode: maybe(text),
      fieldOfStudy: maybe(text),
      specialization: maybe(text),
      tags: fc.array(text, { maxLength: 3 }),
      languages: fc.array(fc.constantFrom('en', 'de', 'pt-br'), { maxLength: 2 }),
      creditValue: maybe(fc.integer({ min: 1, max: 100_000 })),
      otherIdentifiers: fc.array(fc.record({ identifier: text, type: fc.constant('identifier') }), {
        maxLength: 2,
      }),
      validMonths: maybe(fc.integer({ min: 1, max: 120 })),
      imageUrl: maybe(fc.webUrl()),
      imageAlt: maybe(text),
      issuer: fc.record({ organizationId: id, name: text, url: maybe(fc.webUrl()) }),
      alignments: fc.array(
        fc.record({
          uri: id.map((skill) => `http://data.europa.eu/esco/skill/${skill}`),
          label: text,
          code: maybe(text),
          frameworkId: fc.constantFrom('esco', 'onet', 'ddat'),
          frameworkName: text,
          frameworkVersion: maybe(text),
          level: fc.integer({ min: 1, max: 8 }),
          relation: fc.constantFrom('EXACT', 'CLOSE', 'NARROW', 'BROAD', 'RELATED'),
        }),
        { maxLength: 4 },
      ),
      rubric: fc.array(
        fc.record({
          id,
          title: text,
          levels: fc.array(
            fc.record({
              id,
              title: text,
              points: fc.nat(10),
              descriptor: maybe(text),
              passing: fc.boolean(),
            }),
            { minLength: 2, maxLength: 4 },
          ),
        }),
        { maxLength: 3 },
      ),
      previousVersions: fc.array(fc.record({ id, number: fc.integer({ min: 1, max: 9 }) }), { maxLength: 2 }),
      stacked: fc.boolean(),
    }),
    recipient: fc.oneof(
      fc.record({
        kind: fc.constant('EMAIL_HASH' as const),
        hash: fc.emailAddress().map((email) => identityHash(email, 'salt')),
        salt: fc.constant('salt'),
      }),
      fc.record({ kind: fc.constant('PSEUDONYM' as const), uri: id.map((name) => `urn:uuid:${name}`) }),
    ),
    scores: fc.constant([]),
    evidence: fc.array(
      fc.record({
        name: text,
        genre: text,
        url: maybe(fc.webUrl()),
        narrative: maybe(text),
        audience: maybe(text),
      }),
      { maxLength: 2 },
    ),
    awardedAt: instant,
    renews: fc.option(
      fc.record({
        id,
        digest: fc
          .uint8Array({ minLength: 32, maxLength: 32 })
          .map((bytes) => Buffer.from(bytes).toString('hex')),
      }),
      { nil: undefined },
    ),
    status: fc.record({ listId: id, index: fc.nat(131_071) }),
  })
  .map((facts) => ({ ...facts, validUntil: validUntil(facts.awardedAt, facts.badge.validMonths) }));
