// @ts-check
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DATA } from './environment.mjs';
import { readIfThere, writeSecret } from './files.mjs';

const NAMES = ['KEY_ENCRYPTION_KEY', 'INDEX_KEY'];

/**
 * The keys that seal what the database holds, by the name of their variable: those of the environment, else those of the data folder,
 * made the first time. Without the keys it was written with, a database cannot be read.
 * @returns {Promise<Record<string, string>>}
 */
export async function sealingKeys() {
  const file = join(DATA, 'sealing-keys.json');
  /** @type {Record<string, string>} */
  const stored = JSON.parse((await readIfThere(file)) ?? '{}');
  const missing = NAMES.filter((name) => !process.env[name] && !stored[name]);
  for (const name of missing) stored[name] = randomBytes(32).toString('base64');
  if (missing.length > 0) await writeSecret(file, `${JSON.stringify(stored, null, 2)}\n`);
  return Object.fromEntries(NAMES.map((name) => [name, process.env[name] || (stored[name] ?? '')]));
}
