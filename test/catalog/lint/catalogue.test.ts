import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runLintCatalogue } from '../../../src/cli/lint-catalogue-command.ts';
import { lintCatalogue } from '../../../src/modules/catalog/lint/catalogue-linter.ts';
import { connect, type Graph } from '../../../src/platform/graph/graph.ts';
import { makeBadges } from '../../support/bulk-catalogue.ts';
import { testConfig } from '../../support/config.ts';
import { cypher } from '../../support/data.ts';

let graph: Graph;
beforeAll(() => {
  graph = connect(testConfig().graph);
});
afterAll(() => graph.close());

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runLintCatalogue(
    args,
    (work) => work(graph),
    { write: (text: string) => (out += text) },
    { write: (text: string) => (err += text) },
  );
  return { code, out, err };
}

test('a whole organisation as lines of JSON, each version with its score and findings', async () => {
  const { organizationIds } = await makeBadges('Lines', { badges: 12, issuers: 1, skills: 4 });
  const [organization = ''] = organizationIds;
  const { code, out, err } = await run('--organization', organization, '--format', 'json');
  expect(code).toBe(1);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(12);
  expect(lines[0]).toMatchObject({
    issuerId: organization,
    score: { score: expect.any(Number) },
    findings: expect.arrayContaining([
      expect.objectContaining({ rule: 'rubric-missing', severity: 'ERROR' }),
    ]),
  });
  expect(lines.flatMap(({ findings }) => findings).some(({ severity }) => severity === 'ADVICE')).toBe(false);
  expect(err).toMatch(/12 versions of badges: 12 errors, \d+ warnings/);

  await cypher(
    `MATCH (:Organization {id: $organization})-[:OWNS]->(a:Assessment)
     CREATE (a)-[:GRADED_BY]->(:Rubric {id: 'rubric-' + a.id})-[:HAS_CRITERION]->(c:Criterion {id: 'criterion-' + a.id, title: 'C', position: 1})
     CREATE (c)-[:HAS_LEVEL]->(:CriterionLevel {id: 'low-' + a.id, title: 'No', points: 0, position: 1, passing: false}),
            (c)-[:HAS_LEVEL]->(:CriterionLevel {id: 'high-' + a.id, title: 'Yes', points: 1, position: 2, passing: true})`,
    { organization },
  );
  const mended = await run('--organization', organization, '--min-severity', 'error');
  expect(mended.code).toBe(0);
  expect(mended.out.trim().split('\n')).toHaveLength(12);
  expect(mended.out).toMatch(/^Lines badge \d+ \([-\w]+\): \d+ of 100$/m);
});

test('takes as many statements for one page however much is on it, and pages through more', async () => {
  const few = await makeBadges('Few', { badges: 3, issuers: 1 });
  const many = await makeBadges('Many', { badges: 520, issuers: 1 });
  const statements = async (organizationId: string) => {
    const files: string[] = [];
    let versions = 0;
    const heard = graph.scoped({ onStatement: (file) => files.push(file) });
    for await (const page of lintCatalogue(heard, { organizationId, now: new Date() }))
      versions += page.length;
    return { statements: files.length, versions };
  };
  expect(await statements(few.organizationIds[0] ?? '')).toEqual({ statements: 8, versions: 3 });
  expect(await statements(many.organizationIds[0] ?? '')).toEqual({ statements: 16, versions: 520 });
}, 60_000);

test('nothing in the sample world has an error', async () => {
  for (const organization of ['org-northbank', 'org-tideway'])
    expect((await run('--organization', organization)).code).toBe(0);
});

test.each([['--format', 'xml'], ['--min-severity', 'FATAL'], ['--nonsense']])(
  'a wrong call is explained: %s %s',
  async (...args) => {
    const { code, out, err } = await run(...args.filter((arg) => typeof arg === 'string'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('npm run lint-catalogue');
  },
);

test('--help is no error', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, err: '' });
});
