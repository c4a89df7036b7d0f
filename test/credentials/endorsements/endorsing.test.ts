import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';
import { makeOrganization } from '../../support/data.ts';

let api: TestApi;
let world: CredentialWorld;
let staff: Caller;
let employer: Caller;
let employerId: string;
let stranger: Caller;
beforeAll(async () => {
  api = await startApi();
  world = await credentialWorld(testConfig());
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  employerId = await makeOrganization('Bridge builders', ['EMPLOYER']);
  employer = await api.as({ role: 'EMPLOYER', organizationId: employerId });
  stranger = await api.as({
    role: 'EMPLOYER',
    organizationId: await makeOrganization('Others', ['EMPLOYER']),
  });
});
afterAll(() => Promise.all([api.close(), world.close()]));

const statement = 'We saw how they model and would hire them again.';
const done = async (caller: Caller, query: string, variables: object = {}) => {
  const { data, errors } = await caller(query, { key: randomUUID(), ...variables });
  expect(errors).toEqual([]);
  return data;
};
const refused = async (caller: Caller, query: string, variables: object = {}) =>
  (await caller(query, { key: randomUUID(), ...variables })).errors.flatMap(({ extensions }) => [
    extensions['code'],
    extensions['reason'],
  ]);
const steps = async (document: string) => {
  const { verifyCredential } = await done(
    api.anonymous,
    'query ($document: String!) { verifyCredential(document: $document) { verdict steps { name reason } } }',
    { document },
  );
  const named = verifyCredential.steps as { name: string; reason: string }[];
  return [verifyCredential.verdict, named.find(({ name }) => name === 'ENDORSEMENTS')?.reason];
};
const json = async (path: string) => (await (await fetch(api.url + path)).json()) as Record<string, unknown>;

async function issued() {
  const { learnerId, resultId } = await world.learner();
  const { made } = await done(
    staff,
    'mutation ($input: IssueCredentialInput!, $key: String!) { made: issueCredential(input: $input, idempotencyKey: $key) { id url } }',
    { input: { resultId, badgeVersionId: world.badgeVersionId } },
  );
  const learner = await api.as({ role: 'LEARNER', learnerId });
  return { ...(made as { id: string; url: string }), learner, learnerId };
}
const makePublic = (learner: Caller, id: string) =>
  done(
    learner,
    'mutation ($id: ID!, $key: String!) { makeCredentialPublic(id: $id, idempotencyKey: $key) { id } }',
    { id },
  );
const endorsed = async (learner: Caller, id: string) =>
  (await done(learner, 'query ($id: ID!) { credential(id: $id) { endorsedDocument } }', { id })).credential
    .endorsedDocument as string | null;

const ENDORSE = `mutation ($input: EndorseCredentialInput!, $key: String!) {
  made: endorseCredential(input: $input, idempotencyKey: $key) { id state capacity statement document endorser { id } } }`;
const ANSWER = `mutation ($id: ID!, $accept: Boolean!, $key: String!) {
  made: answerCredentialEndorsement(id: $id, accept: $accept, idempotencyKey: $key) { state settledAt } }`;
const WITHDRAW =
  'mutation ($id: ID!, $key: String!) { made: withdrawCredentialEndorsement(id: $id, idempotencyKey: $key) { state } }';
const LIST = `query ($filter: CredentialEndorsementFilter, $first: Int, $after: String) {
  credentialEndorsements(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id state statement } } } }`;
const idsIn = ({
  credentialEndorsements: { edges },
}: {
  credentialEndorsements: { edges: { node: { id: string } }[] };
}) => edges.map(({ node }) => node.id);

