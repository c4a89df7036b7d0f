import { randomUUID } from 'node:crypto';
import { startApi } from '../../test/support/api.ts';
import { testConfig } from '../../test/support/config.ts';
import { cypher, makeOrganization } from '../../test/support/data.ts';
import { startProxy } from '../../test/support/proxy.ts';

/** The driver waits a second before it tries again, so several servers are tried at once, each behind a proxy of its own. */
const LANES = 8;
const CREATE =
  'mutation ($input: CreateOutcomeInput!, $key: String) { createOutcome(input: $input, idempotencyKey: $key) { id } }';

/**
 * Sends mutations through the API while a proxy lets each COMMIT reach the database and cuts the connection before its acknowledgement, every other one without an
 * idempotency key. Answers how many of them had exactly one effect and one audit event and were answered as if nothing had happened; the others are described.
 */
export async function run({ times = 200 } = {}): Promise<{
  readonly cut_commits: number;
  readonly cut_commit_effects: number;
  readonly failed: readonly string[];
}> {
  const organizationId = await makeOrganization('Cut commits');
  const shares = Array.from({ length: LANES }, (_, lane) => Math.floor((times + lane) / LANES));
  const answered = (await Promise.all(shares.map((share) => inLane(organizationId, share)))).flat();
  const stored = await cypher(
    'MATCH (:Organization {id: $organizationId})-[:OWNS]->(o:Outcome) RETURN o.statement AS statement, o.id AS id',
    { organizationId },
  );
  const audited = await cypher(
    "MATCH (e:AuditEvent {chain: $organizationId, action: 'createOutcome'}) RETURN e.objects[0] AS id",
    { organizationId },
  );
  const failed = answered.flatMap(({ statement, id, error }) => {
    const effects = stored.filter((row) => row['statement'] === statement);
    const events = audited.filter((row) => row['id'] === id);
    const once = effects.length === 1 && effects[0]?.['id'] === id && events.length === 1;
    return once && !error
      ? []
      : [`${statement}: ${effects.length} effects, ${events.length} events ${error ?? ''}`];
  });
  return { cut_commits: answered.length, cut_commit_effects: answered.length - failed.length, failed };
}

interface Answered {
  readonly statement: string;
  readonly id: string | null;
  readonly error: string | null;
}

async function inLane(organizationId: string, times: number): Promise<Answered[]> {
  const config = testConfig();
  const proxy = await startProxy(new URL(config.graph.uri));
  let claims = 0;
  const graph = {
    ...config.graph,
    uri: `bolt://127.0.0.1:${proxy.port}`,
    onStatement: (file: string) => {
      if (file === 'identity/claim-request') claims += 1;
    },
  };
  const api = await startApi({ config: { ...config, graph } });
  try {
    const staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
    await staff('{ viewer { role } }');
    const answered: Answered[] = [];
    while (answered.length < times) {
      const statement = `Survives a cut COMMIT, ${randomUUID()}`;
      const key = answered.length % 2 === 0 ? randomUUID() : null;
      claims = 0;
      proxy.cutCommits(1);
      const { data, errors } = await staff(CREATE, { input: { statement }, key });
      // the cut may have hit the note that the key was used; only a change that was carried out twice counts
      if (claims < 2 && errors.length === 0) continue;
      answered.push({
        statement,
        id: data?.createOutcome?.id ?? null,
        error: errors[0]?.message ?? null,
      });
    }
    return answered;
  } finally {
    await api.close();
    await proxy.close();
  }
}
