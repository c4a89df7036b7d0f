import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ClrFacts, clrCredential } from '../../../src/modules/credentials/encodings/clr.ts';
import { openBadgeCredential } from '../../../src/modules/credentials/open-badge.ts';
import { publicUrls } from '../../../src/modules/credentials/public-urls.ts';
import { knownContexts } from '../../../src/modules/credentials/veramo/contexts.ts';
import {
  checkStructure,
  checkUnsigned,
  credentialsIn,
} from '../../../src/modules/credentials/verification/structure.ts';
import { award, instant } from '../../support/awards.ts';

const urls = publicUrls('https://credentials.example');
const recipient = award.map((facts) => facts.recipient);
const credentials = fc.array(
  award.map((facts) => openBadgeCredential(facts, urls)),
  { minLength: 1, maxLength: 4 },
);

const facts: fc.Arbitrary<ClrFacts> = fc.record({
  id: fc.uuid().map((id) => `urn:uuid:${id}`),
  name: fc.string({ minLength: 1 }),
  description: fc.option(fc.string({ minLength: 1 }), { nil: null }),
  publisher: fc.record({
    did: fc.uuid().map((id) => `did:web:credentials.example:orgs:${id}`),
    name: fc.string({ minLength: 1 }),
    url: fc.option(fc.webUrl(), { nil: null }),
  }),
  recipient,
  credentials,
  associations: fc.array(
    fc.record({
      type: fc.constantFrom('isParentOf' as const, 'isRelatedTo' as const, 'precedes' as const),
      sourceId: fc.webUrl(),
      targetId: fc.webUrl(),
    }),
    { maxLength: 3 },
  ),
  partial: fc.boolean(),
  at: instant,
});

describe('a Comprehensive Learner Record', () => {
  test('has the structure CLR 2.0 asks for, whatever it holds, and holds it unchanged', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const document = clrCredential(given);
        expect(checkUnsigned(document, knownContexts)).toBeNull();
        expect(credentialsIn(document)).toEqual(given.credentials);
        expect(JSON.stringify(document)).toBe(JSON.stringify(clrCredential(given)));
      }),
      { numRuns: 100 },
    );
  });

  test('says of its publisher nothing that a credential in it says already', () => {
    fc.assert(
      fc.property(facts, fc.boolean(), (given, isInside) => {
        const [first = {}] = given.credentials;
        const did = isInside ? (first['issuer'] as { id: string }).id : given.publisher.did;
        const { issuer } = clrCredential({ ...given, publisher: { ...given.publisher, did } });
        if (isInside) expect(issuer).toBe(did);
        else expect(issuer).toMatchObject({ id: did, name: given.publisher.name });
      }),
      { numRuns: 100 },
    );
  });

  test('is refused without credentials, without a name, or about nobody', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('verifiableCredential', 'type', 'name', 'recipient'),
        (given, gone) => {
          const { credentialSubject, ...rest } = clrCredential(given) as { credentialSubject: object };
          const { id: _, identifier: __, ...nobody } = credentialSubject as Record<string, unknown>;
          const subject = gone === 'recipient' ? nobody : { ...credentialSubject, [gone]: undefined };
          const { name: ___, ...unnamed } = rest as Record<string, unknown>;
          const altered = { ...(gone === 'name' ? unnamed : rest), credentialSubject: subject };
          const read = JSON.parse(JSON.stringify(altered)) as object;
          expect(checkStructure(read, knownContexts, 'OUTSIDE')).toHaveProperty('problem');
        },
      ),
      { numRuns: 100 },
    );
  });
});
