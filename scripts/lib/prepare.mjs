// @ts-check
import { build, isBuilt } from './build.mjs';
import { checkNode, install, isInstalled } from './dependencies.mjs';
import { progress } from './progress.mjs';

/**
 * Brings a clone to where its code can run: the right Node, the locked dependencies, and (when asked) a build.
 * @param {{ building?: boolean, signal?: AbortSignal | undefined }} [options]
 */
export async function prepare({ building = true, signal } = {}) {
  await checkNode();
  if (!(await isInstalled())) await progress('Installing the locked dependencies', () => install(signal));
  if (building && !(await isBuilt())) await progress('Building', () => build(signal));
}
