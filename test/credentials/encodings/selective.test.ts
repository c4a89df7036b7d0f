import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { testConfig } from '../../support/config.ts';
import { disclosuresOf, present, testHolder } from '../../support/holder.ts';
import { type Report, startIssuer, type TestIssuer } from '../../support/issuer.ts';

let issuer: TestIssuer;
let api: TestIssuer['api'];
let world: TestIssuer['world'];
let staff: TestIssuer['staff'];
beforeAll(async () => {
  issuer = await startIssuer();
  ({ api, world, staff } = issuer);
});
afterAll(() => issuer.close());

const ENCODED = `query ($id: ID!, $as: CredentialEncoding!, $key: HolderKeyInput) {
  credential(id: $id) { id document encoded(as: $as, holderKey: $key) } }`;
const DISCLOSED = `query ($id: ID!, $pointers: [String!]!, $key: HolderKeyInput) {
  credential(id: $id) { id disclosed(pointers: $pointers, holderKey: $key) } }`;

async function issued(email = 'ada@example.org') {
  const { id, learner } = await issuer.held({ email });
  const encoded = async (as: string, key?: { jwk: string; did?: string }) => {
    const answer = await learner(ENCODED, { id, as, key });
    expect(answer.errors).toEqual([]);
    return answer.data.credential.encoded as string;
  };
  return { id, learner, encoded };
}

const verify = (document: string) => issuer.verify(document);
const outcomeOf = ({ steps }: Report, name: string) => steps.find((each) => each.name === name)?.outcome;

describe('a credential as SD-JWT', () => {
  test('is bound to the key of a wallet, whose holder shows what they choose', async () => {
    const wallet = testHolder();
    const { id, encoded } = await issued();
    const sdJwt = await encoded('SD_JWT', { jwk: JSON.stringify(wallet.jwk) });
    const [token = ''] = sdJwt.split('~');
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'dc+sd-jwt' });
    const payload = decodeJwt(token);
    expect(payload).toMatchObject({
      vct: `${testConfig().publicUrl}/credential-types/open-badge`,
      sub: wallet.did,
      cnf: { jwk: wallet.jwk },
      status: { status_list: { uri: expect.stringMatching(/\/status\/.+\/token$/) } },
    });
    expect(payload.jti).toContain(id);
    const whole = await verify(sdJwt);
    expect(whole).toMatchObject({ verdict: 'VERIFIED', format: 'SD_JWT' });
    expect(whole.alignments.map(({ targetUrl }) => targetUrl)).toEqual([world.skillUri]);

    const employer = await api.as({ role: 'EMPLOYER', organizationId: world.organizationId });
    const ask = async () => {
      const { data, errors } = await employer('mutation { requestPresentation { challenge domain } }');
      expect(errors).toEqual([]);
      return data.requestPresentation as { challenge: string; domain: string };
    };
    const answer = async (shown: string, challenge: string) => {
      const { data, errors } = await employer(
        `mutation ($shown: String!, $challenge: String!) { verifyPresentation(presentation: $shown, challenge: $challenge) {
           verdict holder credentials { verdict alignments { targetUrl } } steps { name outcome } } }`,
        { shown, challenge },
      );
      expect(errors).toEqual([]);
      return data.verifyPresentation;
    };
    const isAlignment = (disclosure: readonly unknown[]) =>
      JSON.stringify(disclosure.at(-1)).includes('Alignment');
    expect(disclosuresOf(sdJwt).filter(isAlignment)).toHaveLength(1);
    const first = await ask();
    const asked = { nonce: first.challenge, audience: first.domain };
    expect(await answer(await present(sdJwt, isAlignment, wallet, asked), first.challenge)).toMatchObject({
      verdict: 'VERIFIED',
      holder: wallet.did,
      credentials: [{ verdict: 'VERIFIED', alignments: [{ targetUrl: world.skillUri }] }],
    });
    const second = await ask();
    const bare = await present(sdJwt, () => false, wallet, {
      nonce: second.challenge,
      audience: second.domain,
    });
    expect(bare).not.toContain('.eyJlbWFpbCI');
    expect(await answer(bare, second.challenge)).toMatchObject({
      verdict: 'VERIFIED',
      credentials: [{ alignments: [] }],
    });
    const third = await ask();
    const thief = await present(sdJwt, isAlignment, testHolder(), {
      nonce: third.challenge,
      audience: third.domain,
    });
    expect((await answer(thief, third.challenge)).verdict).toBe('FAILED');
  });

  test('says when it was withdrawn, and its type is described where it says', async () => {
    const { id, encoded } = await issued();
    const sdJwt = await encoded('SD_JWT');
    expect(await verify(sdJwt)).toMatchObject({ verdict: 'VERIFIED' });
    await issuer.revoke(id);
    expect(outcomeOf(await verify(sdJwt), 'STATUS')).toBe('FAIL');
    expect(outcomeOf(await verify(await encoded('SD_JWT')), 'STATUS')).toBe('FAIL');
    const described = await fetch(`${api.url}/credential-types/open-badge`);
    expect(await described.json()).toMatchObject({ vct: decodeJwt(sdJwt.split('~')[0] ?? '')['vct'] });
    expect((await fetch(`${api.url}/credential-types/driving-licence`)).status).toBe(404);
  });

  test('is there for whoever has a link, bound to nobody’s key', async () => {
    const { id, learner } = await issued();
    const shared = await learner(`mutation ($id: ID!) { shareCredential(id: $id) { url } }`, { id });
    const { pathname, search } = new URL(shared.data.shareCredential.url);
    const answer = await fetch(api.url + pathname + search, { headers: { accept: 'application/dc+sd-jwt' } });
    expect(answer.headers.get('content-type')).toContain('application/dc+sd-jwt');
    const sdJwt = await answer.text();
    expect(decodeJwt(sdJwt.split('~')[0] ?? '')).not.toHaveProperty('cnf');
    expect(await verify(sdJwt)).toMatchObject({ verdict: 'VERIFIED', format: 'SD_JWT' });
  });
});

