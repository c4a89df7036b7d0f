import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  forAudience,
  type PortfolioContent,
  type PortfolioItem,
  portfolioRules,
  referencesOf,
} from '../../../src/modules/credentials/portfolio/portfolio.rules.ts';
import { portfolioPage } from '../../../src/modules/credentials/portfolio/portfolio-page.ts';

const EMPTY: PortfolioItem = {
  kind: 'NARRATIVE',
  title: null,
  text: null,
  url: null,
  digest: null,
  attribution: null,
  audience: null,
  credentialId: null,
  foreignCredentialId: null,
  validationId: null,
};
const holding = (...items: object[]) => ({ title: 'Mine', sections: [{ title: 'One', items }] });
const placesOf = (value: unknown): string[] =>
  portfolioRules.safeParse(value).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('a portfolio', () => {
  test('takes of each kind what belongs to it, and names what does not', () => {
    for (const [item, places] of [
      [{ kind: 'ARTEFACT', url: 'https://work.example/1' }, []],
      [{ kind: 'ARTEFACT' }, ['url']],
      [{ kind: 'ARTEFACT', url: 'javascript:alert(1)' }, ['url']],
      [{ kind: 'NARRATIVE', text: 'I did.' }, []],
      [{ kind: 'NARRATIVE' }, ['text']],
      [{ kind: 'NARRATIVE', text: 'I did.', url: 'https://work.example/1' }, ['url']],
      [{ kind: 'NARRATIVE', text: 'I did.', digest: 'a'.repeat(64) }, ['digest']],
      [{ kind: 'VALIDATION', validationId: 'v' }, []],
      [{ kind: 'VALIDATION' }, ['validationId']],
      [{ kind: 'NARRATIVE', text: 'I did.', validationId: 'v' }, ['validationId']],
      [{ kind: 'CREDENTIAL', credentialId: 'c' }, []],
      [{ kind: 'CREDENTIAL', foreignCredentialId: 'f' }, []],
      [{ kind: 'CREDENTIAL' }, ['credentialId']],
      [{ kind: 'CREDENTIAL', credentialId: 'c', foreignCredentialId: 'f' }, ['credentialId']],
      [{ kind: 'NARRATIVE', text: 'I did.', credentialId: 'c' }, ['credentialId']],
    ] as const)
      expect(placesOf(holding(item))).toEqual(places.map((place) => `sections.0.items.0.${place}`));
  });

  test('has at most a hundred items in all', () => {
    const items = Array.from({ length: 60 }, () => ({ kind: 'NARRATIVE', text: 'x' }));
    const sections = [{ title: 'One', items }];
    expect(placesOf({ title: 'Mine', sections })).toEqual([]);
    expect(placesOf({ title: 'Mine', sections: [...sections, ...sections] })).toEqual(['sections']);
  });
});

const audience = fc.constantFrom(null, 'employers', 'tutors');
const contents: fc.Arbitrary<PortfolioContent> = fc.record({
  title: fc.string(),
  introduction: fc.constant(null),
  sections: fc.array(
    fc.record({
      title: fc.string(),
      introduction: fc.constant(null),
      items: fc.array(
        fc
          .record({ audience, text: fc.uuid(), credentialId: fc.constantFrom(null, 'c1', 'c2') })
          .map((some) => ({
            ...EMPTY,
            ...some,
          })),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 4 },
  ),
});
const itemsOf = ({ sections }: PortfolioContent) => sections.flatMap(({ items }) => items);

describe('an audience', () => {
  test('sees what is for everybody and what is for it, in order, and nothing else', () => {
    fc.assert(
      fc.property(contents, audience, (content, whom) => {
        const seen = forAudience(content, whom);
        expect(itemsOf(seen)).toEqual(
          itemsOf(content).filter((item) => item.audience === null || item.audience === whom),
        );
        expect(forAudience(seen, whom)).toEqual(seen);
        expect(referencesOf(content).credentialIds).toEqual(
          expect.arrayContaining(referencesOf(seen).credentialIds),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('is not even told of a section that is for others', () => {
    const content = {
      title: 'Mine',
      introduction: null,
      sections: [
        { title: 'For tutors', introduction: null, items: [{ ...EMPTY, text: 'x', audience: 'tutors' }] },
        { title: 'Empty', introduction: null, items: [] },
      ],
    };
    expect(forAudience(content, 'employers').sections.map(({ title }) => title)).toEqual(['Empty']);
  });
});

test('nothing in a page is markup', () => {
  const evil = '<script>alert(1)</script>"\'';
  fc.assert(
    fc.property(fc.constantFrom('ARTEFACT', 'NARRATIVE', 'VALIDATION', 'CREDENTIAL' as const), (kind) => {
      const page = portfolioPage({
        id: 'p',
        learnerId: 'l',
        createdAt: new Date(0),
        updatedAt: new Date(0),
        audience: evil,
        expiresAt: new Date(0),
        title: evil,
        introduction: evil,
        sections: [
          {
            title: evil,
            introduction: evil,
            items: [
              {
                ...EMPTY,
                kind,
                title: evil,
                text: evil,
                url: `javascript:${evil}`,
                digest: evil,
                attribution: evil,
                credential: {
                  document: '',
                  name: evil,
                  issuerName: evil,
                  foreign: true,
                  report: {
                    verdict: 'FAILED',
                    checkedAt: new Date(0),
                    steps: [],
                    format: null,
                    credentialId: null,
                    issuer: evil,
                    trust: null,
                    alignments: [],
                  },
                },
                validation: {
                  id: 'v',
                  learnerId: 'l',
                  organizationId: 'o',
                  organizationName: evil,
                  askedAt: new Date(0),
                  answeredAt: null,
                  confirmed: true,
                  claim: evil,
                  url: null,
                  learnerName: null,
                  statement: evil,
                  validatorName: evil,
                  validatorPosition: evil,
                },
              },
            ],
          },
        ],
      });
      expect(page).not.toContain('<script');
      expect(page).not.toContain('href="javascript');
      expect(page).not.toContain('"\'');
    }),
    { numRuns: 20 },
  );
});
