// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './environment.mjs';

/** The question that this service exists for, asked by an employer. */
const QUESTION = join(ROOT, 'schema', 'examples', 'employer-which-candidates-fit.graphql');

/**
 * Says where the API is, which keys open it, and one query to begin with.
 * @param {{ port: number, keys: import('./sample-world.mjs').SampleKey[], seconds: number, publicUrl: string | undefined }} options
 */
export async function welcome({ port, keys, seconds, publicUrl }) {
  const url = publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${port}`;
  const width = Math.max(0, ...keys.map(({ kind }) => kind.length));
  const lines = [
    '',
    `Ready after ${seconds.toFixed(1)} s: ${url}/graphql (open it in a browser for GraphiQL; Ctrl-C stops everything)`,
    '',
    ...(keys.length > 0
      ? ['API keys of the sample world, by kind of user:']
      : ['No API keys are kept here: npm run seed -- --keys FILE loads the sample world and makes some.']),
    ...keys.map(({ kind, key }) => `  ${kind.padEnd(width)}  ${key}`),
  ];
  const employer = keys.find(({ kind }) => kind === 'employer');
  if (employer) {
    const query = (await readFile(QUESTION, 'utf8'))
      .replace(/^#.*\n/gm, '')
      .replace(/\s+/g, ' ')
      .trim();
    lines.push(
      '',
      'Which candidates fit a role? A query to paste, with the key of the employer:',
      '',
      `  ${query}`,
      '',
      `  curl ${url}/graphql -H 'Authorization: Bearer ${employer.key}' -H 'Content-Type: application/json' -d '${JSON.stringify({ query })}'`,
    );
  }
  console.log(lines.join('\n'));
}
