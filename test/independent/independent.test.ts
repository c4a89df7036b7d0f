import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { type Answer as AnswerOf, type Caller, startApi, type TestApi } from '../support/api.ts';
import { independentPython, testConfig } from '../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../support/credential-world.ts';

type Answer = AnswerOf<{ issueCredential: { id: string } }>;

let api: TestApi;
let world: CredentialWorld;
let staff: Caller;
const documents: Record<string, string> = {};
const valid = new Set<string>();
let verdicts: Record<string, string | null> = {};

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

/** Every copy that differs in one member: its value changed, or the member left out. */
function mutants(document: string): Record<string, string> {
  const all: Record<string, string> = {};
  const visit = (value: object, path: string) => {
    for (const [name, inner] of Object.entries(value)) {
      const here = `${path}/${name}`;
      const change = (to: unknown) => {
        const copy = JSON.parse(document);
        const parts = here.split('/').slice(1);
        const last = parts.pop() as string;
        const holder = parts.reduce((at, part) => at[part], copy);
        if (to === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
        else if (to === undefined) delete holder[last];
        else holder[last] = to;
        return JSON.stringify(copy);
      };
      all[`without ${here}`] = change(undefined);
      if (typeof inner === 'string') all[`changed ${here}`] = change(changed(inner));
      else if (typeof inner === 'boolean') all[`changed ${here}`] = change(!inner);
      else if (inner !== null && typeof inner === 'object') visit(inner, here);
    }
  };
  visit(JSON.parse(document), '');
  return all;
}

/** The same text with its last letter or digit exchanged, so that dates and addresses stay what they are. */
const changed = (text: string): string =>
  text.replace(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/, (character) => (character === '2' ? '3' : '2'));

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
  Object.assign(documents, mutants(first));

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
}, 300_000);
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
});

function runPython(input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(independentPython(), ['test/independent/verify.py'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(chunks).toString('utf8'))
        : reject(new Error(`verify.py ended with ${code}`)),
    );
    child.stdin.end(input);
  });
}

test('the independent verifier accepts what was issued', () => {
  expect([...valid].map((name) => [name, verdicts[name]])).toEqual([...valid].map((name) => [name, null]));
});

test('it refuses the withdrawn credential and every altered copy', () => {
  const altered = Object.keys(documents).filter((name) => !valid.has(name));
  expect(altered.length).toBeGreaterThan(100);
  expect(verdicts['withdrawn credential']).toMatch(/withdrawn/);
  expect(altered.filter((name) => verdicts[name] === null)).toEqual([]);
});

test('our own verifier says the same of each of them', async () => {
  const disagree: string[] = [];
  for (const [name, document] of Object.entries(documents)) {
    const { data } = await api.anonymous(
      'query ($document: String!) { verifyCredential(document: $document) { verdict steps { name outcome reason } } }',
      { document },
    );
    const accepted = data.verifyCredential.verdict === 'VERIFIED';
    if (accepted !== (verdicts[name] === null)) disagree.push(name);
  }
  expect(disagree).toEqual([]);
}, 300_000);