describe('a credential with a base proof', () => {
  test('verifies, and so does every version derived from it, which shows what was chosen', async () => {
    const { id, learner, encoded } = await issued();
    const base = await encoded('SELECTIVE');
    expect(JSON.parse(base).proof[0]).toMatchObject({ cryptosuite: 'ecdsa-sd-2023' });
    expect(await verify(base)).toMatchObject({ verdict: 'VERIFIED', format: 'JSON' });
    const whole = JSON.parse(base);
    const show = async (pointers: string[]) => {
      const { data, errors } = await learner(DISCLOSED, { id, pointers });
      expect(errors).toEqual([]);
      return data.credential.disclosed as string;
    };
    const little = await show([]);
    const { credentialSubject, evidence } = JSON.parse(little);
    expect(evidence).toBeUndefined();
    expect(credentialSubject).toEqual({
      type: ['AchievementSubject'],
      identifier: whole.credentialSubject.identifier,
      achievement: {
        id: whole.credentialSubject.achievement.id,
        type: ['Achievement'],
        name: 'Graph Modeller',
        description: whole.credentialSubject.achievement.description,
        criteria: whole.credentialSubject.achievement.criteria,
      },
    });
    expect(await verify(little)).toMatchObject({ verdict: 'VERIFIED', alignments: [] });
    const more = await show(['/credentialSubject/achievement/alignment/0', '/evidence/1']);
    expect(JSON.parse(more).evidence).toEqual([whole.evidence[1]]);
    const report = await verify(more);
    expect(report.verdict).toBe('VERIFIED');
    expect(report.alignments.map(({ targetUrl }) => targetUrl)).toEqual([world.skillUri]);
  });

  test('fails when anything in it is changed, added or left out', async () => {
    const { id, learner, encoded } = await issued();
    const { data } = await learner(DISCLOSED, {
      id,
      pointers: ['/credentialSubject/achievement/alignment/0'],
    });
    for (const text of [await encoded('SELECTIVE'), data.credential.disclosed as string]) {
      const whole = JSON.parse(text);
      const { achievement } = whole.credentialSubject;
      const withBadge = (changes: object) => ({
        ...whole,
        credentialSubject: { ...whole.credentialSubject, achievement: { ...achievement, ...changes } },
      });
      const [proof] = whole.proof ? [whole.proof].flat() : [];
      const at = proof.proofValue.length - 20;
      const flipped = proof.proofValue[at] === 'A' ? 'B' : 'A';
      const proofValue = proof.proofValue.slice(0, at) + flipped + proof.proofValue.slice(at + 1);
      for (const mutant of [
        withBadge({ name: 'Another badge' }),
        withBadge({ tag: ['more'] }),
        withBadge({ alignment: undefined }),
        { ...whole, validUntil: '2099-01-01T00:00:00Z' },
        { ...whole, credentialStatus: undefined },
        { ...whole, proof: [{ ...proof, proofValue }] },
      ]) {
        const report = await verify(JSON.stringify(mutant));
        expect(report.verdict).toBe('FAILED');
        expect(outcomeOf(report, 'PROOF')).toBe('FAIL');
      }
    }
  });

  test('refuses pointers that name nothing, or the proof', async () => {
    const { id, learner } = await issued();
    for (const pointer of ['evidence', '/evidence/99', '/nothing', '/proof', '/@context/0', '/id/x']) {
      const { errors } = await learner(DISCLOSED, { id, pointers: ['/evidence/0', pointer] });
      expect(errors).toEqual([
        expect.objectContaining({
          extensions: expect.objectContaining({
            code: 'INVALID_INPUT',
            reason: 'UNKNOWN_POINTER',
            unknown: [pointer],
          }),
        }),
      ]);
    }
    const many = await learner(DISCLOSED, { id, pointers: Array.from({ length: 101 }, () => '/name') });
    expect(many.errors[0]?.extensions).toMatchObject({ argument: 'pointers', max: 100 });
  });
});

test('every encoding can be bound to a wallet, and is for the learner alone', async () => {
  const { did, jwk } = testHolder();
  for (const email of ['ada@example.org', '']) {
    const { id, encoded } = await issued(email);
    for (const as of ['EMBEDDED', 'JWT', 'SELECTIVE', 'SD_JWT']) {
      const bound = await encoded(as, { jwk: JSON.stringify(jwk) });
      const read = bound.startsWith('{') ? JSON.parse(bound) : decodeJwt(bound.split('~')[0] ?? '');
      expect(as === 'SD_JWT' ? read.sub : read.credentialSubject.id).toBe(did);
      expect(await verify(bound)).toMatchObject({ verdict: 'VERIFIED' });
      expect((await staff(ENCODED, { id, as })).data.credential).toMatchObject({ id, encoded: null });
    }
    const named = JSON.parse(await encoded('EMBEDDED', { jwk: JSON.stringify(jwk), did }));
    expect(named.credentialSubject.id).toBe(did);
  }
  const { id, learner } = await issued();
  const untouched = await learner(ENCODED, { id, as: 'EMBEDDED' });
  expect(untouched.data.credential.encoded).toBe(untouched.data.credential.document);
  const { errors } = await learner(ENCODED, { id, as: 'JWT', key: { jwk: '{}' } });
  expect(errors[0]?.extensions).toMatchObject({ argument: 'holderKey', reason: 'UNUSABLE_KEY' });
});
