import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  claimsOf,
  objection,
  type Readable,
  readForeign,
  recipientMatch,
  standingOf,
} from '../../../src/modules/credentials/foreign/foreign.rules.ts';
import { identityHash } from '../../../src/modules/credentials/open-badge.ts';
import { STEPS, type VerificationStep } from '../../../src/modules/credentials/verification/report.ts';

const json = (document: Record<string, unknown>): Readable => ({
  format: 'JSON',
  how: '',
  text: '',
  document,
});
const stepsWith = (more: Partial<Record<string, VerificationStep['outcome']>>) => ({
  steps: STEPS.map(
    (name) => ({ name, outcome: more[name] ?? 'PASS', reason: name, milliseconds: 0 }) as const,
  ),
});
const outcomes = fc.constantFrom('PASS', 'FAIL', 'COULD_NOT_CHECK' as const);
const reports = fc
  .tuple(...STEPS.map(() => outcomes))
  .map((all) => stepsWith(Object.fromEntries(STEPS.map((name, i) => [name, all[i]])) as never));

describe('what a credential from elsewhere says', () => {
  test('is read from its name, else that of its achievement, else its kind', () => {
    const achievement = { name: 'Welding', type: ['Achievement'] };
    const subject = { credentialSubject: { achievement } };
    expect(readForeign(json({ name: 'Mine', ...subject })).name).toBe('Mine');
    expect(readForeign(json({ ...subject, type: ['VerifiableCredential', 'X'] })).name).toBe('Welding');
    expect(readForeign(json({ type: ['VerifiableCredential', 'X'] })).name).toBe('X');
    expect(readForeign(json({}))).toEqual({
      name: 'A credential',
      issuerName: null,
      validUntil: null,
      identities: [],
    });
    expect(
      readForeign(json({ issuer: { name: 'Academy' }, expirationDate: '2030-01-01T00:00:00Z' })),
    ).toMatchObject({
      issuerName: 'Academy',
      validUntil: new Date('2030-01-01T00:00:00Z'),
    });
  });

  test('may be anything', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('name', 'type', 'issuer', 'credentialSubject', 'exp', 'validUntil'),
          fc.jsonValue(),
        ),
        (document) => {
          const { name, validUntil } = readForeign(json(document));
          expect(name.length).toBeGreaterThan(0);
          if (validUntil) expect(validUntil.toISOString()).toEqual(expect.any(String));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is about the learner whose address it hashes, however the issuer spelt it', () => {
    const email = 'Ada@learners.example';
    const salted = { hashed: true, salt: 'salt', identityHash: identityHash(email, 'salt') };
    const plain = { hashed: false, salt: '', identityHash: 'ada@learners.example' };
    for (const one of [salted, plain, { ...salted, identityHash: salted.identityHash.toUpperCase() }])
      expect(recipientMatch([one], email)).toBe('EMAIL');
    expect(recipientMatch([salted], 'bob@learners.example')).toBe('OTHER_EMAIL');
    expect(recipientMatch([{ ...salted, salt: 'other' }], email)).toBe('OTHER_EMAIL');
    expect(recipientMatch([salted], null)).toBe('OTHER_EMAIL');
    expect(recipientMatch([], email)).toBe('NOT_SAID');
  });
});

describe('a verified credential from elsewhere', () => {
  test('may be brought although nobody vouches for its issuer, never when a check failed or its signature is open', () => {
    expect(objection(stepsWith({ TRUST: 'COULD_NOT_CHECK', STATUS: 'COULD_NOT_CHECK' }))).toBeNull();
    for (const name of ['FORMAT', 'STRUCTURE', 'ISSUER', 'PROOF'])
      expect(objection(stepsWith({ [name]: 'COULD_NOT_CHECK' }))).toMatchObject({ name });
    expect(objection(stepsWith({ DATES: 'FAIL', PROOF: 'COULD_NOT_CHECK' }))).toMatchObject({
      name: 'DATES',
    });
  });

  test('is trusted only when everything passed and it is about the learner', () => {
    fc.assert(
      fc.property(
        reports,
        fc.constantFrom('EMAIL', 'OTHER_EMAIL', 'NOT_SAID' as const),
        (report, recipient) => {
          const standing = standingOf(report, recipient);
          const all = report.steps.map(({ outcome }) => outcome);
          expect(standing === 'FAILED').toBe(all.includes('FAIL'));
          expect(standing === 'TRUSTED').toBe(all.every((one) => one === 'PASS') && recipient === 'EMAIL');
          if (standing === 'VERIFIED')
            expect(report.steps.every(({ name, outcome }) => outcome === 'PASS' || name === 'TRUST')).toBe(
              true,
            );
        },
      ),
      { numRuns: 500 },
    );
  });

  test('claims each skill once, vouched if any alignment to it is', () => {
    const alignment = fc.record({ targetUrl: fc.constantFrom('a', 'b', 'c'), vouched: fc.boolean() });
    fc.assert(
      fc.property(fc.array(alignment), (alignments) => {
        const claims = claimsOf(alignments);
        expect(claims.map(({ uri }) => uri)).toEqual([
          ...new Set(alignments.map(({ targetUrl }) => targetUrl)),
        ]);
        for (const { uri, vouched } of claims)
          expect(vouched).toBe(alignments.some((one) => one.targetUrl === uri && one.vouched));
      }),
      { numRuns: 200 },
    );
  });
});
