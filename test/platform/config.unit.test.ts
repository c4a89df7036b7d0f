import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../src/config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const environment = {
  NEO4J_URI: 'neo4j+s://graph.example:7687',
  NEO4J_PASSWORD: 'secret',
  KEY_ENCRYPTION_KEY: key,
  INDEX_KEY: key,
};

describe('the configuration', () => {
  test.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])(
    'takes %s addresses',
    (scheme) => {
      const uri = `${scheme}://graph.example:7687`;
      expect(loadConfig({ ...environment, NEO4J_URI: uri }).graph.uri).toBe(uri);
    },
  );

  test('has defaults for what need not be said', () => {
    expect(loadConfig(environment)).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4000',
      graph: { user: 'neo4j' },
    });
  });

  test('drops the slash at the end of the public address', () => {
    expect(loadConfig({ ...environment, PUBLIC_URL: 'https://badges.example/' }).publicUrl).toBe(
      'https://badges.example',
    );
  });

  test('names every mistake at once', () => {
    const wrong = { ...environment, NEO4J_URI: 'http://x', PORT: '99999', KEY_ENCRYPTION_KEY: 'c2hvcnQ=' };
    for (const name of ['PORT', 'NEO4J_URI', 'KEY_ENCRYPTION_KEY'])
      expect(() => loadConfig(wrong)).toThrow(name);
  });
});
