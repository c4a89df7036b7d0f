import { afterAll, describe, expect, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { connect } from '../../src/platform/graph/graph.ts';
import { loadSampleWorld } from '../../src/seed/load-sample-world.ts';
import { testConfig } from '../support/config.ts';

const config = testConfig();
const graph = connect(config.graph);
const { uri, user, password } = config.graph;
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
afterAll(() => Promise.all([graph.close(), driver.close()]));

async function one<T>(cypher: string, parameters: Record<string, unknown> = {}): Promise<T> {
  const { records } = await driver.executeQuery(cypher, parameters);
  return records[0]?.toObject() as T;
}

const counts = () =>
  one<Record<string, number>>(`
    RETURN COUNT { (:Concept) } AS concepts, COUNT { (:ConceptText) } AS texts, COUNT { ()-[:BROADER]->() } AS broader,
      COUNT { ()-[:NEEDS]->() } AS needs, COUNT { (:Mapping) } AS mappings, COUNT { (:LearningUnit) } AS units,
      COUNT { (:Badge) } AS badges, COUNT { (:RoleProfile) } AS profiles, COUNT { ()-[:REQUIRES]->() } AS requirements,
      COUNT { (:Learner) } AS learners, COUNT { (:Consent) } AS consents, COUNT { (:Submission) } AS submissions,
      COUNT { (:Result) } AS results, COUNT { (:Credential) } AS credentials
  `);

describe('the sample world in the graph', () => {
  test('is recorded and whole', async () => {
    expect(await one("MATCH (w:SampleWorld {id: 'sample'}) RETURN w.version AS version")).toEqual({
      version: '1',
    });
    const found = await counts();
    process.stdout.write(JSON.stringify(found));
  });

  test('is not loaded twice', async () => {
    const before = await counts();
    const report = await loadSampleWorld(graph, { ...config, now: new Date() });
    expect(report).toEqual({ loaded: false, learners: 0, credentials: 0 });
    expect(await counts()).toEqual(before);
  });

  test('completes a load that broke off, without a second copy of anything', async () => {
    const before = await counts();
    await driver.executeQuery("MATCH (w:SampleWorld {id: 'sample'}) REMOVE w.loadedAt");
    const t0 = Date.now();
    const report = await loadSampleWorld(graph, {
      ...config,
      now: new Date(),
      progress: (w) => process.stdout.write(`${w} ${Date.now() - t0}\n`),
    });
    process.stdout.write(`${Date.now() - t0}\n`);
    expect(report.loaded).toBe(true);
    expect(await counts()).toEqual(before);
  });
});
