import { issuerDid } from '../src/modules/credentials/issuer-directory.ts';
import { Issuing } from '../src/modules/credentials/issuing.ts';
import { KeyIncidents } from '../src/modules/credentials/keys/incidents.ts';
import { KeyLife } from '../src/modules/credentials/keys/key-life.ts';
import { graphSources, rememberingSources } from '../src/modules/credentials/verification/sources.ts';
import { verifyDocument } from '../src/modules/credentials/verification/verify.ts';
import { Mutations } from '../src/modules/identity/mutations.ts';
import { ANONYMOUS } from '../src/modules/identity/viewer.ts';
import { migrate } from '../src/platform/graph/migrate.ts';
import { createSealer, openFor, sealContext, unwrap } from '../src/platform/seal.ts';
import { startApi } from '../test/support/api.ts';
import { credentialWorld } from '../test/support/credential-world.ts';
import { patientConfig } from './security/overhead.ts';
import { publish } from './support/figures.ts';

/**
 * npm run bench rotation [-- <credentials, 10 000> <to issue anew, 500>]: issues so many, rotating the key halfway while it is issued with
 * and once more at the end; verifies every one of them; then gives the first key up, and revokes and issues anew what it signed.
 */
const TOTAL = Number(process.argv[2] ?? 10_000);
const ANEW = Math.min(Number(process.argv[3] ?? 500), TOTAL / 2);
const CHUNK = 100;
const say = (text: string) => console.error(text);
const seconds = (since: number) => (performance.now() - since) / 1000;

const config = patientConfig();
const api = await startApi({ config });
const { graph, credentialing, clock } = api.app;
await migrate(graph);
const world = await credentialWorld(config);
const { organizationId } = world;
const deps = { ...credentialing, graph, mutations: new Mutations(graph, ANONYMOUS, clock) };
const keys = new KeyLife(deps, organizationId);
const did = issuerDid(config.publicUrl, organizationId);
await credentialing.agent.ensureIssuer(did);
const [first] = (await keys.history({ first: 1 })).edges;

say(`making ${TOTAL} learners with graded work`);
const results: string[] = [];
while (results.length < TOTAL) {
  const some = Array.from({ length: Math.min(20, TOTAL - results.length) }, () => world.learner());
  results.push(...(await Promise.all(some)).map(({ resultId }) => resultId));
}

say('issuing');
let rotated = 0;
async function issue(chunk: readonly string[]): Promise<void> {
  await new Issuing(deps).issue(
    chunk.map((resultId) => ({ via: 'ASSESSED', resultId })),
    {
      issuerId: organizationId,
      now: clock(),
      perform: (work) => deps.mutations.perform({ name: 'issueCredential', input: chunk }, work),
    },
  );
}
const rotating = performance.now();
for (let start = 0; start < TOTAL; start += CHUNK) {
  const issuing = issue(results.slice(start, start + CHUNK));
  // halfway, while something is being signed
  if (start >= TOTAL / 2 && rotated === 0) {
    await keys.rotate('Ed25519');
    rotated += 1;
  }
  await issuing;
  if (start % 1000 === 0) say(`  ${start + CHUNK} of ${TOTAL}`);
}
const issuedIn = seconds(rotating);
await keys.rotate('Ed25519');

say('verifying');
const kek = createSealer(config.keyEncryptionKey);
const sources = rememberingSources(graphSources(deps));
const faults = new Map<string, number>();
const signers = new Map<string, number>();
const verifying = performance.now();
for (let skip = 0; skip < TOTAL; skip += 500) {
  const rows = await world.query(
    `MATCH (:Organization {id: $organizationId})-[:ISSUES]->()-[:HAS_VERSION]->()<-[:INSTANCE_OF]-(c:Credential)<-[:HOLDS]-()-[:PROTECTED_BY]->(k)
     RETURN c.id AS id, c.sealedDocument AS sealed, c.signedWith AS key, k.id AS keyId, k.wrapped AS wrapped
     ORDER BY c.id SKIP toInteger($skip) LIMIT 500`,
    { organizationId, skip },
  );
  for (const row of rows as Record<'id' | 'sealed' | 'key' | 'keyId' | 'wrapped', string>[]) {
    const own = unwrap(kek, row.wrapped, row.keyId);
    const document = openFor(own, row.sealed, sealContext('Credential', row.id, 'sealedDocument'));
    const { verdict, steps } = await verifyDocument(document, sources, clock());
    signers.set(row.key, (signers.get(row.key) ?? 0) + 1);
    const fault = steps.find(({ outcome }) => outcome !== 'PASS')?.name ?? 'VERDICT';
    if (verdict !== 'VERIFIED') faults.set(fault, (faults.get(fault) ?? 0) + 1);
  }
  say(`  ${skip + rows.length} of ${TOTAL}`);
}
const verifiedIn = seconds(verifying);
const failed = [...faults.values()].reduce((sum, count) => sum + count, 0);

say('giving the first key up');
const lost = first?.node.id ?? '';
const incidents = new KeyIncidents(deps, organizationId);
const report = { key: lost, since: new Date(0), reason: 'Measured' };
const revoking = performance.now();
const incident = await keys.reportCompromise(report, 'bench');
const outOfDocument = seconds(revoking);
const toRevoke = (await incidents.incident(incident)).leftToRevoke;
for (let left = toRevoke; left > 0; )
  left = (await incidents.settle({ id: incident, limit: 500 })).leftToRevoke;
const revokedIn = seconds(revoking);
say('issuing anew');
const reissuing = performance.now();
let anew = 0;
while (anew < ANEW) {
  const { reissued } = await incidents.settle({ id: incident, limit: Math.min(100, ANEW - anew) });
  if (reissued === 0) break;
  anew += reissued;
}
const anewIn = seconds(reissuing);
await world.close();
await api.close();

publish(
  [
    { what: 'issued while the key was rotated twice', credentials: TOTAL, seconds: issuedIn },
    { what: 'of these signed with keys retired since', credentials: signers.get(lost) ?? 0, seconds: '' },
    { what: 'verified after the rotations', credentials: TOTAL - failed, seconds: verifiedIn },
    { what: 'failed to', credentials: failed, seconds: '' },
    { what: 'a compromised key out of its DID document', credentials: 0, seconds: outOfDocument },
    { what: 'revoked for it, lists signed anew', credentials: toRevoke, seconds: revokedIn },
    { what: 'issued anew', credentials: anew, seconds: anewIn },
  ],
  {
    credentials: TOTAL,
    signed_with_first_key: signers.get(lost) ?? 0,
    signers: signers.size,
    verified_after_rotation: TOTAL - failed,
    failed_after_rotation: failed,
    key_out_of_document_s: outOfDocument,
    revoked_by_key: toRevoke,
    revoke_by_key_s: revokedIn,
    reissued_per_s: anew / anewIn,
  },
);
