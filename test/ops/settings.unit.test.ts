import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (path: string): string => readFileSync(path, 'utf8');
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, group]) => String(group));

describe('.env.example', () => {
  const example = read('.env.example');

  it('names every variable that the configuration reads', () => {
    const variables = matches(read('src/config.ts'), /^ +([A-Z][A-Z0-9_]+): /gm);
    expect(variables).toContain('NEO4J_URI');
    for (const variable of variables) expect(example).toContain(`#${variable}=`);
  });

  it('sets nothing by itself', () => {
    expect(matches(example, /^([^#\n].*)$/gm)).toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  const compose = read('docker-compose.yml');

  it('hardens its Neo4j as the local one is hardened', () => {
    const settings = matches(read('neo4j/neo4j.conf'), /^((?:internal\.)?(?:db|dbms)\.[^=]+=.*)$/gm).filter(
      (line) => !/auth_enabled|shutdown|tx_log/.test(line),
    );
    expect(settings.length).toBeGreaterThan(6);
    for (const setting of settings) {
      const [name = '', value = ''] = setting.split('=');
      const variable = `NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}`;
      expect(compose.replaceAll('"', '')).toContain(`${variable}: ${value}\n`);
    }
  });

  it('runs the same Neo4j as the local database', () => {
    const [version] = matches(read('neo4j/pom.xml'), /<neo4j.version>(.+)<\/neo4j.version>/g);
    expect(compose).toContain(`image: neo4j:${version}-community`);
  });

  it('gives every service a user that is not root, a volume and no new privileges', () => {
    const services = compose
      .slice(compose.indexOf('services:'), compose.indexOf('\nvolumes:'))
      .split(/^ {2}(?=\w)/m)
      .slice(1);
    expect(services).toHaveLength(2);
    for (const service of services) {
      expect(service).toContain('volumes:');
      expect(service).toContain('no-new-privileges:true');
      expect(/user: "[1-9]/.test(service) || service.includes('build: .')).toBe(true);
    }
  });

  it('has no password of its own and publishes on loopback only', () => {
    for (const secret of ['NEO4J_PASSWORD', 'KEY_ENCRYPTION_KEY', 'INDEX_KEY'])
      expect(compose).toContain(`\${${secret}:?`);
    expect(matches(compose, /- "([\d.]+):\$\{PORT/g)).toEqual(['127.0.0.1']);
  });
});

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile');

  it('names its base image with a version, runs as a user, and tells whether it is healthy', () => {
    const bases = matches(dockerfile, /^FROM (\S+)/gm);
    expect(bases.length).toBeGreaterThan(1);
    for (const base of bases) expect(base).toMatch(/^node:\d+-/);
    const final = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(final).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(final).toMatch(/^HEALTHCHECK /m);
  });

  it('runs no script of a package', () => {
    for (const install of matches(dockerfile, /(npm (?:ci|install|prune)[^&\n]*)/g))
      expect(install).toContain('--ignore-scripts');
  });
});
