import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** An operation of `schema/examples`, as one kind of user would send it. */
export interface Example {
  /** As in `Employer`. */
  readonly kind: string;
  readonly query: string;
  /** JSON; empty when the operation takes none. */
  readonly variables: string;
}

/** The folder of the example operations. */
export const EXAMPLES = join(
  dirname(createRequire(import.meta.url).resolve('#schema/schema.graphql')),
  'examples',
);

/** Reads the examples, in the order of their file names. A file without `# Kind of user:` on its first line is an error. */
export function readExamples(folder: string = EXAMPLES): Example[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => parseExample(name, readFileSync(join(folder, name), 'utf8')));
}

/** Takes the kind of user from the first line and the variables from a line `# Variables: {…}`; the rest is what one reads in GraphiQL. */
export function parseExample(name: string, text: string): Example {
  const kind = /^# *Kind of user: *(.+?)\.? *$/m.exec(text.split('\n', 1)[0] ?? '')?.[1];
  if (!kind) throw new Error(`schema/examples/${name} does not begin with "# Kind of user: …".`);
  const variables = /^# *Variables: *(\{.*\}) *$/m.exec(text);
  const query = text.slice(text.indexOf('\n') + 1).replace(variables?.[0] ?? '', '');
  return {
    kind,
    query: `${query.trim()}\n`,
    variables: variables?.[1] ? JSON.stringify(JSON.parse(variables[1]), null, 2) : '',
  };
}
