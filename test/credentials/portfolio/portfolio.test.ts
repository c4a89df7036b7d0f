import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/platform/clock.ts';
import type { Caller } from '../../support/api.ts';
import { makeOrganization } from '../../support/data.ts';
import { codesOf } from '../../support/errors.ts';
import { startIssuer, type TestIssuer } from '../../support/issuer.ts';
import { foreignBadge, proven, testSigner } from '../../support/signer.ts';

let ahead = 0;
const clock: Clock = () => new Date(Date.now() + ahead);
let issuer: TestIssuer;
let api: TestIssuer['api'];
let world: TestIssuer['world'];
let staff: TestIssuer['staff'];
let employerId: string;
let employer: Caller;
beforeAll(async () => {
  issuer = await startIssuer({ clock });
  ({ api, world, staff } = issuer);
  employerId = await makeOrganization('Employer', ['EMPLOYER']);
  employer = await api.as({ role: 'EMPLOYER', organizationId: employerId });
});
afterAll(() => issuer.close());

const BRING = 'mutation ($document: String!) { bringCredential(document: $document) { id } }';
const FIELDS = `id title introduction createdAt updatedAt shares { id audience expiresAt }
  sections { title introduction items { kind title text url digest attribution audience credentialId foreignCredentialId validationId } }`;
const SAVE = `mutation ($id: ID, $input: PortfolioInput!, $key: String) {
  savePortfolio(id: $id, input: $input, idempotencyKey: $key) { ${FIELDS} } }`;
const LIST = `query ($first: Int, $after: String) { portfolios(first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } edges { node { ${FIELDS} } } } }`;
const DELETE = 'mutation ($id: ID!, $key: String!) { deletePortfolio(id: $id, idempotencyKey: $key) }';
const SHARE = `mutation ($id: ID!, $audience: String, $expiresAt: DateTimeISO, $key: String) {
  sharePortfolio(id: $id, audience: $audience, expiresAt: $expiresAt, idempotencyKey: $key) { portfolioId expiresAt url } }`;
const UNSHARE =
  'mutation ($id: ID!, $key: String!) { revokePortfolioShare(id: $id, idempotencyKey: $key) { id shares { id } } }';
const RECORD = 'query ($id: ID!, $audience: String) { portfolioRecord(id: $id, audience: $audience) }';
const ASKED = `id learnerId organizationName claim url learnerName confirmed statement validatorName validatorPosition answeredAt`;
const ASK = `mutation ($organizationId: ID!, $input: AskForValidationInput!, $key: String!) {
  askForValidation(organizationId: $organizationId, input: $input, idempotencyKey: $key) { ${ASKED} } }`;
const ANSWER = `mutation ($id: ID!, $input: AnswerValidationInput!, $key: String!) {
  answerValidation(id: $id, input: $input, idempotencyKey: $key) { ${ASKED} } }`;
const REQUESTS = `query ($first: Int) { validationRequests(first: $first) { totalCount edges { node { ${ASKED} } } } }`;
const MINE = `{ myValidations { totalCount edges { node { ${ASKED} } } } }`;
const REMOVE = 'mutation ($id: ID!, $key: String!) { removeValidation(id: $id, idempotencyKey: $key) }';

const ok = async (caller: Caller, query: string, variables: Record<string, unknown> = {}) => {
  const { data, errors } = await caller(query, { key: randomUUID(), ...variables });
  expect(errors).toEqual([]);
  return Object.values(data)[0] as never as Record<string, never>;
};
const pathOf = (url: string): string => url.slice(api.app.config.publicUrl.length);
const open = (path: string, accept = 'application/json') => fetch(api.url + path, { headers: { accept } });

async function holder() {
  const { id, learnerId, learner } = await issuer.held();
  const signer = testSigner();
  const badge = await proven(foreignBadge(signer.did, { id: `urn:uuid:${randomUUID()}` }), signer);
  const foreign = await ok(learner, BRING, { document: JSON.stringify(badge) });
  return { learnerId, learner, credentialId: id, foreignCredentialId: String(foreign['id']) };
}
type Holder = Awaited<ReturnType<typeof holder>>;

const mark = () => `Mark${randomUUID().replaceAll('-', '')}`;

