import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Graph } from './graph.ts';
import { repository } from './repository.ts';
import { read, type Statement, write } from './statement.ts';
import { id } from './types.ts';

export const migrationStatements = {
  applied: read('platform/applied-migrations', {
    params: {},
    row: { id, checksum: id },
    returns: 'many',
  }),
  record: write('platform/record-migration', {
    params: { id, checksum: id },
    row: {},
    returns: 'none',
  }),
};

/**
 * Applies `cypher/migrations` in order, each once, and answers which ran now. Statements end with `;` at a line's end.
 * Throws, before changing anything, when a migration that was applied has been edited since or is gone.
 */
export async function migrate(
  graph: Graph,
  folder: URL | string = 'cypher/migrations',
  onStep: (id: string) => void = () => {},
): Promise<string[]> {
  const recorded = repository(graph.run, migrationStatements);
  const applied = new Map((await recorded.applied({})).map((row) => [row.id, row.checksum]));
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.cypher'))
    .sort()
    .map((name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      return { id: name, text, checksum: createHash('sha256').update(text).digest('hex') };
    });
  const edited = files.filter(({ id, checksum }) => applied.has(id) && applied.get(id) !== checksum);
  const gone = [...applied.keys()].filter((id) => !files.some((file) => file.id === id));
  if (edited.length > 0 || gone.length > 0)
    throw new Error(
      `The database has migrations that this version does not know: ${[...edited.map(({ id }) => id), ...gone].join(', ')}. ` +
        'A migration is never edited once applied; add a new one instead.',
    );
  const pending = files.filter(({ id }) => !applied.has(id));
  for (const { id, text, checksum } of pending) {
    onStep(id);
    for (const part of statementsIn(text)) await graph.run(ddl(id, part), {});
    await recorded.record({ id, checksum });
  }
  return pending.map(({ id }) => id);
}

const statementsIn = (text: string): string[] =>
  text
    .split(/;\s*$/m)
    .map((part) => part.replace(/^\s*\/\/.*$/gm, '').trim())
    .filter((part) => part !== '');

const ddl = (file: string, text: string): Statement => ({
  file: `migrations/${file}`,
  text,
  mode: 'WRITE',
  returns: 'none',
  params: z.strictObject({}),
  row: z.strictObject({}),
});
