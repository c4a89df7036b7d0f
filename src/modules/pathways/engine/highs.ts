import loader, { type Highs } from 'highs';

/** Loads HiGHS (https://highs.dev), compiled to WebAssembly: a tenth of a second, once for each thread. Its solving holds the thread. */
export const loadHighs = loader as unknown as () => Promise<Highs>;
