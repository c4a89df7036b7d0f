import { describe, expect, test } from '@jest/globals';
import { scopeFault } from '../support/scope.ts';
import { allStatements } from '../support/statements.ts';
import { UNSCOPED_STATEMENTS } from '../support/unscoped-statements.ts';

const statements = await allStatements();

describe('a statement that reads what is somebody’s', () => {
  test('names the viewer in its parameters, or stands in the list of those that need not', () => {
    const faults = statements
      .filter(({ file }) => !(file in UNSCOPED_STATEMENTS))
      .map(scopeFault)
      .filter((fault) => fault !== null);
    expect(faults).toEqual([]);
  });

  test('stands in that list only while it has to', () => {
    const needless = Object.keys(UNSCOPED_STATEMENTS).filter(
      (name) => !statements.some((statement) => statement.file === name && scopeFault(statement)),
    );
    expect(needless).toEqual([]);
  });

  test.each([
    ['no parameter at all', 'MATCH (c:Credential) RETURN c.id AS id', true],
    ['only the ids asked for', 'MATCH (s:Submission) WHERE s.id IN $ids RETURN s.id AS id', true],
    [
      'a filter that may be null',
      'MATCH (o:Organization)-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(v:BadgeVersion) WHERE $organizationId IS NULL OR o.id = $organizationId RETURN v.id AS id',
      true,
    ],
    ['a parameter that is only answered', 'MATCH (l:Learner) RETURN l.id AS id, $learnerId AS asked', true],
    ['drafts with the published', 'MATCH (p:RoleProfile) RETURN p.id AS id', true],
    ['only what was published', "MATCH (p:RoleProfile {state: 'PUBLISHED'}) RETURN p.id AS id", false],
    ['the learner', 'MATCH (:Learner {id: $learnerId})-[:HOLDS]->(c:Credential) RETURN c.id AS id', false],
    [
      'the organisations of the viewer',
      'MATCH (o:Organization)-[:SEEKS]->(p:RoleProfile) WHERE o.id IN $memberOf RETURN p.id AS id',
      false,
    ],
    ['nothing of anybody', 'MATCH (s:Skill) RETURN s.uri AS uri', false],
  ])('is judged by what holds it: %s', (_, text, faulty) => {
    expect(scopeFault({ file: 'a/b', mode: 'READ', text }) !== null).toBe(faulty);
  });
});
