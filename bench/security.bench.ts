import { readFileSync } from 'node:fs';
import { fieldsWithoutPolicy } from '../src/modules/identity/policy/table.ts';
import { migrate } from '../src/platform/graph/migrate.ts';
import { createBareSchema, createSchema } from '../src/schema.ts';
import { startApi } from '../test/support/api.ts';
import { cypher } from '../test/support/data.ts';
import { lookForCanaries } from '../test/support/security/canaries.ts';
import { readTable, tellsApart, tryMatrix } from '../test/support/security/matrix.ts';
import { makeTenant } from '../test/support/security/tenant.ts';
import { run as cutCommits } from './security/cut-commits.ts';
import { measureOverhead, patientConfig } from './security/overhead.ts';
import { run as tamper } from './security/tampering.ts';
import { publish } from './support/figures.ts';

/**
 * npm run security [-- <responses to look through, 20 000>]: who may see and do what, held against the table of policies; words of one tenant looked for in what others are
 * shown; and what all of it costs.
 */
const RESPONSES = Number(process.argv[2] ?? 20_000);
const PRIVATE = [
  'credential',
  'submission',
  'result',
  'consent',
  'learner',
  'apiKey',
  'draftRole',
  'badgeVersion',
];
const say = (text: string) => console.error(text);

const api = await startApi({ config: patientConfig() });
await migrate(api.app.graph);
const schema = createSchema();
const missing = fieldsWithoutPolicy(createBareSchema());

say('measuring what policy, consent and audit cost');
const overhead = await measureOverhead(api);

say('making two tenants');
const world = {
  own: await makeTenant(api, cypher),
  other: await makeTenant(api, cypher),
  anonymous: api.anonymous,
};
say('looking for words of one tenant in what others are shown');
const canaries = await lookForCanaries(schema, [world.own, world.other], world.anonymous, {
  responses: RESPONSES,
});
say('trying every field as every role');
const matrix = await tryMatrix(schema, readTable(readFileSync('schema/policy.txt', 'utf8')), world);
const ids = await tellsApart(schema, world, PRIVATE);
say('cutting COMMITs');
const cut = await cutCommits();
say('tampering with the audit');
const tampered = await tamper();
for (const line of [
  ...missing,
  ...cut.failed,
  ...tampered.missed,
  ...matrix.deviations,
  ...ids.apart,
  ...canaries.leaks,
].slice(0, 50))
  say(line);
await api.close();

const faults = (count: number) => (count === 0 ? 'none' : String(count));
publish(
  [
    { what: 'fields without a policy', tried: 0, found: faults(missing.length) },
    {
      what: 'matrix: field × role × own, other, nobody',
      tried: matrix.cells,
      found: faults(matrix.deviations.length),
    },
    { what: 'ids of others told from unknown ones', tried: ids.compared, found: faults(ids.apart.length) },
    {
      what: 'canaries of others in responses',
      tried: canaries.responses,
      found: faults(canaries.leaks.length),
    },
    { what: 'own canaries in responses', tried: canaries.responses, found: String(canaries.ownSeen) },
    {
      what: 'cut COMMITs with exactly one effect',
      tried: cut.cut_commits,
      found: String(cut.cut_commit_effects),
    },
    { what: 'tamperings found', tried: tampered.tamperings, found: String(tampered.tamperings_found) },
    ...overhead.map(({ what, withP50, withoutP50, share }) => ({
      what,
      tried: 0,
      found: `${withP50.toFixed(1)} ms, without ${withoutP50.toFixed(1)} ms (${(share * 100).toFixed(1)} %)`,
    })),
  ],
  {
    matrix_deviations: matrix.deviations.length + ids.apart.length,
    fields_without_policy: missing.length,
    canary_leaks: canaries.leaks.length,
    cut_commit_effects: cut.cut_commit_effects,
    tamperings_found: tampered.tamperings_found,
    policy_overhead: overhead[0]?.share ?? Number.NaN,
    policy_overhead_candidates: overhead[1]?.share ?? Number.NaN,
  },
);