describe('an endorsement of a credential', () => {
  test('needs to have been shown it, is signed, and goes with it once the learner has accepted', async () => {
    const { id, url, learner, learnerId } = await issued();
    const input = { credentialId: id, capacity: 'SUPERVISOR', statement };
    expect(await refused(employer, ENDORSE, { input })).toEqual(['NOT_FOUND', undefined]);
    const { share } = await done(
      learner,
      'mutation ($id: ID!, $key: String!) { share: shareCredential(id: $id, idempotencyKey: $key) { url } }',
      { id },
    );
    const secret = new URL(share.url).searchParams.get('share');
    expect(await refused(employer, ENDORSE, { input: { ...input, share: 'x' } })).toEqual([
      'NOT_FOUND',
      undefined,
    ]);
    const { made } = await done(employer, ENDORSE, { input: { ...input, share: secret } });
    expect(made).toMatchObject({
      state: 'PROPOSED',
      capacity: 'SUPERVISOR',
      statement,
      endorser: { id: employerId },
    });
    expect(JSON.parse(made.document)).toMatchObject({
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { name: 'Bridge builders' },
      credentialSubject: { id: url, endorsementComment: statement },
    });
    expect((await steps(made.document))[0]).toBe('VERIFIED');
    expect(await refused(employer, ENDORSE, { input: { ...input, share: secret } })).toEqual([
      'CONFLICT',
      'ALREADY_ENDORSED',
    ]);
    expect(await endorsed(learner, id)).toBeNull();
    expect(await refused(stranger, WITHDRAW, { id: made.id })).toEqual(['NOT_FOUND', undefined]);
    expect(idsIn(await done(stranger, LIST))).toEqual([]);
    expect(idsIn(await done(employer, LIST, { filter: { credentialId: id } }))).toEqual([made.id]);
    expect(idsIn(await done(learner, LIST, { filter: { states: ['PROPOSED'] } }))).toEqual([made.id]);

    const answer = { id: made.id, accept: true };
    expect((await done(learner, ANSWER, answer)).made).toMatchObject({ state: 'ACCEPTED' });
    expect(await refused(learner, ANSWER, answer)).toEqual(['CONFLICT', 'ALREADY_SETTLED']);
    const document = (await endorsed(learner, id)) as string;
    expect(JSON.parse(document).endorsement).toHaveLength(1);
    expect(await steps(document)).toEqual(['VERIFIED', '1 endorsements hold.']);
    expect(
      (await done(staff, 'query ($id: ID!) { credential(id: $id) { endorsedDocument } }', { id })).credential,
    ).toEqual({
      endorsedDocument: null,
    });
    const { exportMyData } = await done(learner, '{ exportMyData }');
    expect(JSON.stringify(exportMyData)).toContain(statement);

    expect((await done(employer, WITHDRAW, { id: made.id })).made).toEqual({ state: 'WITHDRAWN' });
    expect(await steps(document)).toEqual(['FAILED', 'An endorsement: The issuer revoked it.']);
    const { id: name } = JSON.parse(made.document);
    expect((await json(`/orgs/${employerId}/revocations`))['revokedCredential']).toContainEqual({
      id: name,
      revoked: true,
    });

    const again = await done(employer, ENDORSE, {
      input: { ...input, share: secret, statement: `${statement} Still.` },
    });
    const { page } = { page: await done(employer, LIST, { filter: { credentialId: id }, first: 1 }) };
    expect(page.credentialEndorsements).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(idsIn(page)).toEqual([again.made.id]);
    const { endCursor } = page.credentialEndorsements.pageInfo;
    expect(
      idsIn(await done(employer, LIST, { filter: { credentialId: id }, first: 1, after: endCursor })),
    ).toEqual([made.id]);

    await done(
      learner,
      'mutation ($key: String!) { eraseMe(confirmation: "ERASE EVERYTHING ABOUT ME", idempotencyKey: $key) { id } }',
    );
    expect(idsIn(await done(employer, LIST, { filter: { credentialId: id } }))).toEqual([]);
    expect(
      await world.query('MATCH (e:Endorsement) WHERE e.id IN $ids RETURN properties(e) AS left', {
        ids: [made.id, again.made.id],
      }),
    ).toEqual([{ left: { id: made.id, state: 'WITHDRAWN' } }]);
    expect((await steps(made.document))[0]).toBe('FAILED');
    expect(learnerId).toBeTruthy();
  });

  test('is not given to one’s own, nor of one that does not count, and can be declined', async () => {
    const { id, learner } = await issued();
    await makePublic(learner, id);
    const input = { credentialId: id, capacity: 'REVIEWER', statement };
    const own = await api.as({ role: 'EMPLOYER', organizationId: world.organizationId });
    expect(await refused(own, ENDORSE, { input })).toEqual(['CONFLICT', 'OWN_CREDENTIAL']);
    expect(await refused(employer, ENDORSE, { input: { ...input, statement: ' ' } })).toEqual([
      'INVALID_INPUT',
      undefined,
    ]);
    expect(await refused(learner, ENDORSE, { input })).toEqual(['FORBIDDEN', undefined]);
    const { made } = await done(employer, ENDORSE, { input });
    expect((await done(learner, ANSWER, { id: made.id, accept: false })).made).toMatchObject({
      state: 'DECLINED',
    });
    expect(await endorsed(learner, id)).toBeNull();
    await done(
      staff,
      'mutation ($id: ID!, $key: String!) { suspendCredential(id: $id, reason: "Under review", idempotencyKey: $key) { id } }',
      { id },
    );
    expect(await refused(stranger, ENDORSE, { input })).toEqual(['CONFLICT', 'NOT_ACTIVE']);
  });
});

