// @ts-check

/** @type {{ step: string, seconds: number }[]} */
const finished = [];

/** Every step so far with its seconds, in the order they ended. */
export const steps = () => finished;

/**
 * Does the work and prints one line when it took over a second. On a terminal it also says what it is waiting for.
 * @template T
 * @param {string} step what is done, as in `Building`
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function progress(step, work) {
  const started = performance.now();
  const terminal = process.stderr.isTTY;
  const waiting = setTimeout(() => terminal && process.stderr.write(`  ${step} …\r`), 1000);
  try {
    return await work();
  } finally {
    clearTimeout(waiting);
    const seconds = (performance.now() - started) / 1000;
    finished.push({ step, seconds });
    if (seconds >= 1)
      process.stderr.write(`${terminal ? '\x1b[2K' : ''}  ${step} (${seconds.toFixed(1)} s)\n`);
  }
}
