import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Statement } from '../../src/platform/graph/statement.ts';

const isStatement = (value: unknown): value is Statement =>
  typeof value === 'object' && value !== null && 'file' in value && 'text' in value && 'returns' in value;

/** Every statement of every table in `src`, found by name (`…Statements`), so that a new module needs no entry here. */
export async function allStatements(): Promise<Statement[]> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.repository.ts') || /graph\/(migrate|liveness|key-canary)\.ts$/.test(path),
  );
  const modules: object[] = [];
  for (const path of files) modules.push(await import(pathToFileURL(`src/${path}`).href));
  return modules
    .flatMap((module: object) => Object.entries(module))
    .filter(([name]) => name.endsWith('Statements'))
    .flatMap(([, table]) => Object.values(table as object).filter(isStatement));
}
