// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, run } from './command.mjs';

const OLDEST_JAVA = 17;

/**
 * The path of a Java that can run Neo4j 5.26: that of JAVA_HOME, else the one on the PATH.
 * @returns {Promise<string>}
 */
export async function findJava() {
  const home = process.env.JAVA_HOME;
  const ofHome = home && join(home, 'bin', process.platform === 'win32' ? 'java.exe' : 'java');
  const java = ofHome && existsSync(ofHome) ? ofHome : 'java';
  const { code, output } = await run(java, ['-version']);
  const wayOut = `install Java ${OLDEST_JAVA} or newer (for example from https://adoptium.net), or set NEO4J_URI to a database of your own`;
  const version = /version "(\d+)/.exec(output)?.[1];
  if (code !== 0 || version === undefined) {
    throw new Failure(`The local database needs Java, and none was found: ${wayOut}.`);
  }
  if (Number(version) < OLDEST_JAVA) {
    throw new Failure(
      `The local database needs Java ${OLDEST_JAVA} or newer, and this is Java ${version}: ${wayOut}.`,
    );
  }
  return java;
}
