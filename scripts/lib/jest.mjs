// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.mjs';
import { ROOT } from './environment.mjs';
import { readIfThere } from './files.mjs';

/**
 * @typedef {{ passed: number, failed: number, notes: string[] }} Tally notes: one sentence each on what failed without being a test
 */

/** @returns {Tally} */
export const nothing = () => ({ passed: 0, failed: 0, notes: [] });

/**
 * @param {...Tally} tallies
 * @returns {Tally}
 */
export const sum = (...tallies) => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  notes: tallies.flatMap(({ notes }) => notes),
});

/**
 * Prints what failed besides tests, then the line that everybody reads, and gives the exit code.
 * @param {Tally} tally
 */
export function report({ passed, failed, notes }) {
  for (const note of notes) console.log(note);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * Runs Jest and counts. A test file that cannot run, and a Jest that breaks off, count as failed.
 * @param {{ projects: string[], args?: string[], env: NodeJS.ProcessEnv, signal?: AbortSignal | undefined }} options
 * @returns {Promise<Tally>}
 */
export async function runJest({ projects, args = [], env, signal }) {
  const folder = await mkdtemp(join(tmpdir(), 'credential-graph-jest-'));
  try {
    const results = join(folder, 'results.json');
    const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
    const selection = args.includes('--selectProjects') ? [] : ['--selectProjects', ...projects];
    const { code } = await run(
      process.execPath,
      [
        '--experimental-vm-modules',
        '--no-warnings',
        jest,
        ...selection,
        // a test that leaves a connection open must fail or pass, never hold the command up
        '--forceExit',
        '--json',
        `--outputFile=${results}`,
        ...args,
      ],
      { cwd: ROOT, env, show: true, signal },
    );
    return tally(code, await readIfThere(results));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {number} code Jest's exit code
 * @param {string | null} text what it wrote with `--json`
 * @returns {Tally}
 */
export function tally(code, text) {
  if (text === null)
    return { passed: 0, failed: 1, notes: [`Jest broke off (exit code ${code}) before it had results.`] };
  const results = JSON.parse(text);
  const notes = results.testResults
    .filter((/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
    .map((/** @type {any} */ suite) => `${suite.name} could not run.`);
  const counted = { passed: results.numPassedTests, failed: results.numFailedTests + notes.length, notes };
  if (results.numTotalTestSuites === 0)
    return { ...counted, failed: counted.failed + 1, notes: ['No test file matches.'] };
  if (code !== 0 && counted.failed === 0)
    return { ...counted, failed: 1, notes: [`Jest ended with exit code ${code} although no test failed.`] };
  return counted;
}
