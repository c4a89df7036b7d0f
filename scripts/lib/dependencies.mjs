// @ts-check
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure, run } from './command.mjs';
import { ROOT } from './environment.mjs';
import { readIfThere } from './files.mjs';

/** Ends with one sentence on a Node older than package.json asks for. */
export async function checkNode() {
  const { engines } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const oldest = String(engines.node).replace('>=', '').split('.').map(Number);
  const ours = process.versions.node.split('.').map(Number);
  const enough =
    ours[0] === oldest[0] ? (ours[1] ?? 0) >= (oldest[1] ?? 0) : (ours[0] ?? 0) > (oldest[0] ?? 0);
  if (!enough)
    throw new Failure(
      `This needs Node ${oldest.join('.')} or newer, and this is ${process.versions.node}: install a current one from https://nodejs.org.`,
    );
}

/** Whether what is installed is what package-lock.json names. */
export async function isInstalled() {
  const installed = await readIfThere(join(ROOT, 'node_modules', '.package-lock.json'));
  if (installed === null) return false;
  const wanted = packages(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  const have = packages(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  );
}

/**
 * Installs exactly what package-lock.json names, running no package's scripts.
 * @param {AbortSignal} [signal]
 */
export async function install(signal) {
  const modules = await lstat(join(ROOT, 'node_modules')).catch(() => null);
  if (modules?.isSymbolicLink())
    throw new Failure(
      'node_modules is a link and does not match package-lock.json: update the folder it points to with npm ci.',
    );
  const { code, output } = await run('npm', ['ci', '--ignore-scripts'], { cwd: ROOT, signal });
  if (code !== 0)
    throw new Failure(`The dependencies could not be installed (is the npm registry reachable?):\n${output}`);
}

/**
 * @param {string} lock
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
const packages = (lock) => JSON.parse(lock).packages;
