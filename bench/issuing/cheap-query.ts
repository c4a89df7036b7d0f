import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from '../../test/support/api.ts';
import { percentile } from '../support/figures.ts';

/** How far apart the questions of one caller are. */
const EVERY_MS = 25;

/**
 * Asks a small question again and again while something else is done, and at least so often; how long 95 of 100 answers took at most,
 * in milliseconds, over HTTP.
 */
export async function cheapQueryP95(
  ask: Caller,
  query: string,
  during: Promise<unknown>,
  atLeast = 40,
): Promise<number> {
  let over = false;
  const ended = during.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  const took: number[] = [];
  while (!over || took.length < atLeast) {
    const started = performance.now();
    const { errors } = await ask(query);
    if (errors.length > 0) throw new Error(`the cheap query failed: ${errors[0]?.message}`);
    took.push(performance.now() - started);
    await sleep(EVERY_MS);
  }
  await ended;
  return percentile(took, 0.95);
}
