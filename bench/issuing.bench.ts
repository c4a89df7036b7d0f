import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startIssuingPool } from '../src/issuing-pool.ts';
import { openKey } from '../src/modules/credentials/drafts.ts';
import { decodeStatusList } from '../src/modules/credentials/status-list.ts';
import { graphSources } from '../src/modules/credentials/verification/sources.ts';
import { verifyDocument } from '../src/modules/credentials/verification/verify.ts';
import { migrate } from '../src/platform/graph/migrate.ts';
import { openFor, sealContext } from '../src/platform/seal.ts';
import { startApi } from '../test/support/api.ts';
import { credentialWorld } from '../test/support/credential-world.ts';
import { allocate } from './issuing/allocation.ts';
import { cheapQueryP95 } from './issuing/cheap-query.ts';
import { patientConfig } from './security/overhead.ts';
import { percentile, publish, sample } from './support/figures.ts';

/**
 * npm run bench issuing [-- <awards in bulk, 1000> [<awards in a loop, 200> [<status entries, 10 000>]]]: how many credentials a second
 * worker threads issue, against calling Veramo in a loop on the event loop; how long a cheap query waits meanwhile; what verifying each
 * costs; how status entries are taken by many at once; and how soon a revocation is seen.
 */
const [AWARDS = 1_000, LOOP = 200, ENTRIES = 10_000] = process.argv.slice(2).map(Number);
const say = (text: string) => console.error(text);
const figures: Record<string, number> = {};
const rows: Record<string, string | number>[] = [];
const note = (key: string, words: string, value: number) => {
  figures[key] = value;
  rows.push({ figure: words, value });
};

const config = patientConfig();
const api = await startApi({ config });
await migrate(api.app.graph);
const pool = startIssuingPool({ config, graph: api.app.graph, log: api.app.log });
const world = await credentialWorld(config);
const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
const { agent, kek } = api.app.credentialing;

const START =
  'mutation ($input: IssueCredentialsInput!, $key: String!) { made: issueCredentials(input: $input, idempotencyKey: $key) { id } }';
async function bulk(many: number): Promise<number> {
  const input = {
    badgeVersionId: world.badgeVersionId,
    rows: Array.from({ length: many }, () => ({
      email: `${randomUUID()}@example.org`,
      narrative: 'Did it well.',
    })),
  };
  const started = performance.now();
  const { data, errors } = await staff(START, { key: randomUUID(), input });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  pool.kick();
  for (;;) {
    const shown = await staff(
      'query ($id: ID!) { batch: issuingBatch(id: $id) { state issued failed } }',
      data.made,
    );
    const { state, issued, failed } = shown.data.batch;
    if (state !== 'RUNNING') {
      if (issued !== many) throw new Error(`${failed} of ${many} awards failed`);
      return many / ((performance.now() - started) / 1000);
    }
    await sleep(100);
  }
}

say('issuing a first few');
await bulk(10);
const [one] = await world.query(
  `MATCH (c:Credential)<-[:HOLDS]-(:Learner)-[:PROTECTED_BY]->(k:PersonKey)
   WHERE (c)-[:INSTANCE_OF]->(:BadgeVersion {id: $id})
   RETURN c.id AS id, c.sealedDocument AS sealed, k {.id, .wrapped} AS key LIMIT 1`,
  { id: world.badgeVersionId },
);
const id = String(one?.['id']);
const key = openKey(one?.['key'] as { id: string; wrapped: string }, kek);
const text = openFor(key, String(one?.['sealed']), sealContext('Credential', id, 'sealedDocument'));
const { proof: _, ...unsigned } = JSON.parse(text);

const CHEAP = `{ badgeVersion(id: "${world.badgeVersionId}") { id name } }`;
say('asking a cheap query while nothing else happens');
await cheapQueryP95(api.anonymous, CHEAP, sleep(500));
const quiet = await cheapQueryP95(api.anonymous, CHEAP, sleep(4_000));

say('calling Veramo in a loop on the event loop');
const batchAgent = agent.forBatch();
let [signOnly, whole] = [0, 0];
const loop = (async () => {
  let started = performance.now();
  for (let n = 0; n < LOOP; n += 1) await batchAgent.sign(unsigned, new Date());
  signOnly = LOOP / ((performance.now() - started) / 1000);
  started = performance.now();
  for (let n = 0; n < LOOP; n += 1) {
    const signed = await batchAgent.sign(unsigned, new Date());
    if (!(await batchAgent.checkProof(signed)).holds) throw new Error('it does not verify');
  }
  whole = LOOP / ((performance.now() - started) / 1000);
})();
const inLoop = await cheapQueryP95(api.anonymous, CHEAP, loop);
await loop;

