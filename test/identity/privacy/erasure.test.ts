import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import pino from 'pino';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';
import { cypher, makeOrganization } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';
import { startProvider, type TestProvider } from '../../support/provider.ts';
import { World } from '../../support/world.ts';

const AUDIENCE = 'https://credentials.example/graphql';
const CONFIRMATION = 'ERASE EVERYTHING ABOUT ME';
const ERASE = `mutation ($confirmation: String!, $key: String!) {
  eraseMe(confirmation: $confirmation, idempotencyKey: $key) { id erasedAt } }`;
const EXPORT = '{ exportMyData }';
const REGISTER = 'mutation ($input: CreateLearnerInput!) { createLearner(input: $input) { id } }';
const UNIT =
  'mutation { createLearningUnit(input: {title: "A unit", effortMinutes: 60, mode: LIVE}) { id } }';
const ENROL =
  'mutation ($learnerId: ID!, $unitId: ID!) { enrolLearner(learnerId: $learnerId, learningUnitId: $unitId) { id } }';
const PROVE =
  'mutation ($learnerId: ID!, $input: IdentityProofingInput!) { recordIdentityProofing(learnerId: $learnerId, input: $input) { id } }';
const SUBMIT = 'mutation ($input: SubmitWorkInput!) { submitWork(input: $input) { id } }';
const GRADE =
  'mutation ($id: ID!, $scores: [ScoreInput!]!) { gradeSubmission(submissionId: $id, scores: $scores) { id } }';
const ISSUE =
  'mutation ($input: IssueCredentialInput!, $key: String!) { issueCredential(input: $input, idempotencyKey: $key) { id } }';
const GRANT =
  'mutation ($input: GrantConsentInput!, $key: String!) { grantConsent(input: $input, idempotencyKey: $key) { id } }';
const ASK =
  'mutation ($input: RequestRevealInput!, $key: String!) { requestReveal(input: $input, idempotencyKey: $key) { id } }';
const ANSWER =
  'mutation ($id: ID!, $key: String!) { answerRevealRequest(id: $id, approve: true, idempotencyKey: $key) { id } }';
const REVEALED = 'query ($pseudonym: ID!) { revealedCandidate(pseudonym: $pseudonym) { name email } }';
const CANDIDATES =
  'query ($role: ID!) { matchCandidates(roleProfileId: $role) { edges { node { pseudonym } } } }';
const INVITE_LEARNER =
  'mutation ($input: InviteLearnerInput!, $key: String!) { inviteLearner(input: $input, idempotencyKey: $key) { token } }';
const ACCEPT =
  'mutation ($token: String!, $name: String, $key: String!) { acceptInvitation(token: $token, name: $name, idempotencyKey: $key) { personId } }';

let provider: TestProvider;
let api: TestApi;
let world: CredentialWorld;
const engines = new World();
let logged = '';
const people: Record<'admin' | 'staff' | 'assessor', Caller> = {} as never;

beforeAll(async () => {
  provider = await startProvider('EdDSA');
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(chunk, _, done) {
        logged += chunk;
        done();
      },
    }),
  );
  const config = testConfig({ OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: AUDIENCE });
  api = await startApi({ config, app: { log } });
  world = await credentialWorld(config);
  const { organizationId } = world;
  people.admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
  people.staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  people.assessor = await api.as({ role: 'ASSESSOR', organizationId });
});
afterAll(async () => {
  await Promise.all([api.close(), world.close(), engines.close()]);
  await provider.close();
});

async function ask(caller: Caller, query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await caller(query, { key: randomUUID(), ...variables });
  expect(errors).toEqual([]);
  return Object.values(data)[0] as never;
}

/** Every property of every node and relationship there is: what a dump of the database would hold. */
async function everything(): Promise<string> {
  const { uri, user, password } = testConfig().graph;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    const nodes = await driver.executeQuery('MATCH (n) RETURN properties(n) AS all');
    const edges = await driver.executeQuery('MATCH ()-[r]->() RETURN properties(r) AS all');
    return JSON.stringify([...nodes.records, ...edges.records].map((record) => record.get('all')));
  } finally {
    await driver.close();
  }
}

