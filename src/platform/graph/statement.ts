import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

type Shape = z.ZodRawShape;
type Returns = 'many' | 'maybe' | 'one' | 'none';

/** A .cypher file together with what goes in, what comes out and how many rows to expect. */
export interface Statement<P extends Shape = Shape, R extends Shape = Shape, N extends Returns = Returns> {
  /** Path below `cypher/`, without the ending. */
  readonly file: string;
  readonly text: string;
  readonly mode: 'READ' | 'WRITE';
  readonly returns: N;
  readonly params: z.ZodObject<P>;
  readonly row: z.ZodObject<R>;
}

const { resolve } = createRequire(import.meta.url);

/** The text of a file; a line `// with fragments/<name>` in it stands for that fragment, so that a condition is written once. */
const textOf = (file: string): string =>
  readFileSync(resolve(`#cypher/${file}.cypher`), 'utf8').replace(
    /^\/\/ with (fragments\/[a-z-]+)$/gm,
    (_, fragment: string) => textOf(fragment),
  );

function bind(mode: Statement['mode']) {
  return <P extends Shape, R extends Shape, N extends Returns>(
    file: string,
    shape: { params: P; row: R; returns: N },
  ): Statement<P, R, N> => ({
    file,
    mode,
    text: textOf(file),
    returns: shape.returns,
    params: z.strictObject(shape.params),
    row: z.strictObject(shape.row),
  });
}

/** Binds a statement that only reads; a cluster may answer it from any member. */
export const read = bind('READ');
/** Binds a statement that writes. `returns: 'none'` with `row: {}` where nothing comes back. */
export const write = bind('WRITE');
