// @ts-check
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sleep } from './command.mjs';

/**
 * Writes a file that only its owner can read, whole or not at all.
 * @param {string} path
 * @param {string} text
 */
export async function writeSecret(path, text) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, text, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, path);
}

/**
 * A file's text, or null when there is none.
 * @param {string} path
 * @returns {Promise<string | null>}
 */
export async function readIfThere(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** @param {number} pid whether a process of this id runs */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Runs the work while holding a lock folder, so that two processes never do it at once; the lock of a process that died is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  await mkdir(dirname(path), { recursive: true });
  const holder = join(path, 'pid');
  for (;;) {
    try {
      await mkdir(path);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const pid = Number(await readIfThere(holder));
    const made = await stat(path).catch(() => null);
    const left = pid > 0 ? !isAlive(pid) : made !== null && Date.now() - made.mtimeMs > 10_000;
    if (left) {
      await rm(path, { recursive: true, force: true });
      continue;
    }
    await sleep(200);
  }
  try {
    await writeFile(holder, String(process.pid));
    return await work();
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}
