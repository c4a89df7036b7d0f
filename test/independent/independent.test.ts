import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openBadgeCredential } from '../../src/modules/credentials/open-badge.ts';
import { loadContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { type Answer as AnswerOf, type Caller, startApi, type TestApi } from '../support/api.ts';
import { award } from '../support/awards.ts';
import { independentPython, testConfig } from '../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../support/credential-world.ts';
import { proven, testSigner } from '../support/signer.ts';

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

/** Copies whose proof is another one: a changed character in each place of it, the proof of another document, the same by another key. */
async function forgeries(document: string, other: string): Promise<Record<string, string>> {
  const whole = JSON.parse(document);
  const [proof] = whole.proof;
  const withProof = (changes: object) => JSON.stringify({ ...whole, proof: [{ ...proof, ...changes }] });
  const all: Record<string, string> = {};
  for (let at = 1; at < proof.proofValue.length; at += 1) {
    const value: string = proof.proofValue;
    const flipped = value[at] === '2' ? '3' : '2';
    all[`proof changed at ${at}`] = withProof({
      proofValue: value.slice(0, at) + flipped + value.slice(at + 1),
    });
  }
  const [swapped] = JSON.parse(other).proof;
  all['proof of another document'] = withProof({ ...swapped });
  const stranger = testSigner();
  const unsigned = { ...whole };
  delete unsigned.proof;
  const forged = await proven(unsigned, { ...stranger, method: proof.verificationMethod });
  all['proof by another key under the same name'] = JSON.stringify(forged);
  all['proof by another key'] = JSON.stringify(await proven(unsigned, stranger));
  return all;
}

/** Signed credentials of whatever can be awarded, for a badge and with the status list of this issuer. */
async function manyMore(count: number, like: string): Promise<string[]> {
  const { issuer, credentialStatus } = JSON.parse(like);
  const { agent, urls } = api.app.credentialing;
  const taken = Number(credentialStatus.statusListIndex);
  const signed: string[] = [];
  for (const [position, facts] of fc.sample(award, { numRuns: count, seed: 1 }).entries()) {
    const unsigned = openBadgeCredential(
      {
        ...facts,
        issuerDid: issuer.id,
        badge: { ...facts.badge, versionId: world.badgeVersionId },
        awardedAt: new Date('2026-01-01T00:00:00Z'),
        validUntil: position % 2 ? new Date('2099-01-01T00:00:00Z') : null,
        status: {
          listId: urls.idIn('status', credentialStatus.statusListCredential) ?? '',
          index: (taken + 1 + position) % 131_072,
        },
      },
      urls,
    );
    signed.push(JSON.stringify(await agent.sign(unsigned, new Date())));
  }
  return signed;
}

/** The same text with its last letter or digit exchanged, so that dates and addresses stay what they are; one without any gets one. */
function changed(text: string): string {
  const exchanged = text.replace(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/, (character) =>
    character === '2' ? '3' : '2',
  );
  return exchanged === text ? `${text}2` : exchanged;
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
  const more = await manyMore(MORE, withdrawn.document);
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
