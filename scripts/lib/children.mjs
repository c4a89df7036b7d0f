// @ts-check
import { spawn } from 'node:child_process';

/**
 * Ends a process when we vanish without having stopped it (kill -9, out of memory): a shell waits for the pipe to us to close.
 * @param {number} pid
 * @returns {() => void} calls the watch off
 */
export function stopWithUs(pid) {
  if (process.platform === 'win32' || pid === 0) return () => {};
  const watch = spawn('sh', ['-c', 'read -r _; kill -TERM "$0" 2>/dev/null', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.on('error', () => {});
  watch.unref();
  return () => void watch.kill('SIGKILL');
}

/**
 * @typedef {object} Service
 * @property {Promise<number>} exited its exit code, once it has ended for whatever reason
 * @property {() => Promise<void>} stop asks it to end, and makes it end after ten seconds; safe to call twice
 */

/**
 * Starts a Node program that runs until it is stopped. Ctrl-C does not reach it by itself: the caller stops what it started, in its order.
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Service}
 */
export function serve(args, { cwd, env }) {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const callOff = stopWithUs(child.pid ?? 0);
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
  let stopping = false;
  return {
    exited,
    async stop() {
      if (!stopping) child.kill('SIGTERM');
      stopping = true;
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await exited;
      clearTimeout(timer);
      callOff();
    },
  };
}
