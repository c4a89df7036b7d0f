import neo4j from 'neo4j-driver';
import type { GraphConfig } from '../../src/platform/graph/graph-config.ts';

/** An O*NET occupation with what people do in it, and the skills that ESCO lists for the occupations that the crosswalk calls the same or nearly. */
export interface TaskText {
  readonly uri: string;
  readonly tasks: readonly string[];
  readonly needed: readonly string[];
  readonly essential: readonly string[];
}

/** What a measurement of drafting reads beside the API. */
export function draftingWorld({ uri, user, password }: GraphConfig) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const rows = async (text: string) =>
    (await driver.executeQuery(text)).records.map((record) => record.toObject());
  return {
    async taskTexts(): Promise<TaskText[]> {
      const found = await rows(
        `MATCH (o:Occupation {framework: 'onet'})<-[:MAPS_FROM]-(m:Mapping)-[:MAPS_TO]->(e:Occupation {framework: 'esco'})
         WHERE m.relation IN ['EXACT', 'CLOSE']
         WITH o, collect(DISTINCT e) AS same
         WITH o, same, COLLECT { MATCH (o)-[:HAS_TASK]->(t:Task) RETURN t.statement ORDER BY t.id } AS tasks
         WHERE size(tasks) >= 10
         RETURN o.uri AS uri, tasks,
           COLLECT { UNWIND same AS e MATCH (e)-[:NEEDS]->(s:Skill) RETURN DISTINCT s.uri } AS needed,
           COLLECT { UNWIND same AS e MATCH (e)-[:NEEDS {relation: 'ESSENTIAL'}]->(s:Skill) RETURN DISTINCT s.uri } AS essential
         ORDER BY uri`,
      );
      return found as unknown as TaskText[];
    },
    async skillCount(): Promise<number> {
      const [row] = await rows(`MATCH (s:Skill {framework: 'esco'}) RETURN count(s) AS total`);
      return Number(row?.['total']);
    },
    close: () => driver.close(),
  };
}
