import { textIndex, textLabel } from '../../src/modules/taxonomy/language.ts';
import { newId } from '../../src/platform/ids.ts';
import { cypher } from '../support/data.ts';

const END = 2_147_483_647;

interface Text {
  readonly label: string;
  readonly alternatives?: string[];
  readonly hidden?: string[];
  readonly description?: string;
  readonly since?: number;
  readonly until?: number;
}

interface NewConcept {
  readonly kind: 'Skill' | 'SkillGroup' | 'Occupation' | 'OccupationGroup';
  readonly texts: Readonly<Record<string, Text | Text[]>>;
  readonly code?: string;
  readonly since?: number;
  readonly until?: number;
  readonly properties?: Record<string, unknown>;
}

/** A framework of a test's own, with versions 1.0 and 1.1. Concepts are named by a short key; their URIs are unique. */
export function testFramework(id = `t${newId().slice(-12)}`) {
  const uri = (key: string) => `https://${id}.example/${key}`;
  return {
    id,
    uri,
    v1: `${id}@1.0`,
    v2: `${id}@1.1`,
    async create(concepts: Readonly<Record<string, NewConcept>>): Promise<void> {
      await cypher(
        `MERGE (f:Framework {id: $id}) SET f.name = 'Test framework', f.attribution = 'Made for a test.'
         WITH f UNWIND [{v: '1.0', o: 10000}, {v: '1.1', o: 10100}] AS row
         MERGE (f)-[:HAS_VERSION]->(v:FrameworkVersion {id: $id + '@' + row.v})
         SET v += {framework: $id, version: row.v, ordinal: row.o, complete: true, importedAt: datetime('2025-01-01T00:00:00Z'), counts: '{}'}`,
        { id },
      );
      for (const [key, concept] of Object.entries(concepts)) {
        const { kind, code = null, since = 10000, until = END, properties = {} } = concept;
        await cypher(
          `CREATE (c:Concept {uri: $uri, framework: $id, code: $code, since: $since, until: $until})
           SET c:$($kind), c += $properties`,
          { uri: uri(key), id, code, since, until, kind, properties },
        );
        for (const [language, given] of Object.entries(concept.texts))
          for (const text of [given].flat())
            await cypher(
              `MATCH (c:Concept {uri: $uri}) CREATE (c)-[:HAS_TEXT]->(t:ConceptText) SET t:$($indexed), t += $text`,
              {
                uri: uri(key),
                indexed: textLabel(language),
                text: {
                  alternatives: [],
                  hidden: [],
                  since,
                  until: END,
                  ...text,
                  key: `${uri(key)}|${language}|${text.since ?? since}`,
                  language,
                  kind,
                  framework: id,
                },
              },
            );
      }
    },
    async edges(
      type: 'BROADER' | 'NEEDS' | 'REPLACED_BY',
      pairs: readonly (readonly [string, string, Record<string, unknown>?])[],
    ): Promise<void> {
      await cypher(
        `UNWIND $rows AS row MATCH (a:Concept {uri: row.from}), (b:Concept {uri: row.to})
         CREATE (a)-[r:$($type)]->(b) SET r = row.properties`,
        {
          type,
          rows: pairs.map(([from, to, properties]) => ({
            from: uri(from),
            to: uri(to),
            properties: { since: 10000, until: END, ...properties },
          })),
        },
      );
    },
  };
}

/** Full-text indexes catch up a moment after a write; waits until they have. */
export const indexed = () => cypher('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()');

export const indexOf = textIndex;
