import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GuardedWeb, WEB_LIMITS } from '../../../src/modules/credentials/verification/guarded-web.ts';
import type { WebAnswer } from '../../../src/modules/credentials/verification/web.ts';
import { startTlsServer, TEST_CA, type TlsServer } from '../../support/tls-server.ts';

let server: TlsServer;
let asked: string[] = [];
let now = new Date('2026-01-01T00:00:00Z');
const clock = () => now;
const allowing = () => new GuardedWeb({ clock, allowed: ['127.0.0.1'], ca: TEST_CA });
const text = (answer: WebAnswer) => ('body' in answer ? answer.body.toString() : answer.problem);

beforeAll(async () => {
  server = await startTlsServer((request, response) => {
    const { url = '' } = request;
    asked.push(url);
    if (url === '/here') response.end('found');
    else if (url === '/same-host') response.writeHead(302, { location: '/here' }).end();
    else if (url === '/round') response.writeHead(302, { location: '/round' }).end();
    else if (url === '/elsewhere') response.writeHead(302, { location: 'https://example.org/x' }).end();
    else if (url === '/in-the-clear') response.writeHead(301, { location: `http://127.0.0.1/` }).end();
    else if (url === '/large') response.end(Buffer.alloc(WEB_LIMITS.bytes + 1));
    else if (url === '/gone') response.writeHead(404).end();
    else if (url === '/never') return;
    else response.writeHead(500).end();
  });
});
afterAll(() => server.close());

describe('the guard around the web', () => {
  test('reaches no address of this machine, of a private network or of cloud metadata, however it is spelt', async () => {
    const guard = new GuardedWeb({ clock, ca: TEST_CA });
    const port = new URL(server.url).port;
    asked = [];
    for (const host of [
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '[fd00::1]',
      '[fe80::1]',
    ]) {
      const answer = await guard.get(`https://${host}:${port}/here`);
      expect([host, 'problem' in answer]).toEqual([host, true]);
    }
    expect(asked).toEqual([]);
  });

  test('takes https only, without a password in the address', async () => {
    for (const url of [
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'ftp://example.org/',
      'data:text/plain,x',
      'gopher://example.org/',
      'https://user:secret@127.0.0.1/here',
      'no address',
      `https://127.0.0.1/${'x'.repeat(3_000)}`,
    ])
      expect(await allowing().get(url)).toMatchObject({ problem: expect.any(String), gone: false });
  });

  test('follows a redirect on the same host only, and not for ever', async () => {
    const guard = allowing();
    expect(text(await guard.get(`${server.url}/same-host`))).toBe('found');
    expect(text(await guard.get(`${server.url}/elsewhere`))).toMatch(/leads to another host, example.org/);
    expect(text(await guard.get(`${server.url}/in-the-clear`))).toMatch(/leads elsewhere: http:/);
    expect(text(await guard.get(`${server.url}/round`))).toMatch(/redirects more than/);
  });

  test('gives up on what is too large, too slow or not there', async () => {
    const guard = allowing();
    expect(text(await guard.get(`${server.url}/large`))).toMatch(/more than 256 KB/);
    expect(await guard.get(`${server.url}/gone`)).toMatchObject({ gone: true });
    expect(await guard.get(`${server.url}/broken`)).toMatchObject({ gone: false });
    expect(text(await guard.get(`${server.url}/never`))).toMatch(/did not answer within 2 s/);
  });

  test('trusts no certificate but those it should', async () => {
    const guard = new GuardedWeb({ clock, allowed: ['127.0.0.1'] });
    expect(text(await guard.get(`${server.url}/here`))).toMatch(/could not be fetched/);
  });

  test('asks once in five minutes, however many ask', async () => {
    const guard = allowing();
    asked = [];
    await Promise.all(Array.from({ length: 20 }, () => guard.get(`${server.url}/here#part`)));
    await guard.get(`${server.url}/here`);
    expect(asked).toEqual(['/here']);
    now = new Date(now.getTime() + WEB_LIMITS.freshSeconds * 1000 + 1);
    await guard.get(`${server.url}/here`);
    expect(asked).toEqual(['/here', '/here']);
  });
});
