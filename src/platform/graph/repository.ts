import type { z } from 'zod';
import type { Statement } from './statement.ts';

// biome-ignore lint/suspicious/noExplicitAny: a table may hold statements of any shape
export type AnyStatement = Statement<any, any, any>;
type Params<S extends AnyStatement> = z.input<S['params']>;
/** One row of a statement, parsed. */
export type Row<S extends AnyStatement> = z.output<S['row']>;
type Result<S extends AnyStatement> = S['returns'] extends 'many'
  ? Row<S>[]
  : S['returns'] extends 'maybe'
    ? Row<S> | null
    : S['returns'] extends 'none'
      ? undefined
      : Row<S>;

export type Statements = Readonly<Record<string, AnyStatement>>;

/** One method a statement: `repository.badgesByIds({ ids })`. Parameters and rows are checked on the way. */
export type Repository<T extends Statements> = {
  readonly [K in keyof T]: (params: Params<T[K]>) => Promise<Result<T[K]>>;
};

/** Runs one statement somewhere: on the driver, or inside a transaction. */
export type Run = (statement: AnyStatement, params: object) => Promise<object[]>;

export function repository<T extends Statements>(run: Run, statements: T): Repository<T> {
  const methods = Object.entries(statements).map(([name, statement]) => [
    name,
    (params: object) => execute(run, statement, params),
  ]);
  return Object.fromEntries(methods) as Repository<T>;
}

async function execute(run: Run, statement: AnyStatement, params: object): Promise<unknown> {
  const records = await run(statement, statement.params.parse(params));
  if (statement.returns === 'none') return undefined;
  const rows = records.map((record) => statement.row.parse(record));
  if (statement.returns === 'many') return rows;
  if (rows.length > 1) throw new Error(`${statement.file} gave ${rows.length} rows, expected at most one`);
  if (rows.length === 0 && statement.returns === 'one') throw new Error(`${statement.file} gave no row`);
  return rows[0] ?? null;
}
