import neo4j from 'neo4j-driver';
import { newId } from '../../src/platform/ids.ts';
import { testConfig } from './config.ts';

/** Runs Cypher beside the API, for what a test needs and the API does not offer. */
export async function cypher(text: string, params: Record<string, unknown> = {}) {
  const { uri, user, password } = testConfig().graph;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    return (await driver.executeQuery(text, params)).records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}

/** A new organisation of a test's own; answers its id. */
export async function makeOrganization(
  name = 'Test organisation',
  kinds = ['ISSUER', 'PROVIDER'],
): Promise<string> {
  const id = newId();
  await cypher('CREATE (:Organization {id: $id, name: $name, url: $url, kinds: $kinds})', {
    id,
    name,
    url: `https://${id}.example`,
    kinds,
  });
  return id;
}

/** New skills of a made-up taxonomy with an English label each; answers their URIs, in order. */
export async function makeSkills(...labels: string[]): Promise<string[]> {
  const skills = labels.map((label) => ({ uri: `https://skills.example/${newId()}`, label }));
  await cypher(
    `UNWIND $skills AS s
     CREATE (:Concept:Skill {uri: s.uri, framework: 'test', since: 1, until: 2147483647, skillType: 'SKILL'})
       -[:HAS_TEXT]->(:ConceptText {key: s.uri + '|en|1', language: 'en', label: s.label, alternatives: [], hidden: [],
         since: 1, until: 2147483647})`,
    { skills },
  );
  return skills.map(({ uri }) => uri);
}

/** A new occupation of a made-up taxonomy; answers its URI. */
export async function makeOccupation(label: string): Promise<string> {
  const uri = `https://occupations.example/${newId()}`;
  await cypher(
    `CREATE (:Concept:Occupation {uri: $uri, framework: 'test', since: 1, until: 2147483647})
       -[:HAS_TEXT]->(:ConceptText {key: $uri + '|en|1', language: 'en', label: $label, alternatives: [], hidden: [],
         since: 1, until: 2147483647})`,
    { uri, label },
  );
  return uri;
}
