// @ts-check
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './environment.mjs';
import { readIfThere } from './files.mjs';
import { nothing } from './jest.mjs';

/**
 * Gives the work a file in which the tests note each Cypher statement they carried out.
 * @template T
 * @param {(log: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withStatementLog(work) {
  const folder = await mkdtemp(join(tmpdir(), 'credential-graph-statements-'));
  try {
    return await work(join(folder, 'executed.txt'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A failure for every `.cypher` statement that no test carried out. Fragments are carried out in the statements that include them.
 * @param {string} log
 * @returns {Promise<import('./jest.mjs').Tally>}
 */
export async function neverExecuted(log) {
  const executed = new Set((await readIfThere(log))?.split('\n'));
  const files = (await readdir(join(ROOT, 'cypher'), { recursive: true }))
    .filter((path) => path.endsWith('.cypher') && !/^(migrations|fragments)/.test(path))
    .map((path) => path.slice(0, -'.cypher'.length));
  const missed = files.filter((file) => !executed.has(file)).sort();
  return {
    ...nothing(),
    failed: missed.length,
    notes: missed.map((file) => `cypher/${file}.cypher is carried out by no test.`),
  };
}
