import type { Signal } from './signals.ts';

/** How much each signal counts. Fitted by `npm run bench search -- fit`; see docs/searching.md. */
export const WEIGHTS: Readonly<Record<Signal, number>> = {
  index: 0.3,
  label: 0.6,
  best: 1.2,
  named: 2,
  head: 0.7,
  first: 0.2,
  letters: 0,
  several: 1,
  mean: 1.2,
  union: 2.4,
  described: 1.8,
  mapped: 9,
  size: -0.4,
  exact: 0.5,
};
