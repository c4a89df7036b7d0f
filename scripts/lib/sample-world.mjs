// @ts-check
import { chmod } from 'node:fs/promises';
import { runCli } from './cli.mjs';
import { readIfThere } from './files.mjs';
import { progress } from './progress.mjs';

/** @typedef {{ kind: string, name: string, key: string }} SampleKey an API key for one kind of user in the sample world */

/**
 * Loads the sample world the first time; its API keys.
 * @param {import('./database.mjs').Database} database
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 * @returns {Promise<SampleKey[]>}
 */
export async function loadSampleWorld({ sampleKeys }, { env, signal }) {
  if ((await readIfThere(sampleKeys)) === null) {
    await progress('Loading the sample world', () =>
      runCli('seed', { args: ['--keys', sampleKeys], env, signal }),
    );
    await chmod(sampleKeys, 0o600);
  }
  return JSON.parse((await readIfThere(sampleKeys)) ?? '[]');
}
