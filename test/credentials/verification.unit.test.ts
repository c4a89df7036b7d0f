import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { issuerDid, organizationOf } from '../../src/modules/credentials/issuer-directory.ts';
import { publicUrls } from '../../src/modules/credentials/public-urls.ts';
import {
  decodeStatusList,
  emptyStatusList,
  isStale,
  LIST_LENGTH,
  randomIndices,
  withEntries,
} from '../../src/modules/credentials/status-list.ts';
import { DOCUMENT_LIMITS, readJson } from '../../src/modules/credentials/verification/read-json.ts';
import { STEPS } from '../../src/modules/credentials/verification/report.ts';
import { checkStructure } from '../../src/modules/credentials/verification/structure.ts';
import type { VerificationSources } from '../../src/modules/credentials/verification/verification-sources.ts';
import { verifyDocument } from '../../src/modules/credentials/verification/verify.ts';
import { noWeb } from '../../src/modules/credentials/verification/web.ts';

const problemOf = (text: string): string => {
  const read = readJson(text);
  return 'problem' in read ? read.problem : 'none';
};

describe('reading a document', () => {
  test('gives what JSON.parse gives, for every object within the limits', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (value) => {
        const text = JSON.stringify(value);
        expect(readJson(text)).toEqual({ document: JSON.parse(text) });
      }),
    );
  });

  test('refuses what is not a JSON object', () => {
    for (const text of [
      '',
      '[]',
      '1',
      'null',
      '"x"',
      '{',
      '{"a":}',
      '{a:1}',
      '{"a":1}{',
      'not json',
      '{"a" "b"}',
    ])
      expect(problemOf(text)).toMatch(/not (a )?JSON/);
  });

  test('refuses a member that stands twice, also when it is spelt with escapes', () => {
    expect(problemOf('{"name":"a","name":"b"}')).toMatch(/"name" stands twice/);
    expect(problemOf('{"x":{"name":1,"na\\u006de":2}}')).toMatch(/"name" stands twice/);
    expect(problemOf('{"a":{"name":1},"b":{"name":2},"c":[{"name":3},{"name":4}]}')).toBe('none');
    expect(problemOf('{"a":"{\\"a\\":1,\\"a\\":2}"}')).toBe('none');
  });

  test('refuses what is too large, too deep or too wide', () => {
    expect(problemOf(`{"a":"${'x'.repeat(DOCUMENT_LIMITS.bytes)}"}`)).toMatch(/bytes/);
    expect(problemOf(`{"a":${'['.repeat(30_000)}`)).toMatch(/deeper/);
    expect(problemOf(`{"a":[${'1,'.repeat(DOCUMENT_LIMITS.values)}1]}`)).toMatch(/more than/);
  });
});

describe('the structure of a document', () => {
  const contexts = new Set(['https://www.w3.org/ns/credentials/v2', 'https://ob.example']);
  const problem = (document: object): string => {
    const structure = checkStructure(document, contexts);
    if ('unread' in structure) return `unread ${structure.unread}`;
    return 'problem' in structure ? structure.problem : 'none';
  };
  const whole = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://ob.example'],
    id: 'urn:uuid:1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:web:a.example', type: ['Profile'] },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: 'urn:uuid:2',
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:3',
        type: ['Achievement'],
        name: 'n',
        description: 'd',
        criteria: { narrative: 'c' },
      },
    },
    proof: [
      {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        verificationMethod: 'did:web:a.example#k',
        proofPurpose: 'assertionMethod',
        proofValue: 'z',
      },
    ],
  };

  test('is right for a small but whole credential, and wrong without any one of its members', () => {
    expect(problem(whole)).toBe('none');
    for (const member of Object.keys(whole))
      expect(
        problem(Object.fromEntries(Object.entries(whole).filter(([name]) => name !== member))),
      ).toContain(`/${member}`);
  });

  test('names what is wrong and where', () => {
    expect(problem({ ...whole, validFrom: '2026-01-01' })).toMatch(/^\/validFrom: must be a date and time/);
    expect(problem({ ...whole, validFrom: '2026-02-31T25:00:00Z' })).toMatch(/^\/validFrom/);
    expect(problem({ ...whole, validUntil: '2025-01-01T00:00:00Z' })).toMatch(
      /^\/validUntil: must not be earlier/,
    );
    expect(problem({ ...whole, id: 'no uri' })).toMatch(/^\/id: must be an absolute URI/);
    expect(problem({ ...whole, issuer: 'name' })).toMatch(/^\/issuer/);
    expect(problem({ ...whole, type: ['VerifiableCredential'] })).toMatch(/OpenBadgeCredential/);
  });

  test('is not so made that telling its parts apart or checking its proofs takes for ever', () => {
    const related = (count: number) => Array.from({ length: count }, () => ({ type: ['Related'] }));
    const { achievement, ...about } = whole.credentialSubject;
    const wide = (count: number) => ({
      ...whole,
      credentialSubject: { ...about, achievement: { ...achievement, related: related(count) } },
    });
    expect(problem(wide(400))).toBe('none');
    expect(problem(wide(600))).toMatch(/more than 500 parts without an id/);
    expect(problem({ ...whole, proof: Array.from({ length: 9 }, () => whole.proof[0]) })).toMatch(
      /at most 8/,
    );
  });

  test('has no unknown context, no hidden JSON-LD, no null', () => {
    const { '@context': context } = whole;
    expect(problem({ ...whole, '@context': [...context, 'https://evil.example'] })).toMatch(
      /^unread .*evil.example is not/,
    );
    expect(problem({ ...whole, '@context': [...context, { name: 'x:y' }] })).toMatch(/inline context/);
    expect(problem({ ...whole, evidence: [{ '@context': context, type: ['Evidence'] }] })).toMatch(
      /not allowed/,
    );
    expect(problem({ ...whole, '@graph': [] })).toMatch(/@graph: is not allowed/);
    expect(problem(JSON.parse(JSON.stringify(whole).replace('"id"', '"__proto__":{"a":1},"id"')))).toMatch(
      /__proto__: is not allowed/,
    );
    expect(problem({ ...whole, evidence: [{ type: ['Evidence'], about: { id: '_:b0' } }] })).toMatch(
      /blank node/,
    );
    expect(problem({ ...whole, type: ['VerifiableCredential', 'OpenBadgeCredential', '_:b0'] })).toMatch(
      /blank node/,
    );
    expect(problem({ ...whole, name: '_: a face' })).toBe('none');
    expect(problem({ ...whole, name: null })).toMatch(/is null/);
    expect(problem({ ...whole, name: { '@value': 'n', '@language': 'en' } })).toBe('none');
  });
});