/** A portfolio with something of everything, of which one part is for employers and one for tutors. */
const contentOf = (own: Holder, words: string, more: object[] = []) => ({
  title: `Portfolio ${words}`,
  introduction: 'What I can do.',
  sections: [
    {
      title: 'Work',
      items: [
        {
          kind: 'ARTEFACT',
          title: 'A model',
          url: `https://work.example/${words}`,
          digest: 'a'.repeat(64),
          attribution: `Half of it was ${words}.`,
        },
        { kind: 'NARRATIVE', text: `Only for tutors ${words}`, audience: 'tutors' },
        ...more,
      ],
    },
    {
      title: 'Credentials',
      items: [
        { kind: 'CREDENTIAL', credentialId: own.credentialId },
        { kind: 'CREDENTIAL', foreignCredentialId: own.foreignCredentialId, audience: 'employers' },
      ],
    },
  ],
});
const saved = async (own: Holder, words = mark()) =>
  String((await ok(own.learner, SAVE, { input: contentOf(own, words) }))['id']);

describe('a portfolio', () => {
  test('is written as a whole, sealed, listed for its learner alone, and deleted', async () => {
    const [own, other] = [await holder(), await holder()];
    const words = mark();
    const input = contentOf(own, words);
    const key = randomUUID();
    const { data } = await own.learner(SAVE, { input, key });
    const { id } = data.savePortfolio;
    expect(data.savePortfolio).toMatchObject(input);
    expect((await own.learner(SAVE, { input, key })).data.savePortfolio.id).toBe(id);
    const stored = await world.query('MATCH (p:Portfolio {id: $id}) RETURN properties(p) AS says', { id });
    expect(JSON.stringify(stored)).not.toContain(words);
    const changed = { ...input, title: 'Another title', sections: [] };
    await ok(own.learner, SAVE, { id, input: changed });
    await saved(own);
    const page = (await own.learner(LIST, { first: 1 })).data.portfolios;
    expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(
      (await own.learner(LIST, { first: 1, after: page.pageInfo.endCursor })).data.portfolios.edges,
    ).toMatchObject([{ node: { id, title: 'Another title', sections: [] } }]);
    expect((await other.learner(LIST)).data.portfolios.edges).toEqual([]);
    expect(codesOf(await other.learner(SAVE, { id, input: changed }))).toEqual(['NOT_FOUND', null]);
    expect(codesOf(await other.learner(DELETE, { id, key: randomUUID() }))).toEqual(['NOT_FOUND', null]);
    expect(codesOf(await staff(LIST))).toEqual(['FORBIDDEN', null]);
    expect((await own.learner(DELETE, { id, key: randomUUID() })).data.deletePortfolio).toBe(id);
    expect((await own.learner(LIST)).data.portfolios.totalCount).toBe(1);
  });

  test('shows only what is in the record of its learner', async () => {
    const [own, other] = [await holder(), await holder()];
    const named = (item: object) => ({ title: 'Mine', sections: [{ title: 'One', items: [item] }] });
    for (const item of [
      { kind: 'CREDENTIAL', credentialId: other.credentialId },
      { kind: 'CREDENTIAL', foreignCredentialId: other.foreignCredentialId },
      { kind: 'CREDENTIAL', credentialId: own.foreignCredentialId },
      { kind: 'VALIDATION', validationId: own.credentialId },
    ])
      expect(codesOf(await own.learner(SAVE, { input: named(item) }))).toEqual([
        'INVALID_INPUT',
        'NOT_YOURS',
      ]);
    const { errors } = await own.learner(SAVE, { input: named({ kind: 'ARTEFACT' }) });
    expect(errors[0]?.extensions).toMatchObject({ argument: 'input.sections[0].items[0].url' });
  });
});

