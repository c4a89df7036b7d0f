// @ts-check

/** The question that this service exists for; asked by an employer. */
const QUERY = '{ viewer { role } }';

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
    'API keys of the sample world, by kind of user:',
    ...keys.map(({ kind, key }) => `  ${kind.padEnd(width)}  ${key}`),
  ];
  const first = keys.find(({ kind }) => /employer/i.test(kind)) ?? keys[0];
  if (first) {
    const body = JSON.stringify({ query: QUERY });
    lines.push(
      '',
      `A query to paste, with the key of the ${first.kind}:`,
      `  ${QUERY}`,
      '',
      `  curl ${url}/graphql -H 'Authorization: Bearer ${first.key}' -H 'Content-Type: application/json' -d '${body}'`,
    );
  }
  console.log(lines.join('\n'));
}
