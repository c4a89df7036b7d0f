import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import neo4j, { type Plan } from 'neo4j-driver';
import { testConfig } from '../support/config.ts';
import { allStatements } from '../support/statements.ts';
import { vocabulary } from '../support/vocabulary.ts';

const operators = (plan: Plan | false): string[] =>
  plan ? [plan.operatorType.replace(/@.*$/, ''), ...plan.children.flatMap(operators)] : [];
const { uri, user, password } = testConfig().graph;
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
afterAll(() => driver.close());

/** The database warns of names it has never seen; it is told the names of the graph page first, so that only others are warned of. */
beforeAll(async () => {
  const { labels, relationshipTypes, properties } = vocabulary();
  await driver.executeQuery('UNWIND $names AS name CALL db.createLabel(name) RETURN count(*)', {
    names: labels,
  });
  await driver.executeQuery('UNWIND $names AS name CALL db.createRelationshipType(name) RETURN count(*)', {
    names: relationshipTypes,
  });
  await driver.executeQuery('UNWIND $names AS name CALL db.createProperty(name) RETURN count(*)', {
    names: properties,
  });
});

const statements = await allStatements();
const files = readdirSync('cypher', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.cypher') && !/^(migrations|fragments)\//.test(path))
  .map((path) => path.replace(/\.cypher$/, ''));

test('the graph page names what the graph is made of', () => {
  const { labels, relationshipTypes, properties } = vocabulary();
  expect(labels).toEqual(expect.arrayContaining(['Skill', 'BadgeVersion']));
  expect(relationshipTypes).toEqual(expect.arrayContaining(['NEEDS', 'HAS_SKILL']));
  expect(properties).toEqual(expect.arrayContaining(['uri', 'validUntil', 'since']));
});

test('every .cypher file is bound to exactly one statement', () => {
  expect(statements.map(({ file }) => file).sort()).toEqual(files.sort());
});

describe.each(statements.map((statement) => ({ file: statement.file, statement })))(
  '$file',
  ({ statement }) => {
    test('opens with one sentence that says what it answers', () => {
      const opening = readFileSync(`cypher/${statement.file}.cypher`, 'utf8').split('\n')[0];
      expect(opening).toMatch(/^\/\/ [A-Z].*[.:;?]$/);
    });

    test('uses exactly the parameters it declares', () => {
      const text = statement.text.replace(/\/\/.*$/gm, '');
      const used = new Set([...text.matchAll(/\$(\w+)/g)].map((match) => match[1]));
      expect([...used].sort()).toEqual(Object.keys(statement.params.shape).sort());
    });

    test('is accepted by the database with the declared columns and mode, no warning and no scan of all nodes', async () => {
      const nulls = Object.fromEntries(Object.keys(statement.params.shape).map((name) => [name, null]));
      const { keys, summary } = await driver.executeQuery(`EXPLAIN ${statement.text}`, nulls);
      expect([...keys].sort()).toEqual(Object.keys(statement.row.shape).sort());
      if (statement.mode === 'READ') expect(summary.queryType).toBe('r');
      else expect(['rw', 'w', 's']).toContain(summary.queryType);
      expect(operators(summary.plan)).not.toContain('AllNodesScan');
      expect(summary.notifications.map(({ code, description }) => `${code} ${description}`)).toEqual([]);
    });
  },
);
