import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import express, { type ErrorRequestHandler } from 'express';
import { readBody } from '../../src/bodies.ts';

test('whoever is refused while a body is read gets an answer, however large the body', async () => {
  const refuse = async () => {
    throw new Error('refused');
  };
  const answer: ErrorRequestHandler = (error: Error, _request, response, _next) => {
    response.status(401).send(error.message);
  };
  const app = express();
  app.use(
    readBody(refuse, () => {
      throw new Error('nobody was let in');
    }),
    answer,
  );
  const server = app.listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    for (const size of [10, 100_000]) {
      const response = await fetch(`http://127.0.0.1:${port}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'x'.repeat(size) }),
      });
      expect([response.status, await response.text()]).toEqual([401, 'refused']);
    }
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
