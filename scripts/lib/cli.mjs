// @ts-check
import { join } from 'node:path';
import { Failure, run } from './command.mjs';
import { ROOT } from './environment.mjs';

/**
 * Runs one of the programs in `src/cli` to its end.
 * @param {string} name
 * @param {{ args?: string[], env: NodeJS.ProcessEnv, show?: boolean, signal?: AbortSignal }} options show: pass its output through
 * @returns {Promise<number>} its exit code, when `show` is set; without, anything but 0 is a `Failure` that quotes its output
 */
export async function runCli(name, { args = [], env, show = false, signal }) {
  const program = join(ROOT, 'dist', 'src', 'cli', `${name}.js`);
  const { code, output } = await run(process.execPath, ['--enable-source-maps', program, ...args], {
    env,
    show,
    signal,
  });
  if (code !== 0 && !show) throw new Failure(`${name} failed:\n${output}`);
  return code;
}
