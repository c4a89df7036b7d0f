import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ENDORSER_CAPACITIES,
  endorsedCredential,
  endorsementCredential,
  withoutEndorsements,
} from '../../../src/modules/credentials/endorsements/endorsement-credential.ts';
import { openBadgeCredential } from '../../../src/modules/credentials/open-badge.ts';
import { publicUrls } from '../../../src/modules/credentials/public-urls.ts';
import { knownContexts } from '../../../src/modules/credentials/veramo/contexts.ts';
import { checkUnsigned } from '../../../src/modules/credentials/verification/structure.ts';
import { verifyDocument } from '../../../src/modules/credentials/verification/verify.ts';
import { award } from '../../support/awards.ts';
import { foreignSources } from '../../support/foreign-sources.ts';
import { foreignBadge, proven, testSigner } from '../../support/signer.ts';

const urls = publicUrls('https://credentials.example');
const facts = fc.record({
  id: fc.uuid(),
  endorser: fc.record({
    organizationId: fc.uuid(),
    did: fc.uuid().map((id) => `did:web:credentials.example:orgs:${id}`),
    name: fc.string({ minLength: 1 }),
    url: fc.option(fc.webUrl(), { nil: null }),
  }),
  subject: fc.webUrl(),
  statement: fc.string({ minLength: 1, maxLength: 2000 }),
  capacity: fc.option(fc.constantFrom(...ENDORSER_CAPACITIES), { nil: null }),
  at: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
});

test('an endorsement is an EndorsementCredential, whatever it says', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const made = endorsementCredential(given, urls);
      const problem = checkUnsigned(made, knownContexts);
      expect(problem).toBeNull();
      expect(urls.idIn('endorsements', String(made['id']))).toBe(given.id);
      expect(JSON.stringify(made)).toContain(JSON.stringify(given.statement));
    }),
    { numRuns: 100 },
  );
});

test('a credential with endorsements is still one, and says all it said before', () => {
  const lists = fc.array(facts, { maxLength: 2 });
  fc.assert(
    fc.property(award, lists, lists, lists, (given, credential, badge, issuer) => {
      const before = openBadgeCredential(given, urls);
      const texts = (list: typeof credential) =>
        list.map((each) => JSON.stringify(endorsementCredential(each, urls)));
      const after = endorsedCredential(
        { ...before, proof: [] },
        { credential: texts(credential), badge: texts(badge), issuer: texts(issuer) },
      );
      expect(checkUnsigned(after, knownContexts)).toBeNull();
      expect(JSON.stringify(after).split('endorsementComment').length - 1).toBe(
        credential.length + badge.length + issuer.length,
      );
      const bare = JSON.parse(JSON.stringify(withoutEndorsements(after)));
      expect(bare).toEqual(JSON.parse(JSON.stringify(before)));
    }),
    { numRuns: 50 },
  );
});

describe('verifying a credential with endorsements', () => {
  const issuer = testSigner();
  const endorser = testSigner();
  const now = new Date('2026-02-01T00:00:00Z');
  const said = async (statement: string) =>
    JSON.stringify(
      await proven(
        endorsementCredential(
          {
            id: '1',
            endorser: { organizationId: 'o', did: endorser.did, name: 'An employer', url: null },
            subject: 'https://elsewhere.example/badge',
            statement,
            capacity: 'SUPERVISOR',
            at: new Date('2026-01-15T00:00:00Z'),
          },
          urls,
        ) as Record<string, unknown>,
        endorser,
      ),
    );
  const stepOf = async (document: object, revoked = false) => {
    const sources = {
      ...foreignSources(),
      revocation: async () => ({ issuer: endorser.did, revoked, reason: null }),
    };
    const { steps } = await verifyDocument(JSON.stringify(document), sources, now);
    return Object.fromEntries(steps.map(({ name, outcome, reason }) => [name, `${outcome} ${reason}`]));
  };

  test('holds with each in its place, and not with one that was altered, taken back or left out', async () => {
    const one = await said('They built our network.');
    const parts = { credential: [one], badge: [one], issuer: [one] };
    const whole = await proven(
      endorsedCredential(foreignBadge(issuer.did), parts) as Record<string, unknown>,
      issuer,
    );
    expect(await stepOf(whole)).toMatchObject({
      STRUCTURE: 'PASS An Open Badges 3.0 credential.',
      PROOF: expect.stringMatching(/^PASS/),
      ENDORSEMENTS: 'PASS 3 endorsements hold.',
    });
    expect((await stepOf(whole, true))['ENDORSEMENTS']).toMatch(
      /^FAIL An endorsement: The issuer revoked it/,
    );
    const { endorsement: _, ...without } = whole;
    expect((await stepOf(without))['PROOF']).toMatch(/^FAIL/);
    const altered = await proven(
      endorsedCredential(foreignBadge(issuer.did), {
        ...parts,
        credential: [one.replace('network', 'bridges')],
      }) as Record<string, unknown>,
      issuer,
    );
    expect((await stepOf(altered))['ENDORSEMENTS']).toMatch(/^FAIL/);
  });
});
