import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { testConfig } from '../support/config.ts';

jest.setTimeout(300_000);

let data: string;
let child: ChildProcess;
let output: string;
let ended: Promise<number>;

/** npm start with a data folder of its own, on a free port; `unset` takes variables away from what the tests run with. */
function start(settings: Record<string, string>, unset: readonly string[] = []): void {
  const all = {
    PORT: '0',
    SAMPLE_WORLD: 'no',
    CREDENTIAL_GRAPH_DATA: data,
    CREDENTIAL_GRAPH_CACHE: resolve('.data'),
    ...settings,
  };
  const assignments = Object.entries(all).map(([name, value]) => `${name}=${value}`);
  const args = [
    ...unset.flatMap((name) => ['-u', name]),
    ...assignments,
    process.execPath,
    'scripts/start.mjs',
  ];
  output = '';
  child = spawn('env', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  ended = new Promise((done) => child.on('close', (code) => done(code ?? -1)));
}

/** The address it says it serves on; throws what it printed when it ended instead. */
async function ready(): Promise<string> {
  const url = () => /^Ready after [\d.]+ s: (\S+)\/graphql/m.exec(output)?.[1];
  const gone = ended.then(() => true);
  while (!url()) {
    const over = await Promise.race([gone, new Promise((done) => setTimeout(done, 50, false))]);
    if (over) throw new Error(`npm start ended:\n${output}`);
  }
  return url() ?? '';
}

const health = (url: string): Promise<number> =>
  fetch(`${url}/health/ready`).then(
    ({ status }) => status,
    () => 0,
  );

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'credential-graph-start-'));
});
afterEach(async () => {
  child.kill('SIGTERM');
  await ended;
  await rm(data, { recursive: true, force: true });
});

it('npm start uses the database that NEO4J_URI names, starts none, and ends on Ctrl-C', async () => {
  const { keyEncryptionKey, indexKey } = testConfig();
  start({ KEY_ENCRYPTION_KEY: keyEncryptionKey.toString('base64'), INDEX_KEY: indexKey.toString('base64') });
  const url = await ready();
  expect(await health(url)).toBe(200);
  await expect(stat(join(data, 'neo4j'))).rejects.toThrow('ENOENT');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(await health(url)).toBe(0);
});

it('npm start keeps its secrets to itself, and its end is that of the API when its own database dies', async () => {
  start({}, ['NEO4J_URI', 'NEO4J_PASSWORD', 'KEY_ENCRYPTION_KEY', 'INDEX_KEY']);
  const url = await ready();
  const home = join(data, 'neo4j', 'home');
  const modes = [join(data, 'sealing-keys.json'), join(home, 'password')].map(
    async (path) => (await stat(path)).mode & 0o777,
  );
  expect(await Promise.all(modes)).toEqual([0o600, 0o600]);

  const { pid } = JSON.parse(await readFile(join(home, 'neo4j.pid'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  expect(await ended).toBe(1);
  expect(output).toContain('The local database ended by itself');
  expect(await health(url)).toBe(0);
});
