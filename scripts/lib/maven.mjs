// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, run } from './command.mjs';
import { CACHE, ROOT } from './environment.mjs';
import { withLock } from './files.mjs';
import { progress } from './progress.mjs';

const POM = join(ROOT, 'neo4j', 'pom.xml');
const WRAPPER = join(ROOT, 'neo4j', '.mvn', 'wrapper', 'maven-wrapper.properties');

/**
 * The folder with the jars of the database that `neo4j/pom.xml` names; the first call downloads them (some 125 MB).
 * @returns {Promise<string>}
 */
export async function resolveJars() {
  const hash = createHash('sha256')
    .update(await readFile(POM))
    .digest('hex')
    .slice(0, 16);
  const folder = join(CACHE, 'neo4j', `lib-${hash}`);
  if (existsSync(folder)) return folder;
  await progress('Downloading Neo4j Community from Maven Central', () =>
    withLock(join(CACHE, 'neo4j', 'lock'), () => downloadJars(folder)),
  );
  return folder;
}

/** @param {string} folder */
async function downloadJars(folder) {
  if (existsSync(folder)) return;
  const maven = await findMaven();
  const draft = `${folder}.${process.pid}.tmp`;
  // -C: a jar whose checksum differs ends the run
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${draft}`];
  const { code, output } = await run(maven, ['-B', '-q', '-C', '-f', POM, ...goal]);
  if (code !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new Failure(
      `Maven could not download the local database: let it reach Maven Central (or a mirror named in ~/.m2/settings.xml), or set NEO4J_URI to a database of your own.\n${output}`,
    );
  }
  // renamed only when complete: whoever sees the folder may use it
  await rename(draft, folder);
}

/** The `mvn` on the PATH, else the Maven that the wrapper's properties pin, downloaded once. */
async function findMaven() {
  const { code } = await run('mvn', ['-v']);
  return code === 0 ? 'mvn' : downloadMaven();
}

/** Does what the Maven Wrapper does, from the same properties file, with nothing but Node and `tar`. */
async function downloadMaven() {
  const text = await readFile(WRAPPER, 'utf8');
  const property = (/** @type {string} */ key) => {
    const value = new RegExp(`^${key}=(.+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Failure(`${WRAPPER} lacks ${key}: restore it with git checkout.`);
    return value.trim();
  };
  const published = property('distributionUrl');
  const mirror = process.env.MVNW_REPOURL?.replace(/\/+$/, '');
  const url = mirror ? published.replace(/^.*?(?=\/org\/apache\/maven\/)/, mirror) : published;
  const name = published.slice(published.lastIndexOf('/') + 1);
  const home = join(CACHE, 'maven', name.replace('-bin.tar.gz', ''));
  const program = join(home, 'bin', process.platform === 'win32' ? 'mvn.cmd' : 'mvn');
  if (existsSync(program)) return program;

  const bytes = await download(url);
  const sum = createHash('sha256').update(bytes).digest('hex');
  if (sum !== property('distributionSha256Sum')) {
    throw new Failure(
      `What ${url} gave is not the Maven that was asked for (SHA-256 ${sum}): install Maven yourself, so that mvn is on the PATH.`,
    );
  }
  const draft = join(CACHE, 'maven', 'tmp');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, name), bytes);
  const { code, output } = await run('tar', ['-xzf', name], { cwd: draft });
  if (code !== 0)
    throw new Failure(
      `Maven could not be unpacked: install Maven yourself, so that mvn is on the PATH.\n${output}`,
    );
  await rename(join(draft, name.replace('-bin.tar.gz', '')), home);
  await rm(draft, { recursive: true, force: true });
  return program;
}

/**
 * @param {string} url
 * @returns {Promise<Uint8Array>}
 */
async function download(url) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      `There is no mvn, and Maven could not be downloaded from ${url} (${reason}): install Maven, set MVNW_REPOURL to a mirror, or set NEO4J_URI to a database of your own.`,
    );
  }
}
