// @ts-check
/**
 * The local database: a real Neo4j Community on loopback, with a password of its own, in a folder of its own.
 *
 *     node scripts/neo4j.mjs start [--home DIR] [--port N] [--heap 512m]     runs until Ctrl-C
 *     node scripts/neo4j.mjs admin --home DIR -- database check neo4j         Neo4j's admin tool on a stopped database
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, realpathSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { probe } from './lib/bolt.mjs';
import { stopWithUs } from './lib/children.mjs';
import { command, Failure, freePort, portIsFree, run, sleep } from './lib/command.mjs';
import { DATA, ROOT } from './lib/environment.mjs';
import { isAlive, readIfThere, writeSecret } from './lib/files.mjs';
import { findJava } from './lib/java.mjs';
import { resolveJars } from './lib/maven.mjs';
import { progress } from './lib/progress.mjs';

const USER = 'neo4j';
const START_TIMEOUT = 180_000;
const STOP_TIMEOUT = 30_000;
const OPENS = ['java.nio', 'java.io', 'sun.nio.ch'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/**
 * @typedef {object} LocalNeo4j
 * @property {string} uri
 * @property {string} user
 * @property {string} password
 * @property {string} log the file the server writes its output to
 * @property {Promise<number>} exited its exit code, once it has ended for whatever reason
 * @property {() => Promise<void>} stop ends it cleanly; safe to call twice
 */

/**
 * Starts a database and waits until it answers statements of its user.
 * @param {{ home: string, port?: number | undefined, heap?: string | undefined, settings?: Record<string, string>, signal?: AbortSignal | undefined }} options
 *   home: its folder, made when missing; port: a free one when not given; heap: such as 512m; settings: more lines of neo4j.conf;
 *   signal: gives up waiting (and stops it)
 * @returns {Promise<LocalNeo4j>}
 */
export async function startNeo4j({ home, port, heap = '512m', settings = {}, signal }) {
  const java = await findJava();
  const jars = await resolveJars();
  await refuseSecondStart(home);
  if (port !== undefined && !(await portIsFree(port))) {
    throw new Failure(
      `Port ${port} is in use, and the local database needs it: stop what listens there, or set NEO4J_PORT to another port.`,
    );
  }
  const boltPort = port ?? (await freePort());
  await writeConf(home, {
    'server.bolt.listen_address': `127.0.0.1:${boltPort}`,
    'server.bolt.advertised_address': `127.0.0.1:${boltPort}`,
    'server.memory.heap.initial_size': heap,
    'server.memory.heap.max_size': heap,
    ...settings,
  });
  const password = await passwordOf(home);
  signal?.throwIfAborted();
  return progress('Starting Neo4j', async () => {
    const { log, ...server } = await launch({ java, jars, home, heap, port: boltPort });
    const answer = await untilReady({ port: boltPort, password, exited: server.exited, signal });
    if (answer !== 'ready') {
      await server.stop();
      signal?.throwIfAborted();
      throw new Failure(await whyNot(home, log, answer));
    }
    return { uri: `bolt://127.0.0.1:${boltPort}`, user: USER, password, log, ...server };
  });
}

/**
 * Starts the Java process, in a process group of its own: Ctrl-C reaches only us, and we stop the API before its database.
 * @param {{ java: string, jars: string, home: string, heap: string, port: number }} options
 */
async function launch({ java, jars, home, heap, port }) {
  const log = join(home, 'logs', 'console.log');
  await mkdir(join(home, 'logs'), { recursive: true });
  const out = openSync(log, 'w', 0o600);
  const flags = [`-Xms${heap}`, `-Xmx${heap}`, '-XX:+UseG1GC', '-XX:+ExitOnOutOfMemoryError', ...OPENS];
  const server = ['-cp', join(jars, '*'), 'org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`];
  const child = spawn(java, [...flags, ...server, `--config-dir=${join(home, 'conf')}`], {
    cwd: home,
    stdio: ['ignore', out, out],
    detached: true,
  });
  closeSync(out);
  /** @type {Promise<number>} */
  const exited = new Promise((done) => {
    child.on('error', () => done(127));
    child.on('exit', (code) => done(code ?? 1));
  });
  await writeFile(pidFile(home), JSON.stringify({ pid: child.pid, owner: process.pid, port }));
  const callOff = stopWithUs(child.pid ?? 0);
  let stopping = false;
  return {
    log,
    exited,
    async stop() {
      if (!stopping) child.kill('SIGTERM');
      stopping = true;
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT);
      await exited;
      clearTimeout(timer);
      callOff();
      await rm(pidFile(home), { force: true });
    },
  };
}

/**
 * @param {{ port: number, password: string, exited: Promise<number>, signal: AbortSignal | undefined }} options
 * @returns {Promise<'ready' | 'refused' | 'ended' | 'late'>}
 */
async function untilReady({ port, password, exited, signal }) {
  const deadline = Date.now() + START_TIMEOUT;
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  while (Date.now() < deadline && !signal?.aborted) {
    const answer = await probe(port, { user: USER, password });
    if (answer !== 'away') return answer;
    if (ended) return 'ended';
    await sleep(100);
  }
  return 'late';
}

