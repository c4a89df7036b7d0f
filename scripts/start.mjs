// @ts-check
/** npm start: everything from a fresh clone to a serving API, and everything down again on Ctrl-C. */
import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './lib/children.mjs';
import { runCli } from './lib/cli.mjs';
import { command, Failure, freePort, portIsFree, portNumber, sleep } from './lib/command.mjs';
import { openDatabase } from './lib/database.mjs';
import { checkNode } from './lib/dependencies.mjs';
import { ROOT } from './lib/environment.mjs';
import { prepare } from './lib/prepare.mjs';
import { progress, steps } from './lib/progress.mjs';
import { loadSampleWorld } from './lib/sample-world.mjs';
import { sealingKeys } from './lib/secrets.mjs';
import { aborted, stopSignal } from './lib/signals.mjs';
import { welcome } from './lib/welcome.mjs';

/** The port and interface to serve on, free right now. */
async function address() {
  const { PORT = '4000', HOST: host = '127.0.0.1' } = process.env;
  if (PORT === '0') return { host, port: await freePort() };
  const port = portNumber('PORT', PORT);
  if (!(await portIsFree(port, host)))
    throw new Failure(
      `Port ${port} is in use: stop what listens there, or choose another one with PORT=${port + 1} npm start.`,
    );
  return { host, port };
}

/**
 * Prepares the code and the database side by side; when one fails, the other is taken down again.
 * @param {AbortSignal} asked
 */
async function prepareBoth(asked) {
  const failed = new AbortController();
  const signal = AbortSignal.any([asked, failed.signal]);
  const preparing = prepare({ signal });
  const opening = openDatabase({ signal });
  try {
    const [, database] = await Promise.all([preparing, opening]);
    return database;
  } catch (error) {
    failed.abort();
    const [, opened] = await Promise.allSettled([preparing, opening]);
    if (opened.status === 'fulfilled') await opened.value.stop();
    throw error;
  }
}

/**
 * Waits until somebody listens there.
 * @param {{ host: string, port: number }} where
 * @param {AbortSignal} signal
 */
async function untilListening({ host, port }, signal) {
  while (!signal.aborted) {
    const listening = await new Promise((resolve) => {
      const socket = connect({ port, host: host === '0.0.0.0' || host === '::' ? 'localhost' : host });
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (listening) return;
    await sleep(50);
  }
}

await command(async () => {
  const started = performance.now();
  const { values } = parseArgs({ options: { timings: { type: 'string' } } });
  const signal = stopSignal();
  await checkNode();
  const where = await address();
  const database = await prepareBoth(signal);
  try {
    const env = {
      ...process.env,
      ...database.environment,
      ...(await sealingKeys()),
      PORT: String(where.port),
      HOST: where.host,
    };
    await progress('Migrating', () => runCli('migrate', { env, signal }));
    const keys = await loadSampleWorld(database, { env, signal });

    const api = serve(['--enable-source-maps', join(ROOT, 'dist', 'src', 'main.js')], { cwd: ROOT, env });
    try {
      const ended = Promise.race([
        aborted(signal).then(() => 'asked'),
        api.exited.then(() => 'api'),
        database.exited.then(() => 'database'),
      ]);
      const listening = untilListening(where, signal).then(() => (signal.aborted ? 'asked' : 'listening'));
      const state = await progress('Starting the API', () => Promise.race([listening, ended]));
      const seconds = (performance.now() - started) / 1000;
      if (state === 'listening')
        await welcome({ port: where.port, keys, seconds, publicUrl: process.env.PUBLIC_URL });
      if (values.timings) await writeFile(values.timings, JSON.stringify({ seconds, steps: steps() }));

      const cause = await ended;
      if (cause === 'api')
        throw new Failure(
          'The API ended by itself; what it said last stands above. The database is stopped.',
        );
      if (cause === 'database')
        throw new Failure(
          'The local database ended by itself (see .data/neo4j/home/logs): the API is stopped. Start again.',
        );
    } finally {
      await api.stop();
    }
  } finally {
    await database.stop();
  }
});
