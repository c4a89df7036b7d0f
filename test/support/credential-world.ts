import { randomUUID } from 'node:crypto';
import neo4j, { type Driver } from 'neo4j-driver';
import type { Config } from '../../src/config.ts';
import { createPersonKey, createSealer, sealContext, sealFor, wrap } from '../../src/platform/seal.ts';

/** An issuer with one published badge over one skill, and learners with graded work for it. Made with ids of its own. */
export interface CredentialWorld {
  readonly organizationId: string;
  readonly badgeVersionId: string;
  readonly assessmentId: string;
  readonly skillUri: string;
  /** A new learner with a graded submission; answers both ids. */
  learner(work?: { passed?: boolean; email?: string }): Promise<{ learnerId: string; resultId: string }>;
  /** Another badge of the same issuer. */
  badge(of: {
    state?: string;
    stacks?: boolean;
    validMonths?: number;
    assessmentId?: string;
  }): Promise<string>;
  query(cypher: string, params?: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function credentialWorld(config: Config): Promise<CredentialWorld> {
  const driver: Driver = neo4j.driver(
    config.graph.uri,
    neo4j.auth.basic(config.graph.user, config.graph.password),
    { disableLosslessIntegers: true },
  );
  const query: CredentialWorld['query'] = async (cypher, params = {}) =>
    (await driver.executeQuery(cypher, params)).records.map((record) => record.toObject());
  const kek = createSealer(config.keyEncryptionKey);
  const name = randomUUID();
  const ids = {
    organizationId: `org-${name}`,
    assessmentId: `assessment-${name}`,
    skillUri: `urn:skill:${name}`,
  };
  await query(
    `CREATE (o:Organization {id: $organizationId, name: 'Academy of Graphs', url: 'https://academy.example', kinds: ['ISSUER']})
     CREATE (s:Concept:Skill {uri: $skillUri, framework: 'fixture', code: 'F1', since: 1, until: 2147483647})
     CREATE (s)-[:HAS_TEXT]->(:ConceptText {key: $skillUri + '|en|1', language: 'en', label: 'model graphs', since: 1, until: 2147483647, alternatives: [], hidden: []})
     CREATE (s)-[:HAS_TEXT]->(:ConceptText {key: $skillUri + '|de|1', language: 'de', label: 'Graphen modellieren', since: 1, until: 2147483647, alternatives: [], hidden: []})
     CREATE (o)-[:OWNS]->(a:Assessment {id: $assessmentId, title: 'Model a domain', kind: 'PROJECT', task: 'Model it', supervised: true})
     CREATE (a)-[:GRADED_BY]->(r:Rubric {id: 'rubric-' + $assessmentId, title: 'Rubric'})
     CREATE (r)-[:HAS_CRITERION]->(c:Criterion {id: 'criterion-' + $assessmentId, title: 'Correctness', position: 1})
     CREATE (c)-[:HAS_LEVEL]->(:CriterionLevel {id: 'low-' + $assessmentId, title: 'Not yet', points: 0, position: 1, passing: false})
     CREATE (c)-[:HAS_LEVEL]->(:CriterionLevel {id: 'high-' + $assessmentId, title: 'Reached', points: 2, descriptor: 'Every rule of the domain is in the model.', position: 2, passing: true})`,
    ids,
  );
  const badge: CredentialWorld['badge'] = async ({
    state = 'PUBLISHED',
    stacks = false,
    validMonths = null,
    assessmentId = ids.assessmentId,
  }: {
    state?: string;
    stacks?: boolean;
    validMonths?: number | null;
    assessmentId?: string;
  }) => {
    const id = randomUUID();
    await query(
      `MATCH (o:Organization {id: $organizationId}) MATCH (s:Skill {uri: $skillUri})
       CREATE (o)-[:ISSUES]->(b:Badge {id: 'made-badge-' + $id, name: 'Graph Modeller'})-[:HAS_VERSION]->(v:BadgeVersion {
         id: $id, number: 2, name: 'Graph Modeller', description: 'Models domains as graphs.', criteria: 'Pass the project.',
         state: $state, publishedAt: datetime(), validMonths: $validMonths, imageUrl: 'https://academy.example/b.png', imageAlt: 'A graph'
       })
       CREATE (b)-[:HAS_VERSION]->(:BadgeVersion {id: 'first-' + $id, number: 1, name: 'Graph Modeller', description: 'Old.', criteria: 'Old.', state: 'WITHDRAWN'})
       CREATE (v)-[:CERTIFIES]->(:Outcome {id: 'outcome-' + $id, statement: 'Models a domain'})-[:ALIGNED_TO {level: 5, relation: 'EXACT'}]->(s)
       WITH v, b
       CALL (v) {
         WITH v WHERE NOT $stacks
         MATCH (a:Assessment {id: $assessmentId}) CREATE (v)-[:AWARDED_FOR]->(a)
       }
       CALL (v) {
         WITH v WHERE $stacks
         MATCH (part:Badge {id: $part}) CREATE (v)-[:STACKS]->(part)
       }`,
      {
        ...ids,
        id,
        state,
        stacks,
        assessmentId,
        validMonths: validMonths === null ? null : neo4j.int(validMonths),
        part: `made-badge-${badgeVersionId}`,
      },
    );
    return id;
  };
  let badgeVersionId = '';
  badgeVersionId = await badge({ validMonths: 24 });
  return {
    ...ids,
    badgeVersionId,
    badge,
    query,
    async learner({ passed = true, email = 'ada@example.org' } = {}) {
      const learnerId = randomUUID();
      const key = createPersonKey();
      const seal = (text: string, label: string, id: string, property: string) =>
        sealFor(key, text, sealContext(label, id, property));
      const resultId = `result-${learnerId}`;
      const profile = JSON.stringify({ name: 'Ada Lovelace', email });
      await query(
        `CREATE (l:Learner {id: $learnerId, sealedProfile: $profile, createdAt: datetime(), tieBreak: 1})
         CREATE (l)-[:PROTECTED_BY]->(:PersonKey {id: 'key-' + $learnerId, wrapped: $wrapped, kek: $kek})
         WITH l MATCH (a:Assessment {id: $assessmentId}) MATCH (level:CriterionLevel {id: $levelId})
         CREATE (l)-[:SUBMITTED]->(s:Submission {id: 'submission-' + $learnerId, submittedAt: datetime(), sealedNarrative: $narrative})-[:ANSWERS]->(a)
         CREATE (s)-[:HAS_EVIDENCE]->(:Evidence {id: 'evidence-' + $learnerId, position: 1, url: 'https://work.example/1'})
         CREATE (s)-[:HAS_RESULT]->(r:Result {id: $resultId, achievedAt: datetime(), passed: $passed, points: 2, assessor: 'key'})
         CREATE (r)-[:SCORED]->(level)`,
        {
          ...ids,
          learnerId,
          resultId,
          passed,
          levelId: `${passed ? 'high' : 'low'}-${ids.assessmentId}`,
          profile: seal(profile, 'Learner', learnerId, 'sealedProfile'),
          narrative: seal(
            'I modelled a library.',
            'Submission',
            `submission-${learnerId}`,
            'sealedNarrative',
          ),
          wrapped: wrap(kek, key, `key-${learnerId}`),
          kek: kek.keyId,
        },
      );
      return { learnerId, resultId };
    },
    close: () => driver.close(),
  };
}
