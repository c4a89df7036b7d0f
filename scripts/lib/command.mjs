// @ts-check
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A mistake that the reader can mend: its message is one sentence with the way out, shown without a stack. */
export class Failure extends Error {}

/**
 * Runs the body of a command: a `Failure` prints its sentence, anything else its stack; both exit with 1. Being stopped exits with 130.
 * @param {() => Promise<number | void>} body the exit code, 0 when nothing is returned
 */
export async function command(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    const aborted = error instanceof Error && error.name === 'AbortError';
    if (!aborted) console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exitCode = aborted ? 130 : 1;
  }
}

/**
 * Runs a program to its end and gives its exit code and output; `show` passes the output through instead.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string | undefined, env?: NodeJS.ProcessEnv | undefined, show?: boolean, signal?: AbortSignal | undefined }} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program does not exist
 */
export function run(program, args, { cwd, env, show = false, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: env ?? process.env,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      signal,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      if ('code' in error && error.code === 'ENOENT') resolve({ code: 127, output: `${program}: not found` });
      else reject(error);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/**
 * A port of the loopback interface that nobody listens on right now.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Whether this port of that interface can be listened on.
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function portIsFree(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/**
 * A port as somebody wrote it.
 * @param {string} name where it was written
 * @param {string} text
 */
export function portNumber(name, text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Failure(`${name} is "${text}": set it to a port between 1 and 65535.`);
  return port;
}

/** @param {number} milliseconds */
export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