/** Somebody with a name, an address and words that nothing else contains, and everything that can happen to a learner. */
async function somebody() {
  const mark = randomUUID().replaceAll('-', '');
  const canaries = {
    name: `Name${mark}`,
    email: `mail${mark}@learners.example`,
    narrative: `Words${mark}`,
    evidence: `https://work.example/evidence${mark}`,
    attribution: `Made-by-${mark}`,
    account: `Account${mark}`,
    office: `Office${mark}`,
    message: `Message${mark}`,
  };
  const { id: learnerId } = await ask(people.admin, REGISTER, {
    input: { name: canaries.name, email: canaries.email, region: 'BE', language: 'en' },
  });
  const token = await provider.accessToken(randomUUID(), AUDIENCE);
  const person = api.withKey(token);
  const invitation = await ask(people.admin, INVITE_LEARNER, { input: { learnerId } });
  const { personId } = await ask(person, ACCEPT, {
    token: (invitation as { token: string }).token,
    name: canaries.account,
  });
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const submission = await ask(learner, SUBMIT, {
    input: {
      assessmentId: world.assessmentId,
      narrative: canaries.narrative,
      evidence: [{ url: canaries.evidence, attribution: canaries.attribution }],
    },
  });
  await ask(people.staff, PROVE, {
    learnerId,
    input: { method: 'EID', level: 'HIGH', verifier: canaries.office, provedAt: '2026-01-01T00:00:00Z' },
  });
  const { id: unitId } = await ask(people.staff, UNIT);
  await ask(people.staff, ENROL, { learnerId, unitId });
  const { id: resultId } = await ask(people.assessor, GRADE, {
    id: (submission as { id: string }).id,
    scores: [{ criterionId: `criterion-${world.assessmentId}`, levelId: `high-${world.assessmentId}` }],
  });
  const { id: credentialId } = await ask(people.staff, ISSUE, { input: { resultId } });
  const employerId = await makeOrganization('Employer', ['EMPLOYER']);
  const employer = await api.as({ role: 'EMPLOYER', organizationId: employerId });
  const role = await engines.role(employerId, [{ skill: world.skillUri, level: 4 }]);
  await ask(learner, GRANT, {
    input: { organizationId: employerId, purpose: 'MATCHING', scopes: ['SKILLS', 'CREDENTIALS'] },
  });
  const found = await ask(employer, CANDIDATES, { role });
  const { pseudonym } = (found as { edges: { node: { pseudonym: string } }[] }).edges[0]?.node ?? {};
  const request = await ask(employer, ASK, {
    input: { pseudonym, roleProfileId: role, message: canaries.message },
  });
  await ask(learner, ANSWER, { id: (request as { id: string }).id });
  expect(await ask(employer, REVEALED, { pseudonym })).toMatchObject({ name: canaries.name });
  return {
    canaries,
    learnerId: learnerId as string,
    personId: personId as string,
    credentialId: credentialId as string,
    submissionId: (submission as { id: string }).id,
    resultId: resultId as string,
    learner,
    person,
    employer,
    role,
    pseudonym,
  };
}

describe('exportMyData', () => {
  test('holds everything about the learner, opened, and nothing of anybody else', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const data = (await ask(one.learner, EXPORT)) as Record<string, never>;
    const text = JSON.stringify(data);
    for (const canary of Object.values(one.canaries)) expect(text).toContain(canary);
    for (const canary of Object.values(other.canaries)) expect(text).not.toContain(canary);
    expect(text).not.toContain(other.learnerId);
    expect(data).toMatchObject({
      format: 'credential-graph/personal-data/1',
      profile: { id: one.learnerId, name: one.canaries.name, email: one.canaries.email, region: 'BE' },
      registeredBy: [{ id: world.organizationId }],
      accounts: [{ id: one.personId, name: one.canaries.account }],
      apiKeys: [{ role: 'LEARNER' }],
      credentials: [{ id: one.credentialId, badgeName: 'Graph Modeller' }],
      submissions: [
        { id: one.submissionId, narrative: one.canaries.narrative, results: [{ id: one.resultId }] },
      ],
      enrolments: [{ state: 'ENROLLED', learningUnitTitle: 'A unit', cohort: null }],
      identityProofings: [{ method: 'EID', level: 'HIGH', verifier: one.canaries.office }],
      skills: [{ skillUri: world.skillUri, credentialId: one.credentialId }],
      consents: [{ purpose: 'MATCHING' }, { purpose: 'REVEAL' }],
      revealRequests: [{ message: one.canaries.message, approved: true }],
    });
    const { document } = (data['credentials'] as unknown as { document: string }[])[0] ?? { document: '' };
    expect(JSON.parse(document)).toMatchObject({ type: expect.arrayContaining(['OpenBadgeCredential']) });
    const actions = (data['events'] as unknown as { action: string; purpose: string | null }[]).map(
      ({ action, purpose }) => `${action} ${purpose}`,
    );
    expect(actions).toEqual(
      expect.arrayContaining(['issueCredential null', 'grantConsent null', 'read REVEAL']),
    );
    expect(text).not.toMatch(/"(wrapped|digest_secret|sealed\w+)"/);
  });

  test('is the learner’s alone', async () => {
    expect(codeOf(await api.anonymous(EXPORT))).toBe('UNAUTHENTICATED');
    expect(codeOf(await people.admin(EXPORT))).toBe('FORBIDDEN');
  });
});

