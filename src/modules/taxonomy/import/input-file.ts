import type { Readable } from 'node:stream';

/** One file of an input, readable any number of times. */
export interface InputFile {
  /** Name without folders, as the publisher gave it: `skills_en.csv`. */
  readonly name: string;
  /** What to call it in a sentence: `esco-1.2.0-en.zip: skills_en.csv`. */
  readonly shown: string;
  /** Bytes, uncompressed. */
  readonly size: number;
  /** Rows it had when it was last read to its end. */
  readonly tally: { rows: number };
  open(): Promise<Readable>;
}

/** A zip or a folder that the user named. Close it when done. */
export interface Input {
  readonly name: string;
  readonly files: readonly InputFile[];
  close(): Promise<void>;
}