describe('a link to a portfolio', () => {
  test('shows what is for its audience, its credentials verified, until it ends or is taken back', async () => {
    const own = await holder();
    const words = mark();
    const id = await saved(own, words);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const forAll = pathOf(String((await ok(own.learner, SHARE, { id, expiresAt }))['url']));
    const forEmployers = pathOf(
      String((await ok(own.learner, SHARE, { id, expiresAt, audience: 'employers' }))['url']),
    );
    const response = await open(forAll);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const all = (await response.json()) as { sections: { items: Record<string, never>[] }[] };
    expect(all).toMatchObject({ title: `Portfolio ${words}`, audience: null, expiresAt });
    expect(all.sections.map(({ items }) => items.length)).toEqual([1, 1]);
    expect(all.sections[0]?.items[0]).toMatchObject({ attribution: `Half of it was ${words}.` });
    expect(all.sections[1]?.items[0]).toMatchObject({
      credential: { foreign: false, report: { verdict: 'VERIFIED' } },
    });
    expect(JSON.stringify(all)).not.toContain(own.learnerId);
    const employers = await (await open(forEmployers)).text();
    expect(employers).not.toContain('Only for tutors');
    expect(JSON.parse(employers)).toMatchObject({
      audience: 'employers',
      sections: [{}, { items: [{}, { credential: { foreign: true, report: { verdict: 'UNDETERMINED' } } }] }],
    });
    const page = await open(forEmployers, 'text/html');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('issued elsewhere');
    const looks = await ok(
      own.learner,
      '{ eventsAboutMe(first: 20) { edges { node { purpose objects } } } }',
    );
    expect(JSON.stringify(looks)).toContain(JSON.stringify({ purpose: 'SHARED', objects: [id] }));

    const { data } = await own.learner(LIST);
    const shares = data.portfolios.edges[0].node.shares as { id: string; audience: string | null }[];
    expect(shares.map(({ audience }) => audience).sort()).toEqual(['employers', null].sort());
    const share = shares.find(({ audience }) => audience === null)?.id;
    expect(codesOf(await (await holder()).learner(UNSHARE, { id: share, key: randomUUID() }))).toEqual([
      'NOT_FOUND',
      null,
    ]);
    await ok(own.learner, UNSHARE, { id: share });
    expect((await open(forAll)).status).toBe(404);
    ahead = 3_700_000;
    try {
      expect((await open(forEmployers)).status).toBe(404);
    } finally {
      ahead = 0;
    }
    expect((await open(`/portfolios/${id}`)).status).toBe(404);
    expect((await open(`/portfolios/${id}?share=wrong`)).status).toBe(404);
  });

  test('shows the credential that took the place of a chosen one', async () => {
    const own = await holder();
    const id = await saved(own);
    const path = pathOf(String((await ok(own.learner, SHARE, { id }))['url']));
    const anew = await ok(
      staff,
      'mutation ($input: IssueDirectlyInput!, $key: String!) { made: issueCredentialDirectly(input: $input, idempotencyKey: $key) { id } }',
      { input: { learnerId: own.learnerId, badgeVersionId: world.badgeVersionId } },
    );
    await issuer.revoke(own.credentialId);
    await world.query(
      'MATCH (old:Credential {id: $old}), (new:Credential {id: $anew}) CREATE (new)-[:REPLACES]->(old)',
      { old: own.credentialId, anew: anew['id'] },
    );
    const shown = await (await open(path)).text();
    expect(JSON.parse(shown).sections[1].items[0]).toMatchObject({
      credential: { report: { verdict: 'VERIFIED' } },
    });
    expect(JSON.parse(shown).sections[1].items[0].credential.document).toContain(String(anew['id']));
  });

  test('is for the own portfolio alone, and told once', async () => {
    const [own, other] = [await holder(), await holder()];
    const id = await saved(own);
    expect(codesOf(await other.learner(SHARE, { id }))).toEqual(['NOT_FOUND', null]);
    const key = randomUUID();
    expect((await own.learner(SHARE, { id, key })).data.sharePortfolio.url).toContain(id);
    expect((await own.learner(SHARE, { id, key })).data.sharePortfolio.url).toBeNull();
    const { errors } = await own.learner(SHARE, { id, expiresAt: new Date(Date.now() - 1).toISOString() });
    expect(errors[0]?.extensions).toMatchObject({ argument: 'expiresAt' });
  });

  test('gives the credentials as a Comprehensive Learner Record, too, as their learner has it', async () => {
    const own = await holder();
    const id = await saved(own);
    const path = pathOf(String((await ok(own.learner, SHARE, { id, audience: 'employers' }))['url']));
    const response = await open(path.replace('?', '/record?'), '*/*');
    expect(response.headers.get('content-type')).toBe('application/vc');
    const record = JSON.parse(await response.text());
    expect(record.type).toContain('ClrCredential');
    expect(record.credentialSubject.verifiableCredential).toHaveLength(2);
    const { data } = await own.learner(RECORD, { id });
    expect(JSON.parse(data.portfolioRecord).credentialSubject.verifiableCredential).toHaveLength(1);
    expect((await issuer.verify(data.portfolioRecord)).verdict).toBe('VERIFIED');
    expect((await (await holder()).learner(RECORD, { id })).data.portfolioRecord).toBeNull();
    await ok(own.learner, SAVE, { id, input: { title: 'Empty', sections: [] } });
    expect(codesOf(await own.learner(RECORD, { id }))).toEqual(['CONFLICT', 'NO_CREDENTIALS']);
  });
});