say('issuing one by one');
const ONE =
  'mutation ($input: IssueDirectlyInput!, $key: String!) { issueCredentialDirectly(input: $input, idempotencyKey: $key) { id } }';
const singles = Math.ceil(LOOP / 4);
const singlesStarted = performance.now();
for (let n = 0; n < singles; n += 1) {
  const input = { badgeVersionId: world.badgeVersionId, email: `${randomUUID()}@example.org` };
  const { errors } = await staff(ONE, { key: randomUUID(), input });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}
const oneByOne = singles / ((performance.now() - singlesStarted) / 1000);

say(`issuing ${AWARDS} in bulk`);
const issuing = bulk(AWARDS);
const meanwhile = await cheapQueryP95(api.anonymous, CHEAP, issuing);
note('bulk_per_s', 'credentials a second in bulk: signed, verified, logged, written', await issuing);
note('veramo_loop_per_s', 'a second by Veramo in a loop, signed and verified, not written', whole);
note('veramo_sign_loop_per_s', 'a second by Veramo in a loop, only signed', signOnly);
note(
  'speedup_vs_veramo_loop',
  'times as many as that loop (signed and verified)',
  (figures['bulk_per_s'] as number) / whole,
);
note(
  'one_by_one_per_s',
  'a second by one mutation after another: signed, verified, logged, written',
  oneByOne,
);
note(
  'speedup_vs_one_by_one',
  'times as many as one mutation after another',
  (figures['bulk_per_s'] as number) / oneByOne,
);
note('workers', 'worker threads', config.issuingWorkers);
note('cheap_query_p95_quiet_ms', 'cheap query, p95 ms, quiet', quiet);
note('cheap_query_p95_bulk_ms', 'cheap query, p95 ms, during bulk issuing', meanwhile);
note('cheap_query_p95_loop_ms', 'cheap query, p95 ms, during the loop', inLoop);
note('cheap_query_p95_ratio', 'times as long during bulk issuing as when quiet', meanwhile / quiet);

say('verifying');
const sources = graphSources({ ...api.app.credentialing, graph: api.app.graph });
const ours = percentile(await sample(50, () => verifyDocument(text, sources, new Date())), 0.5);
const bare = percentile(await sample(50, () => batchAgent.checkProof(JSON.parse(text))), 0.5);
note('verify_p50_ms', 'verifying in all steps, p50 ms', ours);
note('verify_bare_p50_ms', 'the proof alone by the library, p50 ms', bare);
note('verify_overhead', 'times as long in all steps', ours / bare);

say(`taking ${ENTRIES} status entries by many at once`);
const taken = await allocate(api, world.organizationId, { entries: ENTRIES, writers: 16, each: 25 });
note('status_entries', 'status entries taken by 16 writers at once', taken.taken);
note('status_entries_twice', 'of them taken twice', taken.twice);
note('status_entries_clashes', 'writes that another writer came before', taken.clashes);
note(
  'status_entries_chi_square',
  'chi-square over 64 parts of the list (63 degrees of freedom; uniform below 103.4)',
  taken.chiSquare,
);
note('status_entries_uniform', 'uniform (1) or not (0)', taken.uniform ? 1 : 0);

say('revoking');
const seen: number[] = [];
for (const { id: revoked, list, index } of (await world.query(
  `MATCH (l:StatusList)<-[e:LISTED_IN]-(c:Credential {status: 'ACTIVE'})-[:INSTANCE_OF]->(:BadgeVersion {id: $id})
   RETURN c.id AS id, l.id AS list, toInteger(e.index) AS index LIMIT 5`,
  { id: world.badgeVersionId },
)) as { id: string; list: string; index: number }[]) {
  const started = performance.now();
  const { errors } = await staff(
    'mutation ($id: ID!, $key: String!) { revokeCredential(id: $id, reason: "A measurement", idempotencyKey: $key) { id } }',
    { id: revoked, key: randomUUID() },
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  while (!(await isSet(list, index))) await sleep(5);
  seen.push(performance.now() - started);
}
note(
  'revocation_visible_ms',
  'ms from asking to the published list saying so, at most of 5',
  Math.max(...seen),
);

async function isSet(list: string, index: number): Promise<boolean> {
  const response = await fetch(`${api.url}/status/${list}`);
  const { credentialSubject } = (await response.json()) as { credentialSubject: { encodedList: string } };
  return (await decodeStatusList(credentialSubject.encodedList)).getStatus(index);
}

await pool.stop();
publish(rows, figures);
await world.close();
await api.close();
process.exit(0);
