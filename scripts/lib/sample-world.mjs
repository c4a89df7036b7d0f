// @ts-check
import { chmod } from 'node:fs/promises';
import { runCli } from './cli.mjs';
import { Failure } from './command.mjs';
import { readIfThere } from './files.mjs';
import { progress } from './progress.mjs';

/** @typedef {{ kind: string, name: string, key: string }} SampleKey an API key for one kind of user in the sample world */

/**
 * Loads the sample world the first time. A database of our own always gets it, somebody else's only while it is empty; SAMPLE_WORLD=yes
 * or no decides otherwise.
 * @param {{ local: boolean, sampleKeys: string }} database local: ours alone; sampleKeys: the file its API keys are kept in
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 * @returns {Promise<SampleKey[]>} its API keys; none, when it was not loaded from here
 */
export async function loadSampleWorld({ local, sampleKeys }, { env, signal }) {
  const known = await readIfThere(sampleKeys);
  if (known !== null) return JSON.parse(known);
  const wish = env.SAMPLE_WORLD || 'auto';
  if (!['auto', 'yes', 'no'].includes(wish))
    throw new Failure(`SAMPLE_WORLD is "${wish}": set it to yes or no, or leave it away.`);
  if (wish === 'no' || (wish === 'auto' && !local && !(await isEmpty(env)))) return [];
  await progress('Loading the sample world', () =>
    runCli('seed', { args: ['--keys', sampleKeys], env, signal }),
  );
  const written = await readIfThere(sampleKeys);
  if (written === null) return [];
  await chmod(sampleKeys, 0o600);
  return JSON.parse(written);
}

/**
 * Whether the database holds nothing but the record of our migrations.
 * @param {NodeJS.ProcessEnv} env
 */
async function isEmpty({ NEO4J_URI = '', NEO4J_USER, NEO4J_PASSWORD = '', NEO4J_DATABASE }) {
  // only now: before the first step it may not be installed
  const { default: neo4j } = await import('neo4j-driver');
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER || 'neo4j', NEO4J_PASSWORD));
  try {
    const { records } = await driver.executeQuery(
      'MATCH (node) WHERE NOT (node:Migration OR node:KeyCanary) RETURN true LIMIT 1',
      {},
      { routing: 'READ', ...(NEO4J_DATABASE && { database: NEO4J_DATABASE }) },
    );
    return records.length === 0;
  } finally {
    await driver.close();
  }
}