describe('a supervisor', () => {
  test('is asked to confirm what a learner claims, and answers once, for everybody who is shown it', async () => {
    const own = await holder();
    const words = mark();
    const input = { claim: `I led the night shift ${words}`, url: 'https://work.example/shift' };
    const asked = await ok(own.learner, ASK, { organizationId: employerId, input });
    const { id } = asked;
    const stored = () => world.query('MATCH (v:Validation {id: $id}) RETURN properties(v) AS says', { id });
    expect(JSON.stringify(await stored())).not.toContain(words);
    const { data } = await employer(REQUESTS, { first: 50 });
    expect(data.validationRequests.edges.map(({ node }: { node: { id: string } }) => node)).toContainEqual(
      expect.objectContaining({
        id,
        claim: input.claim,
        learnerId: own.learnerId,
        confirmed: null,
        validatorName: null,
      }),
    );
    const elsewhere = await api.as({
      role: 'EMPLOYER',
      organizationId: await makeOrganization('Other', ['EMPLOYER']),
    });
    const answer = {
      confirmed: true,
      statement: `So it was ${words}`,
      name: 'Sam',
      position: 'Shift manager',
    };
    expect(codesOf(await elsewhere(ANSWER, { id, input: answer, key: randomUUID() }))).toEqual([
      'NOT_FOUND',
      null,
    ]);
    expect((await elsewhere(REQUESTS)).data.validationRequests.totalCount).toBe(0);
    expect(await ok(employer, ANSWER, { id, input: answer })).toMatchObject({
      confirmed: true,
      statement: answer.statement,
      validatorName: 'Sam',
    });
    expect(JSON.stringify(await stored())).not.toContain(words);
    expect(codesOf(await employer(ANSWER, { id, input: answer, key: randomUUID() }))).toEqual([
      'CONFLICT',
      'ANSWERED',
    ]);
    expect((await own.learner(MINE)).data.myValidations).toMatchObject({
      totalCount: 1,
      edges: [{ node: { id, confirmed: true, validatorPosition: 'Shift manager' } }],
    });
    const portfolio = await ok(own.learner, SAVE, {
      input: contentOf(own, words, [{ kind: 'VALIDATION', validationId: id }]),
    });
    const path = pathOf(String((await ok(own.learner, SHARE, { id: portfolio['id'] }))['url']));
    expect(await (await open(path)).json()).toMatchObject({
      sections: [
        { items: [{}, { validation: { confirmed: true, by: 'Sam', organization: 'Employer' } }] },
        {},
      ],
    });
    expect((await own.learner(REMOVE, { id, key: randomUUID() })).data.removeValidation).toBe(id);
    expect(await (await open(path, 'text/html')).text()).toContain('not there any more');
  });

  test('is an organisation that there is; what is asked says something', async () => {
    const own = await holder();
    const input = { claim: 'I was there' };
    const none = await own.learner(ASK, { organizationId: 'nobody', input, key: randomUUID() });
    expect(codesOf(none)).toEqual(['NOT_FOUND', null]);
    const empty = { organizationId: employerId, input: { claim: ' ' }, key: randomUUID() };
    expect((await own.learner(ASK, empty)).errors[0]?.extensions).toMatchObject({ argument: 'input.claim' });
    expect(codesOf(await own.learner(REMOVE, { id: 'none', key: randomUUID() }))).toEqual([
      'NOT_FOUND',
      null,
    ]);
  });
});

test('all of it is in what a learner exports, and gone when they are erased', async () => {
  const own = await holder();
  const words = mark();
  const validation = await ok(own.learner, ASK, {
    organizationId: employerId,
    input: { claim: `Claim ${words}` },
  });
  await ok(employer, ANSWER, { id: validation['id'], input: { confirmed: false, statement: `No ${words}` } });
  const id = await saved(own, words);
  const path = pathOf(String((await ok(own.learner, SHARE, { id, audience: 'employers' }))['url']));
  const { data } = await own.learner('{ exportMyData }');
  expect(data.exportMyData).toMatchObject({
    portfolios: [{ id, title: `Portfolio ${words}`, shares: [{ audience: 'employers' }] }],
    validations: [
      { id: validation['id'], asked: { claim: `Claim ${words}` }, answer: { statement: `No ${words}` } },
    ],
  });
  await ok(
    own.learner,
    'mutation ($key: String!) { eraseMe(confirmation: "ERASE EVERYTHING ABOUT ME", idempotencyKey: $key) { id } }',
  );
  expect((await open(path)).status).toBe(404);
  expect(
    await world.query('MATCH (n:Portfolio|Validation) WHERE n.id IN $ids RETURN n.id AS id', {
      ids: [id, validation['id']],
    }),
  ).toEqual([]);
});
