import type { Signal } from './signals.ts';

/** How much each signal counts. Fitted by `npm run bench search -- fit`; see docs/searching.md. */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  label: 1.98,
  best: 0.9,
  named: 1.51,
  head: 0.86,
  letters: 1.65,
  several: 2.22,
  described: 0.74,
  anywhere: 4.9,
  mapped: 7.58,
};