test('endorsements of a badge and of its issuer are signed and stand in what is exported', async () => {
  const versionId = world.badgeVersionId;
  const give = (query: string, id: string) => done(employer, query, { id, statement });
  const { made: ofBadge } = await give(
    'mutation ($id: ID!, $statement: String!) { made: endorseBadgeVersion(badgeVersionId: $id, statement: $statement) { id document } }',
    versionId,
  );
  const ISSUER = `mutation ($id: ID!, $statement: String!, $key: String!) {
    made: endorseIssuer(organizationId: $id, statement: $statement, idempotencyKey: $key) { id document badgeVersion { id } issuer { id } } }`;
  const { made: ofIssuer } = await give(ISSUER, world.organizationId);
  expect(ofIssuer).toMatchObject({ badgeVersion: null, issuer: { id: world.organizationId } });
  expect(await refused(employer, ISSUER, { id: world.organizationId, statement })).toEqual([
    'CONFLICT',
    'ALREADY_ENDORSED',
  ]);
  expect(await refused(employer, ISSUER, { id: employerId, statement })).toEqual(['NOT_FOUND', undefined]);
  expect(await refused(employer, ISSUER, { id: 'unknown', statement })).toEqual(['NOT_FOUND', undefined]);

  const { id, learner } = await issued();
  const achievement = () => json(`/achievements/${versionId}`);
  const profile = () => json(`/orgs/${world.organizationId}/profile`);
  expect([(await achievement())['endorsement'], (await profile())['endorsement']]).toEqual([
    undefined,
    undefined,
  ]);
  expect((await fetch(`${api.url}/endorsements/${ofBadge.id}`)).status).toBe(404);
  // one of before has no document yet
  await world.query('MATCH (e:Endorsement {id: $id}) REMOVE e.document', { id: ofBadge.id });
  for (const given of [ofBadge, ofIssuer])
    await done(
      staff,
      'mutation ($id: ID!, $key: String!) { answerEndorsement(id: $id, answer: { accept: true }, idempotencyKey: $key) { state } }',
      { id: given.id },
    );
  expect((await achievement())['endorsement']).toMatchObject([
    { credentialSubject: { endorsementComment: statement } },
  ]);
  expect((await profile())['endorsement']).toEqual([JSON.parse(ofIssuer.document)]);
  const at = await fetch(`${api.url}/endorsements/${ofIssuer.id}`);
  expect(await at.text()).toBe(ofIssuer.document);
  const shown = await done(
    api.anonymous,
    'query ($id: ID!) { organization(id: $id) { endorsements { edges { node { id document } } } } }',
    { id: world.organizationId },
  );
  expect(shown.organization.endorsements.edges).toEqual([
    { node: { id: ofIssuer.id, document: ofIssuer.document } },
  ]);

  const document = (await endorsed(learner, id)) as string;
  expect(JSON.parse(document)).toMatchObject({
    issuer: { endorsement: [{}] },
    credentialSubject: { achievement: { endorsement: [{}] } },
  });
  expect(await steps(document)).toEqual(['VERIFIED', '2 endorsements hold.']);
  const before = JSON.stringify((await achievement())['endorsement']);
  await done(
    employer,
    'mutation ($id: ID!, $key: String!) { withdrawEndorsement(id: $id, idempotencyKey: $key) { state } }',
    { id: ofBadge.id },
  );
  expect((await achievement())['endorsement']).toBeUndefined();
  expect((await steps(JSON.stringify(JSON.parse(before)[0])))[0]).toBe('FAILED');
  expect((await steps(document))[0]).toBe('FAILED');
});

test('endorsements outlive the key of their endorser where they can be signed anew, and spoil nothing where not', async () => {
  const organizationId = await makeOrganization('Bridge owners', ['EMPLOYER', 'ISSUER']);
  const owner = await api.as({ role: 'EMPLOYER', organizationId });
  const { id, learner } = await issued();
  await makePublic(learner, id);
  const { made } = await done(owner, ENDORSE, {
    input: { credentialId: id, capacity: 'EMPLOYER', statement },
  });
  await done(learner, ANSWER, { id: made.id, accept: true });
  const { ofIssuer } = await done(
    owner,
    `mutation ($id: ID!, $statement: String!, $key: String!) {
      ofIssuer: endorseIssuer(organizationId: $id, statement: $statement, idempotencyKey: $key) { id document } }`,
    { id: world.organizationId, statement },
  );
  await done(
    staff,
    'mutation ($id: ID!, $key: String!) { answerEndorsement(id: $id, answer: { accept: true }, idempotencyKey: $key) { state } }',
    { id: ofIssuer.id },
  );
  const all = JSON.parse((await endorsed(learner, id)) as string);
  expect(all.endorsement).toHaveLength(1);
  const [{ verificationMethod }] = JSON.parse(ofIssuer.document).proof;
  const admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
  await done(
    admin,
    'mutation ($input: KeyCompromiseInput!, $key: String!) { reportKeyCompromise(input: $input, idempotencyKey: $key) { id } }',
    { input: { key: verificationMethod, since: new Date().toISOString(), reason: 'Lost' } },
  );
  const after = (await endorsed(learner, id)) as string;
  expect(JSON.parse(after).endorsement ?? []).toEqual([]);
  expect((await steps(after))[0]).toBe('VERIFIED');
  const anew = await (await fetch(`${api.url}/endorsements/${ofIssuer.id}`)).text();
  expect(JSON.parse(anew).proof[0].verificationMethod).not.toBe(verificationMethod);
  expect((await steps(anew))[0]).toBe('VERIFIED');
});