/**
 * The database that another process runs in this folder right now, or null.
 * @param {string} home
 * @returns {Promise<{ uri: string, user: string, password: string, owner: number } | null>}
 */
export async function runningNeo4j(home) {
  const text = await readIfThere(pidFile(home));
  if (text === null) return null;
  const { pid, owner, port } = JSON.parse(text);
  if (!isAlive(pid) || !isAlive(owner)) return null;
  const password = ((await readIfThere(join(home, 'password'))) ?? '').trim();
  // the ids may belong to others by now
  if ((await probe(port, { user: USER, password })) === 'away') return null;
  return { uri: `bolt://127.0.0.1:${port}`, user: USER, password, owner };
}

/**
 * Runs Neo4j's admin tool (`database dump`, `load`, `check`, …) on a database that does not run.
 * @param {string} home
 * @param {string[]} args
 */
export async function neo4jAdmin(home, args) {
  const java = await findJava();
  const jars = await resolveJars();
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  return run(
    java,
    [
      '-Xmx512m',
      '-XX:TieredStopAtLevel=1',
      ...OPENS,
      '-cp',
      join(jars, '*'),
      'org.neo4j.cli.AdminTool',
      ...args,
    ],
    { env },
  );
}

/** @param {string} home */
const pidFile = (home) => join(home, 'neo4j.pid');

/**
 * Two servers on one folder would fail with a lock; one that is being stopped is waited for.
 * @param {string} home
 */
async function refuseSecondStart(home) {
  const running = await runningNeo4j(home);
  if (running)
    throw new Failure(
      `The database in ${home} is already running (process ${running.owner} started it): stop that first, or set CREDENTIAL_GRAPH_DATA to another folder.`,
    );
  const { pid, owner } = JSON.parse((await readIfThere(pidFile(home))) ?? '{"pid":0,"owner":0}');
  for (let i = 0; i < 100 && pid > 0 && isAlive(pid) && !isAlive(owner); i += 1) await sleep(100);
}

/**
 * @param {string} home
 * @param {Record<string, string>} settings
 */
async function writeConf(home, settings) {
  const template = await readFile(join(ROOT, 'neo4j', 'neo4j.conf'), 'utf8');
  const kept = template.split('\n').filter((line) => !Object.hasOwn(settings, line.split('=')[0] ?? ''));
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  await mkdir(join(home, 'conf'), { recursive: true, mode: 0o700 });
  await writeFile(join(home, 'conf', 'neo4j.conf'), [...kept, ...lines, ''].join('\n'));
}

/**
 * The password of the database in this folder; a new folder gets a random one.
 * @param {string} home
 */
async function passwordOf(home) {
  const file = join(home, 'password');
  const known = await readIfThere(file);
  if (known !== null) return known.trim();
  // hex: a leading hyphen would read as an option of the tool that sets it
  const password = randomBytes(24).toString('hex');
  // handed over in a file: arguments can be read by everyone on the machine
  const argument = join(home, 'new-password');
  await writeSecret(argument, password);
  const { code, output } = await neo4jAdmin(home, ['dbms', 'set-initial-password', `@${argument}`]);
  await rm(argument);
  if (code !== 0)
    throw new Failure(
      `The local database did not take its password: delete ${home} and start again.\n${output}`,
    );
  await writeSecret(file, `${password}\n`);
  return password;
}

/**
 * @param {string} home
 * @param {string} log
 * @param {'refused' | 'ended' | 'late'} answer
 */
async function whyNot(home, log, answer) {
  if (answer === 'refused') {
    return `The database in ${home} does not take the password in ${join(home, 'password')}: restore that file, or delete the folder to begin with an empty database.`;
  }
  const tail = ((await readIfThere(log)) ?? '').trim().split('\n').slice(-15).join('\n');
  return `The local database did not start; the end of ${log}:\n${tail}`;
}

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { home: { type: 'string' }, port: { type: 'string' }, heap: { type: 'string' } },
  });
  const home = resolve(values.home ?? join(DATA, 'neo4j', 'home'));
  if (positionals[0] === 'admin') {
    const { code, output } = await neo4jAdmin(home, positionals.slice(1));
    console.log(output);
    return code;
  }
  if (positionals[0] !== 'start')
    throw new Failure('Say what to do: node scripts/neo4j.mjs start [--home DIR] [--port N] [--heap 512m].');
  const abort = new AbortController();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(name, () => abort.abort());
  const database = await startNeo4j({
    home,
    port: values.port === undefined ? undefined : Number(values.port),
    heap: values.heap,
    signal: abort.signal,
  });
  console.log(`NEO4J_URI=${database.uri}\nNEO4J_USER=${database.user}\nNEO4J_PASSWORD=${database.password}`);
  const stopped = new Promise((done) => abort.signal.addEventListener('abort', () => done('asked')));
  if ((await Promise.race([stopped, database.exited])) === 'asked') await database.stop();
  else throw new Failure(`The database ended by itself; see ${database.log}.`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await command(main);
