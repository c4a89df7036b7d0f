import neo4j from 'neo4j-driver';
import type { GraphConfig } from '../../src/platform/graph/graph-config.ts';
import type { MappedTitles, NamedConcept } from './search-cases.ts';

/** What a measurement of search reads of, and takes out of, the index: beside the API, which offers neither. */
export function searchWorld({ uri, user, password }: GraphConfig) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const rows = async (text: string, params: Record<string, unknown> = {}) =>
    (await driver.executeQuery(text, params)).records.map((record) => record.toObject());
  return {
    async named(framework: string, kind: string): Promise<NamedConcept[]> {
      const found = await rows(
        `MATCH (c:Concept {framework: $framework})-[:HAS_TEXT]->(t:TextEn {kind: $kind})
         WHERE t.until = 2147483647
         RETURN c.uri AS uri, t.label AS label, coalesce(t.alternatives, []) AS alternatives ORDER BY uri`,
        { framework, kind },
      );
      return found as unknown as NamedConcept[];
    },
    async mappedTitles(): Promise<MappedTitles[]> {
      const found = await rows(
        `MATCH (c:Occupation {framework: 'onet'})-[:HAS_TEXT]->(t:TextEn)
         WHERE t.until = 2147483647
         OPTIONAL MATCH (c)<-[:MAPS_FROM|MAPS_TO]-(m:Mapping)-[:MAPS_FROM|MAPS_TO]->(e:Occupation {framework: 'esco'})
         WHERE m.relation IN ['EXACT', 'CLOSE', 'NARROW', 'BROAD']
         RETURN c.uri AS uri, t.label AS label, coalesce(t.alternatives, []) AS alternatives, collect(DISTINCT e.uri) AS mapped
         ORDER BY uri`,
      );
      return found as unknown as MappedTitles[];
    },
    /** Takes these alternatives out of the texts of these concepts, so that the index no longer has them. */
    async holdOut(concepts: readonly { uri: string; alternatives: readonly string[] }[]): Promise<void> {
      for (let from = 0; from < concepts.length; from += 500)
        await rows(
          `UNWIND $rows AS row
           MATCH (:Concept {uri: row.uri})-[:HAS_TEXT]->(t:TextEn)
           SET t.alternatives = [name IN t.alternatives WHERE NOT toLower(name) IN row.out]`,
          {
            rows: concepts
              .slice(from, from + 500)
              .map(({ uri, alternatives }) => ({ uri, out: alternatives.map((name) => name.toLowerCase()) })),
          },
        );
    },
    async forget(framework: string): Promise<void> {
      await rows('MATCH (t:ConceptText {framework: $framework}) DETACH DELETE t', { framework });
    },
    settle: () => rows('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()'),
    close: () => driver.close(),
  };
}
