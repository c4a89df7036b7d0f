// @ts-check
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, run } from './command.mjs';
import { ROOT } from './environment.mjs';

const SOURCES = ['src', 'seed', 'bench', 'package-lock.json', 'tsconfig.json'];
const STAMP = join(ROOT, 'dist', '.built');

/** Whether no source is newer than the last build that went well. */
export async function isBuilt() {
  const built = await stat(STAMP).catch(() => null);
  if (built === null) return false;
  const times = await Promise.all(SOURCES.map((name) => newest(join(ROOT, name))));
  return Math.max(...times) <= built.mtimeMs;
}

/**
 * Compiles the sources to `dist/`.
 * @param {AbortSignal} [signal]
 */
export async function build(signal) {
  const started = new Date();
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { code, output } = await run(process.execPath, [tsc], { cwd: ROOT, signal });
  if (code !== 0) throw new Failure(`The sources do not compile:\n${output}`);
  await writeFile(STAMP, `${started.toISOString()}\n`);
}

/**
 * The time of the last change in a file or folder; a folder changes when a file in it comes or goes.
 * @param {string} path
 * @returns {Promise<number>}
 */
async function newest(path) {
  const entry = await stat(path).catch(() => null);
  if (entry === null) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  const names = await readdir(path);
  const times = await Promise.all(names.map((name) => newest(join(path, name))));
  return Math.max(entry.mtimeMs, ...times);
}
