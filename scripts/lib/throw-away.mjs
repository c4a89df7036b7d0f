// @ts-check
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNeo4j } from '../neo4j.mjs';

/**
 * Runs the work beside an empty database that is gone afterwards, whatever happens.
 * @template T
 * @param {{ heap?: string | undefined, settings?: Record<string, string>, signal: AbortSignal }} options
 * @param {(environment: NodeJS.ProcessEnv) => Promise<T>} work gets the environment in which our programs find that database
 * @returns {Promise<T>}
 */
export async function withThrowAwayNeo4j({ heap, settings = {}, signal }, work) {
  const home = await mkdtemp(join(tmpdir(), 'credential-graph-'));
  /** @type {import('../neo4j.mjs').LocalNeo4j | undefined} */
  let database;
  try {
    database = await startNeo4j({ home, heap, settings, signal });
    return await work({
      ...process.env,
      NEO4J_URI: database.uri,
      NEO4J_USER: database.user,
      NEO4J_PASSWORD: database.password,
      NEO4J_DATABASE: 'neo4j',
      KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      INDEX_KEY: randomBytes(32).toString('base64'),
    });
  } finally {
    await database?.stop();
    await rm(home, { recursive: true, force: true });
  }
}
