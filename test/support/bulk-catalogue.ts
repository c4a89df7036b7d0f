import { newId } from '../../src/platform/ids.ts';
import { cypher } from './data.ts';

export interface BulkCatalogue {
  readonly organizationIds: readonly string[];
  readonly skillUris: readonly string[];
  /** In order of name, which is that of their number. */
  readonly badgeIds: readonly string[];
}

/**
 * Writes published badges by the number: each with two outcomes of two skills and one assessment, their names beginning with
 * `word`, shared out over some issuers and skills, published a minute apart.
 */
export async function makeBadges(
  word: string,
  { badges, issuers = 5, skills = 40 }: { badges: number; issuers?: number; skills?: number },
): Promise<BulkCatalogue> {
  const organizationIds = Array.from({ length: issuers }, () => newId());
  const skillUris = Array.from({ length: skills }, () => `https://skills.example/${newId()}`);
  await cypher(
    `UNWIND $organizations AS id
     CREATE (:Organization {id: id, name: $word + ' issuer ' + id, url: 'https://' + id + '.example', kinds: ['ISSUER', 'PROVIDER']})`,
    { organizations: organizationIds, word },
  );
  await cypher(
    `UNWIND $skills AS uri
     CREATE (:Concept:Skill {uri: uri, framework: 'test', since: 1, until: 2147483647, skillType: 'SKILL', reuseLevel: 'CROSS_SECTOR'})
       -[:HAS_TEXT]->(:ConceptText {key: uri + '|en|1', language: 'en', label: 'skill ' + uri, alternatives: ['ability ' + uri],
         hidden: [], since: 1, until: 2147483647})`,
    { skills: skillUris },
  );
  const rows = Array.from({ length: badges }, (_, at) => ({
    id: newId(),
    versionId: newId(),
    name: `${word} badge ${String(at).padStart(4, '0')}`,
    minutes: at,
    issuer: organizationIds[at % issuers],
    assessment: newId(),
    outcomes: [0, 1].map((outcome) => ({
      id: newId(),
      skills: [0, 1].map((skill) => skillUris[(at * 4 + outcome * 2 + skill) % skills]),
    })),
  }));
  await cypher(
    `UNWIND $rows AS row
     MATCH (issuer:Organization {id: row.issuer})
     CREATE (issuer)-[:ISSUES]->(:Badge {id: row.id, name: row.name})-[:HAS_VERSION]->(version:BadgeVersion {
       id: row.versionId, number: 1, name: row.name, description: 'About ' + row.name, criteria: 'Pass the project.', state: 'PUBLISHED',
       publishedAt: datetime('2025-01-01T00:00:00Z') + duration({minutes: row.minutes}), validMonths: 36})
     CREATE (issuer)-[:OWNS]->(assessment:Assessment {id: row.assessment, title: row.name, kind: 'PROJECT', task: 'Do it.', supervised: false})
     CREATE (version)-[:AWARDED_FOR]->(assessment)
     WITH row, issuer, version, assessment
     UNWIND row.outcomes AS each
     CREATE (issuer)-[:OWNS]->(outcome:Outcome {id: each.id, statement: 'Does ' + each.id, verb: 'do', object: 'it', conditions: 'alone'})
     CREATE (version)-[:CERTIFIES]->(outcome), (assessment)-[:ASSESSES]->(outcome)
     WITH each, outcome
     UNWIND each.skills AS uri
     MATCH (skill:Skill {uri: uri})
     CREATE (outcome)-[:ALIGNED_TO {level: 4, relation: 'EXACT'}]->(skill)`,
    { rows: rows.map((row) => ({ ...row, minutes: row.minutes })) },
  );
  return { organizationIds, skillUris, badgeIds: rows.map(({ id }) => id) };
}
