import type { Signal } from './signals.ts';

/** How much each signal counts. Fitted by `npm run bench search -- fit`; see docs/searching.md. */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  index: 0,
  label: 0,
  best: 2.2,
  named: 1.2,
  head: 0.64,
  first: 0.06,
  letters: 1.6,
  several: 0.95,
  mean: 2.2,
  union: 3.9,
  described: 1.4,
  mapped: 8.8,
  size: -0.8,
};
