// @ts-check
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { runningNeo4j, startNeo4j } from '../neo4j.mjs';
import { Failure, portIsFree, portNumber } from './command.mjs';
import { DATA } from './environment.mjs';

const USUAL_PORT = 27687;

/** The folder of the local database. */
export const HOME = join(DATA, 'neo4j', 'home');

/**
 * @typedef {object} Database
 * @property {Record<string, string>} environment how our programs find it
 * @property {boolean} local whether it is ours, in the data folder
 * @property {string} sampleKeys the file for the API keys of the sample world in this database
 * @property {Promise<unknown>} exited settles when it ended by itself; never, when it is not ours
 * @property {() => Promise<void>} stop ends it when we started it
 */

/**
 * The database to work with: the one NEO4J_URI names, else the local one, started unless another process of ours runs it already.
 * @param {{ signal: AbortSignal, share?: boolean }} options share: use a local one that already runs instead of refusing
 * @returns {Promise<Database>}
 */
export async function openDatabase({ signal, share = false }) {
  const never = new Promise(() => {});
  const nothing = async () => {};
  const { NEO4J_URI, NEO4J_DATABASE = '', NEO4J_PORT, NEO4J_HEAP } = process.env;
  if (NEO4J_URI) {
    if (!process.env.NEO4J_PASSWORD)
      throw new Failure(
        'NEO4J_URI is set but NEO4J_PASSWORD is not: set it too, and NEO4J_USER unless it is neo4j.',
      );
    const mark = createHash('sha256').update(`${NEO4J_URI} ${NEO4J_DATABASE}`).digest('hex').slice(0, 12);
    const sampleKeys = join(DATA, `sample-keys-${mark}.json`);
    return { environment: {}, local: false, sampleKeys, exited: never, stop: nothing };
  }
  const sampleKeys = join(HOME, 'sample-keys.json');
  const running = share ? await runningNeo4j(HOME) : null;
  if (running) return { environment: login(running), local: true, sampleKeys, exited: never, stop: nothing };

  const usual = (await portIsFree(USUAL_PORT)) ? USUAL_PORT : undefined;
  const port = NEO4J_PORT ? portNumber('NEO4J_PORT', NEO4J_PORT) : usual;
  const database = await startNeo4j({ home: HOME, port, heap: NEO4J_HEAP || undefined, signal });
  return {
    environment: login(database),
    local: true,
    sampleKeys,
    exited: database.exited,
    stop: database.stop,
  };
}

/** @param {{ uri: string, user: string, password: string }} database */
const login = ({ uri, user, password }) => ({
  NEO4J_URI: uri,
  NEO4J_USER: user,
  NEO4J_PASSWORD: password,
  NEO4J_DATABASE: 'neo4j',
});
