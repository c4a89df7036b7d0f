import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CompactSign } from 'jose';
import { clrCredential } from '../../src/modules/credentials/encodings/clr.ts';
import { disclose } from '../../src/modules/credentials/encodings/disclose.ts';
import { encodeAll } from '../../src/modules/credentials/encodings/encode.ts';
import { loadContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../support/credential-world.ts';
import { manyMore, mutants, runPython } from '../support/independent.ts';

/** How many credentials of each encoding, and at least how many altered copies of each. */
const EACH = 200;
const ALTERED = 500;
const ENCODINGS = ['JWT', 'SD_JWT', 'DERIVED', 'CLR'] as const;
type Name = (typeof ENCODINGS)[number];

let api: TestApi;
let world: CredentialWorld;
let staff: Caller;
const good = new Map<Name, readonly string[]>();
const bad = new Map<Name, readonly string[]>();
let verdicts: Record<string, string | null> = {};

/** Copies of a token with one character exchanged, spread over the whole of it; with the signature of another; by another key. */
async function alteredTokens(text: string, other: string, count: number): Promise<string[]> {
  const [token = '', ...rest] = text.split('~');
  const step = Math.max(1, Math.floor(text.length / count));
  const all: string[] = [];
  for (let at = 0; at < text.length; at += step) {
    if (/[.~]/.test(text[at] ?? '')) continue;
    all.push(text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1));
  }
  const [head = '', body = ''] = token.split('.');
  const [, , signature] = (other.split('~')[0] ?? '').split('.');
  const whole = (made: string) => [made, ...rest].join('~');
  all.push(whole(`${head}.${body}.${signature}`));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const forged = new CompactSign(Buffer.from(body, 'base64url'));
  forged.setProtectedHeader(JSON.parse(Buffer.from(head, 'base64url').toString()));
  all.push(whole(await forged.sign(privateKey)));
  if (rest.length > 1) {
    const stranger = Buffer.from('["c2FsdA","evidence",[]]').toString('base64url');
    all.push([token, stranger, ...rest].join('~'), [token, rest[0], ...rest].join('~'));
  }
  return all;
}

/** Copies of a document with a derived proof with one character of it exchanged, and every copy with one member altered or left out. */
function alteredDerived(text: string): string[] {
  const { proof, ...rest } = JSON.parse(text);
  const value: string = proof.proofValue;
  const flipped: string[] = [];
  for (let at = 5; at < value.length; at += 25) {
    const proofValue = value.slice(0, at) + (value[at] === 'A' ? 'B' : 'A') + value.slice(at + 1);
    flipped.push(JSON.stringify({ ...rest, proof: { ...proof, proofValue } }));
  }
  return [...flipped, ...Object.values(mutants(text))];
}

async function enough(made: readonly string[], alter: (text: string, next: string) => Promise<string[]>) {
  const altered: string[] = [];
  for (const [position, text] of made.entries()) {
    if (altered.length >= ALTERED) break;
    const copies = await alter(text, made[position + 1] ?? '');
    altered.push(...copies.filter((copy) => copy !== text));
  }
  return altered;
}

/** Pointers to what can be left out, every other of them. */
function someOf(text: string): string[] {
  const { achievement } = JSON.parse(text).credentialSubject;
  const lists = { alignment: achievement.alignment ?? [], tag: achievement.tag ?? [] };
  return Object.entries(lists).flatMap(([name, list]: [string, unknown[]]) =>
    list.flatMap((_, at) => (at % 2 ? [] : [`/credentialSubject/achievement/${name}/${at}`])),
  );
}

