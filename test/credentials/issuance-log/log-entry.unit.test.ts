import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jwtClaims } from '../../../src/modules/credentials/encodings/jwt-claims.ts';
import { contentDigest, leafOf } from '../../../src/modules/credentials/issuance-log/log-entry.ts';
import { openBadgeCredential } from '../../../src/modules/credentials/open-badge.ts';
import { publicUrls } from '../../../src/modules/credentials/public-urls.ts';
import { award } from '../../support/awards.ts';

const urls = publicUrls('https://credentials.example');
const documents = award.map((given) => openBadgeCredential(given, urls) as Record<string, unknown>);
const proof = { type: 'DataIntegrityProof', proofValue: 'z1' };

describe('what the log says of a credential', () => {
  test('is the same however it is spelt or signed, and for a JWT of it', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const digest = contentDigest(document);
        const reversed = Object.fromEntries(Object.entries(document).reverse());
        for (const same of [{ ...document, proof }, reversed, jwtClaims({ ...document, proof })])
          expect(contentDigest(same)).toBe(digest);
      }),
      { numRuns: 50 },
    );
  });

  test('is the same for the wallet it is signed for', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const subject = document['credentialSubject'] as object;
        const bound = { ...document, credentialSubject: { ...subject, id: 'did:jwk:wallet' } };
        expect(contentDigest(bound)).toBe(contentDigest(document));
      }),
      { numRuns: 50 },
    );
  });

  test('is another when any member is another or missing', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, pick) => {
        const names = Object.keys(document);
        const name = names[pick % names.length] as string;
        const { [name]: value, ...rest } = document;
        expect(contentDigest(rest)).not.toBe(contentDigest(document));
        const altered = { ...document, [name]: [value, 'more'] };
        expect(contentDigest(altered)).not.toBe(contentDigest(document));
      }),
      { numRuns: 100 },
    );
  });

  test('makes another leaf when any part of the entry is another', () => {
    const entry = {
      issuer: 'did:web:x',
      credential: 'https://x.example/1',
      content: 'c',
      key: 'did:web:x#k',
      at: new Date(0),
    };
    const others = Object.keys(entry).map((name) => ({
      ...entry,
      [name]: name === 'at' ? new Date(1) : 'other',
    }));
    const leaves = [entry, ...others].map((each) => leafOf(each).toString('hex'));
    expect(new Set(leaves).size).toBe(leaves.length);
  });
});
