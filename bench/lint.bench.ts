import { lintCatalogue } from '../src/modules/catalog/lint/catalogue-linter.ts';
import { migrate } from '../src/platform/graph/migrate.ts';
import { startApi } from '../test/support/api.ts';
import { makeBadges } from '../test/support/bulk-catalogue.ts';
import { testConfig } from '../test/support/config.ts';
import { cypher } from '../test/support/data.ts';
import { percentile, publish, sample } from './support/figures.ts';

/**
 * The linter over 500, 1 000 and 2 000 published badges in one pass, as `npm run lint-catalogue` does it: each with two outcomes of two
 * skills, a learning unit, tags, and an assessment with a rubric of three criteria of four levels. And one badge over HTTP, with
 * everything it is asked for.
 */
const BATCH = 250;
const SIZES = [500, 1_000, 2_000];
const ROUNDS = 5;

const ONE = `query ($id: ID!) { lintBadge(badgeVersionId: $id) { score { score parts { part score } }
  findings(first: 100) { edges { node { rule severity place message mend } } } comparison { similar percentile }
  discoverability { sentence } } }`;

const config = testConfig();
const api = await startApi({ config: { ...config, graph: { ...config.graph, patience: 60_000 } } });
await migrate(api.app.graph);

async function grow(batch: number): Promise<void> {
  const { organizationIds } = await makeBadges(`Batch ${batch}`, { badges: BATCH, issuers: 5, skills: 100 });
  await cypher(
    `MATCH (issuer:Organization)-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(version:BadgeVersion)-[:AWARDED_FOR]->(assessment:Assessment)
     WHERE issuer.id IN $organizationIds
     SET version.tags = ['networks', 'tag ' + toString(rand() < 0.5)], version.languages = ['en']
     CREATE (issuer)-[:OFFERS]->(unit:LearningUnit {id: 'unit-' + version.id, title: version.name, effortMinutes: 600, mode: 'BLENDED', level: 4, languages: ['en']})
     CREATE (assessment)-[:GRADED_BY]->(rubric:Rubric {id: 'rubric-' + version.id, title: 'Rubric', version: 1})
     WITH version, unit, rubric
     CALL (version, unit) { MATCH (version)-[:CERTIFIES]->(outcome:Outcome) CREATE (unit)-[:TEACHES]->(outcome) }
     UNWIND [1, 2, 3] AS position
     CREATE (rubric)-[:HAS_CRITERION]->(criterion:Criterion {id: rubric.id + '-' + position, title: 'Criterion ' + position, position: position})
     WITH criterion
     UNWIND [1, 2, 3, 4] AS position
     CREATE (criterion)-[:HAS_LEVEL]->(:CriterionLevel {id: criterion.id + '-' + position, title: 'Level ' + position, points: position,
       descriptor: 'What work at step ' + position + ' looks like.', position: position, passing: position = 3})`,
    { organizationIds },
  );
}

async function pass() {
  const files: string[] = [];
  const graph = api.app.graph.scoped({ onStatement: (file) => files.push(file) });
  const started = performance.now();
  let versions = 0;
  let findings = 0;
  for await (const page of lintCatalogue(graph, { organizationId: null, now: new Date() })) {
    versions += page.length;
    for (const badge of page) findings += badge.findings.length;
  }
  return { ms: performance.now() - started, statements: files.length, versions, findings };
}

const rows = [];
let batches = 0;
let last = await pass();
for (const size of SIZES) {
  for (; batches * BATCH < size; batches += 1) await grow(batches);
  const passes = [];
  await pass();
  for (let round = 0; round < ROUNDS; round += 1) passes.push(await pass());
  const [first = last] = passes;
  last = {
    ...first,
    ms: percentile(
      passes.map(({ ms }) => ms),
      0.5,
    ),
  };
  rows.push({
    badges: last.versions,
    'p50 s': last.ms / 1_000,
    'ms a badge': last.ms / last.versions,
    'Cypher statements': last.statements,
    'a thousand': (1_000 * last.statements) / last.versions,
    findings: last.findings,
  });
}

const [version] = await cypher(
  `MATCH (v:BadgeVersion {state: 'PUBLISHED'}) RETURN v.id AS id ORDER BY id LIMIT 1`,
);
let statements = 0;
const ask = async () => {
  const { errors, headers } = await api.anonymous(ONE, { id: version?.['id'] });
  if (errors.length > 0) throw new Error(JSON.stringify(errors).slice(0, 500));
  statements = Number(headers.get('x-statements'));
};
/** A cold database plans each statement for the first time, which may take longer than a request may. */
await ask().catch(() => ask().catch(() => ask()));
const one = await sample(20, ask);
publish(rows, {
  badges: last.versions,
  seconds: last.ms / 1_000,
  statements_a_thousand: (1_000 * last.statements) / last.versions,
  one_badge_p50_ms: percentile(one, 0.5),
  one_badge_p95_ms: percentile(one, 0.95),
  one_badge_statements: statements,
});
await api.close();