describe('a report', () => {
  const nothing: VerificationSources = {
    contexts: new Set(),
    isOurs: () => false,
    web: noWeb,
    resolve: async () => ({ problem: 'nobody is known' }),
    checkProof: async () => ({ outcome: 'PASS', reason: '' }),
    achievementIssuer: async () => undefined,
    statusList: async () => undefined,
    logged: async () => undefined,
    tokenStatusList: async () => undefined,
    revocation: async () => undefined,
    trust: async () => ({ status: 'KNOWN', registry: null, scope: null, governanceUrl: null, name: null }),
  };

  test('is given for any text at all, and never verifies what is no credential', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        const { verdict, steps } = await verifyDocument(text, nothing, new Date());
        expect(verdict).toBe('FAILED');
        expect(steps.map(({ name }) => name)).toEqual([...STEPS]);
      }),
    );
  });
});

describe('a status list', () => {
  test('says exactly what was set', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(LIST_LENGTH - 1), { maxLength: 20 }), async (indices) => {
        const list = await decodeStatusList(await withEntries(await emptyStatusList(), indices, true));
        expect(list.length).toBe(LIST_LENGTH);
        for (const index of indices) expect(list.getStatus(index)).toBe(true);
        const clear = (indices[0] ?? 0) + 1;
        if (!indices.includes(clear) && clear < LIST_LENGTH) expect(list.getStatus(clear)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  test('gives entries that are free, distinct and spread over the whole list', () => {
    const taken = new Set(randomIndices(1_000));
    const chosen = randomIndices(5_000, taken);
    expect(new Set(chosen).size).toBe(5_000);
    expect(chosen.some((index) => taken.has(index))).toBe(false);
    for (const quarter of [0, 1, 2, 3]) {
      const inside = chosen.filter((index) => Math.floor((index / LIST_LENGTH) * 4) === quarter);
      expect(Math.abs(inside.length - 1_250)).toBeLessThan(250);
    }
    expect(() => randomIndices(LIST_LENGTH + 1)).toThrow(/free entries/);
  });

  test('is signed again long before its signature ends', () => {
    const signed = new Date('2026-01-01T00:00:00Z');
    expect(isStale(signed, new Date('2026-01-01T11:00:00Z'))).toBe(false);
    expect(isStale(signed, new Date('2026-01-01T13:00:00Z'))).toBe(true);
  });
});

describe('addresses', () => {
  test('an organisation has one DID, with the port and path of the service in it', () => {
    expect(issuerDid('https://credentials.example', 'a')).toBe('did:web:credentials.example:orgs:a');
    expect(issuerDid('http://localhost:4000', 'a')).toBe('did:web:localhost%3A4000:orgs:a');
    expect(issuerDid('https://host.example/cg', 'a')).toBe('did:web:host.example:cg:orgs:a');
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(organizationOf('http://localhost:4000', issuerDid('http://localhost:4000', id))).toBe(id);
        expect(organizationOf('http://localhost:4000', issuerDid('https://other.example', id))).toBeNull();
      }),
    );
    expect(organizationOf('http://localhost:4000', 'did:web:localhost%3A4000:orgs:a:b')).toBeNull();
  });

  test('an address of ours leads back to its id, no other does', () => {
    const urls = publicUrls('https://credentials.example');
    expect(urls.idIn('status', urls.statusList('l-1'))).toBe('l-1');
    expect(urls.idIn('status', 'https://credentials.example/status/a/b')).toBeNull();
    expect(urls.idIn('status', 'https://credentials.example/status/a?b')).toBeNull();
    expect(urls.idIn('status', urls.achievement('l-1'))).toBeNull();
    expect(urls.idIn('status', 'https://credentials.example.evil/status/a')).toBeNull();
  });
});
