import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { type Answer as AnswerOf, type Caller, startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../support/credential-world.ts';
import { forgeries, manyMore, mutants, runPython } from '../support/independent.ts';

type Answer = AnswerOf<{ issueCredential: { id: string } }>;

let api: TestApi;
let world: CredentialWorld;
let staff: Caller;
const documents: Record<string, string> = {};
const valid = new Set<string>();
let verdicts: Record<string, string | null> = {};

/** How many credentials besides those issued over the API, and at least how many altered copies. */
const MORE = 200;
const ALTERED = 2_000;
let altered = 0;

function addAltered(of: string, copies: Record<string, string>): void {
  for (const [how, document] of Object.entries(copies)) {
    documents[`${of}: ${how}`] = document;
    altered += 1;
  }
}

const pathOf = (url: string): string => api.url + new URL(url).pathname;
const json = async (url: string): Promise<object> => (await (await fetch(url)).json()) as object;

async function issued(): Promise<{ id: string; document: string }> {
  const { learnerId, resultId } = await world.learner();
  const { data } = await patiently(() =>
    staff<Answer['data']>(
      'mutation ($input: IssueCredentialInput!, $key: String!) { issueCredential(input: $input, idempotencyKey: $key) { id } }',
      {
        key: `issue-${resultId}`,
        input: { resultId, badgeVersionId: world.badgeVersionId },
      },
    ),
  );
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const shown = await learner('query ($id: ID!) { credential(id: $id) { document } }', {
    id: data.issueCredential.id,
  });
  return { id: data.issueCredential.id, document: shown.data.credential.document };
}

/** A database that has just started may need longer than its limit for a first query; issuing can be asked for again. */
async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if (answer.errors[0]?.extensions['code'] !== 'UNAVAILABLE' || attempt === 5) {
      expect(answer.errors).toEqual([]);
      return answer;
    }
  }
}

beforeAll(async () => {
  api = await startApi();
  world = await credentialWorld(testConfig());
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const credentials = [await issued(), await issued(), await issued()];
  for (const [position, { document }] of credentials.entries()) {
    documents[`credential ${position}`] = document;
    valid.add(`credential ${position}`);
  }
  const first = credentials[0]?.document ?? '';
  documents['credential with other white space'] = JSON.stringify(JSON.parse(first), null, 4);
  valid.add('credential with other white space');
  const withdrawn = await issued();
  await staff(
    'mutation ($id: ID!) { revokeCredential(id: $id, reason: "Test", idempotencyKey: "independent-test") { id } }',
    {
      id: withdrawn.id,
    },
  );
  documents['withdrawn credential'] = withdrawn.document;
  const more = await manyMore({ api, world }, MORE, withdrawn.document);
  for (const [position, document] of more.entries()) {
    documents[`award ${position}`] = document;
    valid.add(`award ${position}`);
  }
  addAltered('first', mutants(first));
  for (const [position, document] of more.entries()) {
    if (altered >= ALTERED) break;
    addAltered(`award ${position}`, mutants(document));
    addAltered(`award ${position}`, await forgeries(document, more[position + 1] ?? first));
  }

  const { issuer, credentialStatus } = JSON.parse(first);
  const list = credentialStatus.statusListCredential;
  const input = JSON.stringify({
    now: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    contexts: Object.fromEntries(loadContexts()),
    dids: { [issuer.id]: await json(`${api.url}/orgs/${world.organizationId}/did.json`) },
    lists: { [list]: await json(pathOf(list)) },
    documents,
  });
  verdicts = JSON.parse(await runPython(input));
}, 900_000);
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
});

test('the independent verifier accepts what was issued', () => {
  expect([...valid].map((name) => [name, verdicts[name]])).toEqual([...valid].map((name) => [name, null]));
});

test('it refuses the withdrawn credential and every altered copy', () => {
  const refused = Object.keys(documents).filter((name) => !valid.has(name));
  expect(refused.length).toBeGreaterThan(ALTERED);
  expect(verdicts['withdrawn credential']).toMatch(/withdrawn/);
  expect(refused.filter((name) => verdicts[name] === null)).toEqual([]);
});

test('our own verifier says the same of each of them', async () => {
  const disagree: string[] = [];
  for (const [name, document] of Object.entries(documents)) {
    const response = await fetch(`${api.url}/verify`, { method: 'POST', body: document });
    const { verdict } = (await response.json()) as { verdict: string };
    const accepted = verdict === 'VERIFIED';
    if (accepted !== (verdicts[name] === null)) disagree.push(name);
  }
  expect(disagree).toEqual([]);
}, 900_000);