beforeAll(async () => {
  api = await startApi();
  world = await credentialWorld(testConfig());
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const { learnerId, resultId } = await world.learner();
  const { data } = await staff(
    'mutation ($input: IssueCredentialInput!) { issueCredential(input: $input, idempotencyKey: "independent-encodings") { id } }',
    { input: { resultId, badgeVersionId: world.badgeVersionId } },
  );
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const shown = await learner('query ($id: ID!) { credential(id: $id) { document } }', {
    id: data.issueCredential.id,
  });
  const first = JSON.parse(shown.data.credential.document);
  const documents = await manyMore({ api, world }, EACH, shown.data.credential.document, 2);
  const deps = { ...api.app.credentialing, graph: api.app.graph };
  const contexts = loadContexts();

  good.set('JWT', await encodeAll(documents, 'JWT', deps));
  good.set('SD_JWT', await encodeAll(documents, 'SD_JWT', deps));
  const derived: string[] = [];
  for (const base of await encodeAll(documents, 'SELECTIVE', deps))
    derived.push(await disclose(base, someOf(base), contexts));
  good.set('DERIVED', derived);
  const records: string[] = [];
  for (const [position, document] of documents.entries()) {
    const credentials = [document, documents[(position + 1) % EACH] ?? ''].map((text) => JSON.parse(text));
    const facts = {
      id: `urn:uuid:${crypto.randomUUID()}`,
      name: `Record ${position}`,
      description: position % 2 ? 'What was learnt.' : null,
      publisher: { did: first.issuer.id, name: 'Academy', url: null },
      recipient: { kind: 'PSEUDONYM' as const, uri: `urn:uuid:${crypto.randomUUID()}` },
      credentials,
      associations: [],
      partial: true,
      at: new Date(),
    };
    records.push(JSON.stringify(await api.app.credentialing.agent.sign(clrCredential(facts), new Date())));
  }
  good.set('CLR', records);

  for (const name of ['JWT', 'SD_JWT'] as const)
    bad.set(name, await enough(good.get(name) ?? [], (text, next) => alteredTokens(text, next, 60)));
  bad.set('DERIVED', await enough(derived, async (text) => alteredDerived(text)));
  bad.set('CLR', await enough(records, async (text) => Object.values(mutants(text))));

  const path = (url: string) => api.url + new URL(url).pathname;
  const list = first.credentialStatus.statusListCredential;
  const did = await fetch(`${api.url}/orgs/${world.organizationId}/did.json`);
  const input = {
    now: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    contexts: Object.fromEntries(contexts),
    dids: { [first.issuer.id]: await did.json() },
    lists: {
      [list]: await (await fetch(path(list))).json(),
      [`${list}/token`]: await (await fetch(path(`${list}/token`))).text(),
    },
    documents: Object.fromEntries(
      ENCODINGS.flatMap((name) => [
        ...(good.get(name) ?? []).map((text, at) => [`${name} ${at}`, text]),
        ...(bad.get(name) ?? []).map((text, at) => [`altered ${name} ${at}`, text]),
      ]),
    ),
  };
  verdicts = JSON.parse(await runPython(JSON.stringify(input)));
}, 900_000);
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
});

test.each(ENCODINGS)('the independent verifier accepts what was issued as %s', (name) => {
  const of = good.get(name) ?? [];
  expect(of).toHaveLength(EACH);
  const refused = of.flatMap((_, at) => verdicts[`${name} ${at}`] ?? []);
  expect(refused).toEqual([]);
});

test.each(ENCODINGS)('it refuses every altered copy of what was issued as %s', (name) => {
  const of = bad.get(name) ?? [];
  expect(of.length).toBeGreaterThanOrEqual(ALTERED);
  expect(of.filter((_, at) => verdicts[`altered ${name} ${at}`] === null)).toEqual([]);
});

test.each(ENCODINGS)(
  'our own verifier says the same of each as %s',
  async (name) => {
    const ours = async (text: string) => {
      const response = await fetch(`${api.url}/verify`, { method: 'POST', body: text });
      return ((await response.json()) as { verdict: string }).verdict;
    };
    for (const text of good.get(name) ?? []) expect(await ours(text)).toBe('VERIFIED');
    const accepted: string[] = [];
    for (const text of bad.get(name) ?? []) if ((await ours(text)) === 'VERIFIED') accepted.push(text);
    expect(accepted).toEqual([]);
  },
  900_000,
);