describe('eraseMe', () => {
  test('leaves nothing of a person in answers, database, logs or exports of others, and their credential verifies', async () => {
    const [gone, stays] = [await somebody(), await somebody()];
    const { document } = ((await ask(gone.learner, EXPORT)) as { credentials: { document: string }[] })
      .credentials[0] ?? { document: '' };
    const [secrets] = await cypher(
      `MATCH (l:Learner {id: $id})-[:PROTECTED_BY]->(k:PersonKey) MATCH (l)-[:HOLDS]->(c)-[:LISTED_IN]->(list)
       RETURN k.wrapped AS wrapped, l.emailIndex AS emailIndex, l.sealedProfile AS profile, c.sealedDocument AS sealed, c.statusEntry AS entry, list.id AS list`,
      { id: gone.learnerId },
    );
    const before = await everything();
    for (const secret of Object.values(secrets ?? {})) expect(before).toContain(secret);
    const variables = { confirmation: CONFIRMATION, key: randomUUID() };
    expect(codeOf(await gone.learner(ERASE, { ...variables, confirmation: 'yes' }))).toBe('INVALID_INPUT');
    const { data, errors } = await gone.learner(ERASE, variables);
    expect(errors).toEqual([]);
    expect(data.eraseMe).toMatchObject({ id: gone.learnerId });

    const dump = await everything();
    const others = JSON.stringify([
      await ask(stays.learner, EXPORT),
      (await people.staff('{ credentials(first: 100) { totalCount edges { node { id learnerId } } } }')).data,
      (
        await people.assessor(
          `{ submissions(assessmentId: "${world.assessmentId}", first: 100) { edges { node { id narrative evidence { edges { node { url attribution } } } } } } }`,
        )
      ).data,
      (await gone.employer(CANDIDATES, { role: gone.role })).data,
      (await gone.employer(REVEALED, { pseudonym: gone.pseudonym })).data,
    ]);
    for (const canary of Object.values(gone.canaries)) {
      expect(dump).not.toContain(canary);
      expect(others).not.toContain(canary);
      expect(logged).not.toContain(canary);
    }
    expect(logged.length).toBeGreaterThan(1_000);
    const { wrapped, emailIndex, profile, sealed, entry } = secrets ?? {};
    for (const secret of [wrapped, emailIndex, profile, sealed]) expect(dump).not.toContain(secret);
    for (const id of [gone.learnerId, gone.credentialId, gone.submissionId]) expect(others).not.toContain(id);

    expect(
      await cypher(
        'MATCH (n:ErasedPerson {id: $id}) RETURN properties(n) AS all, COUNT { (n)--() } AS edges',
        {
          id: gone.learnerId,
        },
      ),
    ).toEqual([{ all: { id: gone.learnerId, erasedAt: expect.anything() }, edges: 0 }]);
    const [left] = await cypher(
      'MATCH (c:Credential {id: $id})-[:LISTED_IN]->(list) RETURN keys(c) AS keys, c.statusEntry AS entry, COUNT { (c)--() } AS edges',
      { id: gone.credentialId },
    );
    expect(left).toEqual({
      keys: expect.arrayContaining(['id', 'statusEntry', 'status', 'erasedAt']),
      entry,
      edges: 1,
    });
    expect(left?.['keys']).toHaveLength(4);
    const verified = await api.anonymous(
      'query ($document: String!) { verifyCredential(document: $document) { verdict } }',
      { document },
    );
    expect(verified.data.verifyCredential.verdict).toBe('VERIFIED');
  });

  test('takes the same time however many agreements of each kind there are', async () => {
    const gone = await somebody();
    await cypher(
      `MATCH (l:Learner {id: $id})
       UNWIND range(1, 60) AS n
       CREATE (l)-[:GAVE]->(:Consent {id: l.id + ' consent ' + n}), (l)<-[:ABOUT]-(:RevealRequest {id: l.id + ' request ' + n}),
         (l)<-[:ACTS_AS]-(:ApiKey {id: l.id + ' key ' + n}), (l)<-[:FOR]-(:Invitation {id: l.id + ' invitation ' + n}),
         (l)-[:CONNECTED]->(:ConnectedHost {id: l.id + ' host ' + n}), (:OAuthRecord {id: l.id + ' record ' + n, learnerId: l.id})`,
      { id: gone.learnerId },
    );
    await ask(gone.person, ERASE, { confirmation: CONFIRMATION });
    expect(
      await cypher(
        `UNWIND ['consent', 'request', 'key', 'invitation', 'host', 'record'] AS kind
         MATCH (n:Consent|RevealRequest|ApiKey|Invitation|ConnectedHost|OAuthRecord {id: $id + ' ' + kind + ' 1'}) RETURN kind`,
        { id: gone.learnerId },
      ),
    ).toEqual([]);
  });

  test('makes them unknown: to sign-in, grading, issuing, revoking and matching', async () => {
    const gone = await somebody();
    const open = await ask(gone.learner, SUBMIT, {
      input: { assessmentId: world.assessmentId, narrative: 'Once more' },
    });
    await ask(gone.person, ERASE, { confirmation: CONFIRMATION });
    expect(codeOf(await gone.learner('{ me { id } }'))).toBe('UNAUTHENTICATED');
    expect((await gone.person('{ viewer { role learnerId personId } }')).data.viewer).toEqual({
      role: null,
      learnerId: null,
      personId: null,
    });
    const scores = [
      { criterionId: `criterion-${world.assessmentId}`, levelId: `high-${world.assessmentId}` },
    ];
    const { id } = open as { id: string };
    expect(codeOf(await people.assessor(GRADE, { id, scores }))).toBe('NOT_FOUND');
    const unknown = await people.staff(ISSUE, { input: { resultId: 'never-was' }, key: randomUUID() });
    const erased = await people.staff(ISSUE, { input: { resultId: gone.resultId }, key: randomUUID() });
    expect(extensionsOf(erased)).toEqual({ ...extensionsOf(unknown), id: gone.resultId });
    const staffSubmit = { assessmentId: world.assessmentId, learnerId: gone.learnerId, narrative: 'x' };
    expect(codeOf(await people.staff(SUBMIT, { input: staffSubmit }))).toBe('NOT_FOUND');
    const revoke =
      'mutation ($id: ID!, $key: String!) { revokeCredential(id: $id, reason: "x", idempotencyKey: $key) { id } }';
    expect(codeOf(await people.staff(revoke, { id: gone.credentialId, key: randomUUID() }))).toBe(
      'NOT_FOUND',
    );
    expect((await gone.employer(CANDIDATES, { role: gone.role })).data.matchCandidates.edges).toEqual([]);
    const ask2 = { pseudonym: gone.pseudonym, roleProfileId: gone.role, message: 'Hello?' };
    expect(codeOf(await gone.employer(ASK, { input: ask2, key: randomUUID() }))).toBe('NOT_FOUND');
    const again = { name: 'Somebody new', email: gone.canaries.email };
    expect((await people.admin(REGISTER, { input: again })).errors).toEqual([]);
  });

  test('leaves nothing behind that is written at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const gone = await somebody();
      const { id: submissionId } = (await ask(gone.learner, SUBMIT, {
        input: { assessmentId: world.assessmentId, narrative: 'At the last moment' },
      })) as { id: string };
      const { id: resultId } = (await ask(people.assessor, GRADE, {
        id: submissionId,
        scores: [{ criterionId: `criterion-${world.assessmentId}`, levelId: `high-${world.assessmentId}` }],
      })) as { id: string };
      const erasing = gone.person(ERASE, { confirmation: CONFIRMATION, key: randomUUID() });
      await Promise.all([
        erasing,
        people.staff(ISSUE, { input: { resultId }, key: randomUUID() }),
        people.staff(SUBMIT, {
          input: { assessmentId: world.assessmentId, learnerId: gone.learnerId, narrative: 'Too late' },
        }),
        gone.learner(GRANT, {
          input: { organizationId: world.organizationId, purpose: 'MATCHING', scopes: ['SKILLS'] },
          key: randomUUID(),
        }),
      ]);
      expect((await erasing).errors).toEqual([]);
      expect(
        await cypher(
          `MATCH (n:ErasedPerson {id: $id})
           RETURN COUNT { (n)--() } AS edges, COUNT { MATCH (r:Result {id: $resultId}) } AS results,
             COUNT { MATCH (c:Credential {id: $credentialId}) WHERE c.sealedDocument IS NOT NULL } AS documents`,
          { id: gone.learnerId, resultId, credentialId: gone.credentialId },
        ),
      ).toEqual([{ edges: 0, results: 0, documents: 0 }]);
    }
  });

  test('is refused to the last who administers an organisation, and changes nothing then', async () => {
    const gone = await somebody();
    const organizationId = await makeOrganization('One-woman school', ['ISSUER']);
    await cypher(
      `MATCH (p:Person {id: $personId}) MATCH (o:Organization {id: $organizationId})
       CREATE (p)-[:MEMBER_OF {roles: ['ISSUER_ADMIN'], since: datetime()}]->(o)`,
      { personId: gone.personId, organizationId },
    );
    const refused = await gone.learner(ERASE, { confirmation: CONFIRMATION, key: randomUUID() });
    expect(extensionsOf(refused)).toMatchObject({
      code: 'CONFLICT',
      reason: 'LAST_ADMINISTRATOR',
      organizationId,
    });
    expect((await gone.learner('{ me { name } }')).data.me.name).toBe(gone.canaries.name);
  });
});
