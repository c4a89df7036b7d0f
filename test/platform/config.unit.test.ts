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

  test('takes OpenID providers, with commas between them', () => {
    expect(loadConfig(environment).oidc).toBeNull();
    expect(loadConfig({ ...environment, OIDC_ISSUER: '', OIDC_AUDIENCE: '' }).oidc).toBeNull();
    const given = { OIDC_ISSUER: 'https://a.example, https://b.example/realm/', OIDC_AUDIENCE: 'api' };
    expect(loadConfig({ ...environment, ...given }).oidc).toEqual({
      issuers: ['https://a.example', 'https://b.example/realm/'],
      audience: 'api',
    });
  });

  test.each([
    [{ OIDC_ISSUER: 'http://login.example', OIDC_AUDIENCE: 'api' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: 'https://a.example,', OIDC_AUDIENCE: 'api' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: 'https://a.example' }, 'OIDC_AUDIENCE'],
    [{ OIDC_AUDIENCE: 'api' }, 'OIDC_AUDIENCE'],
  ])('refuses %j', (given, name) => {
    expect(() => loadConfig({ ...environment, ...given })).toThrow(name);
  });

  test('names every mistake at once', () => {
    const wrong = { ...environment, NEO4J_URI: 'http://x', PORT: '99999', KEY_ENCRYPTION_KEY: 'c2hvcnQ=' };
    for (const name of ['PORT', 'NEO4J_URI', 'KEY_ENCRYPTION_KEY'])
      expect(() => loadConfig(wrong)).toThrow(name);
  });
});
