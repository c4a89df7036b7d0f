import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

// a new Node for each: on a busy machine that takes its time
jest.setTimeout(60_000);

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs Node with nothing in the environment but what is given. */
const node = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { env, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: `${stdout}${stderr}`.trim() }),
    );
  });

describe('what stands in the way of a start is said in one sentence with the way out', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'credential-graph-commands-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('when the port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, output } = await node(['scripts/start.mjs'], { PORT: String(port) });
    taken.close();
    expect({ code, output }).toEqual({
      code: 1,
      output: `Port ${port} is in use: stop what listens there, or choose another one with PORT=${port + 1} npm start.`,
    });
  });

  it('when the port is none', async () => {
    expect(await node(['scripts/start.mjs'], { PORT: 'http' })).toEqual({
      code: 1,
      output: 'PORT is "http": set it to a port between 1 and 65535.',
    });
  });

  it('when there is no Java', async () => {
    const { code, output } = await node(['scripts/neo4j.mjs', 'start', '--home', folder], { PATH: folder });
    expect(code).toBe(1);
    expect(output).toMatch(
      /^The local database needs Java, and none was found: install Java 17 or newer .*\.$/,
    );
    expect(output).toContain('set NEO4J_URI');
  });

  it('when Java is too old', async () => {
    const java = join(folder, 'java');
    await writeFile(java, '#!/bin/sh\necho \'openjdk version "11.0.2" 2019-01-15\' >&2\n');
    await chmod(java, 0o755);
    const path = [folder, '/usr/bin', '/bin'].join(delimiter);
    const { code, output } = await node(['scripts/neo4j.mjs', 'start', '--home', folder], { PATH: path });
    expect(code).toBe(1);
    expect(output).toMatch(/^The local database needs Java 17 or newer, and this is Java 11: .*\.$/);
  });

  it('when a database of one’s own has no password', async () => {
    const { code, output } = await node(['scripts/run.mjs', 'migrate'], {
      NEO4J_URI: 'neo4j+s://db.example',
    });
    expect(code).toBe(1);
    // a line of progress for the build may stand before it
    expect(output.split('\n').at(-1)).toBe(
      'NEO4J_URI is set but NEO4J_PASSWORD is not: set it too, and NEO4J_USER unless it is neo4j.',
    );
  });

  it('when a benchmark or the releases are not named', async () => {
    expect((await node(['scripts/bench.mjs', 'nonsense'])).output).toMatch(
      /^Say which: npm run bench .*\bstart\b.*\.$/,
    );
    expect((await node(['scripts/test-releases.mjs'])).output).toMatch(/^Say where the releases lie: .+\.$/);
  });
});

describe('NEO4J_URI', () => {
  it.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])(
    'with %s:// is used as it is, and no database is started',
    async (scheme) => {
      const program = `
        const { openDatabase } = await import('./scripts/lib/database.mjs');
        const { environment, local } = await openDatabase({ signal: new AbortController().signal });
        console.log(JSON.stringify({ environment, local }));
        process.exit();`;
      const { output } = await node(['--input-type=module', '-e', program], {
        NEO4J_URI: `${scheme}://db.example`,
        NEO4J_PASSWORD: 'secret',
        PATH: '',
      });
      expect(JSON.parse(output)).toEqual({ environment: {}, local: false });
    },
  );
});
