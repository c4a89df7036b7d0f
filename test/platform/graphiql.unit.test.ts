import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { parse } from 'graphql';
import { parseExample, readExamples } from '../../src/platform/http/examples.ts';
import { graphiql } from '../../src/platform/http/graphiql.ts';

const examples = [
  parseExample('a.graphql', '# Kind of user: Learner\n# Variables: {"first": 3}\nquery Mine { mine }\n'),
  parseExample('b.graphql', '# Kind of user: R&D </script>\nquery Theirs { theirs }\n'),
];

describe('GraphiQL', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const app = express();
    app.use(graphiql(examples));
    app.use((_request, response) => void response.status(404).send('passed by'));
    await new Promise<void>((resolve) => {
      server = app.listen(0, '127.0.0.1', () => resolve());
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const browse = (path: string) =>
    fetch(url + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
  const tabsOf = (html: string) => JSON.parse(/id="examples">(.*?)<\/script>/s.exec(html)?.[1] ?? '');

  it('opens with the examples of the first kind of user, or of the one that is asked for', async () => {
    const first = await (await browse('/')).text();
    expect(tabsOf(first)).toEqual({
      kind: 'Learner',
      tabs: [{ kind: 'Learner', query: 'query Mine { mine }\n', variables: '{\n  "first": 3\n}' }],
    });
    const second = await (await browse(`/?kind=${encodeURIComponent('R&D </script>')}`)).text();
    expect(tabsOf(second).tabs.map(({ query }: { query: string }) => query)).toEqual([
      'query Theirs { theirs }\n',
    ]);
    expect(first).toContain('>R&#38;D &#60;/script&#62;</a>');
  });

  it('loads only what this server serves', async () => {
    const response = await browse('/');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    const html = await response.text();
    expect(html).not.toMatch(/https?:\/\//);
    const sources = [...html.matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map(([, path]) => String(path));
    expect(sources).toHaveLength(5);
    const answers = await Promise.all(sources.map((path) => fetch(url + path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('is where a browser ends that opens the API', async () => {
    const response = await browse('/graphql');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/']);
  });

  it('stays out of the way of whoever does not ask for HTML, and serves no other file', async () => {
    for (const path of ['/', '/graphql', '/graphiql/package.json', '/graphiql/..%2Fpackage.json'])
      expect((await fetch(url + path)).status).toBe(404);
  });
});

describe('the examples', () => {
  it('say their kind of user and are one named operation each', () => {
    for (const { query, variables } of readExamples()) {
      const operations = parse(query).definitions.filter(({ kind }) => kind === 'OperationDefinition');
      expect(operations).toEqual([expect.objectContaining({ name: expect.anything() })]);
      if (variables) JSON.parse(variables);
    }
  });

  it('are refused without a kind of user', () => {
    expect(() => parseExample('x.graphql', 'query X { x }')).toThrow('schema/examples/x.graphql');
  });
});
