// @ts-check
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

try {
  // what the shell sets wins over the file
  process.loadEnvFile?.(join(ROOT, '.env'));
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

/** Where everything local and secret lies, outside git: database, password, keys. */
export const DATA = resolve(ROOT, process.env.CREDENTIAL_GRAPH_DATA || '.data');

/** Where downloaded programs lie; several working copies may share one. */
export const CACHE = resolve(ROOT, process.env.CREDENTIAL_GRAPH_CACHE || '.data');
