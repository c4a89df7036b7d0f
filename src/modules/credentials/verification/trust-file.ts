import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { dccRegistry, type TrustRegistry } from './trust.ts';
import type { Web } from './web.ts';

const registries = z.array(
  z
    .strictObject({
      name: z.string().min(1).max(100),
      scope: z.string().max(300).optional(),
      governanceUrl: z.url({ protocol: /^https$/ }).optional(),
      url: z.url({ protocol: /^https$/ }).optional(),
      registry: z.record(z.string().startsWith('did:'), z.looseObject({ name: z.string() })).optional(),
    })
    .refine(({ url, registry }) => (url === undefined) !== (registry === undefined), {
      error: 'needs either the url of a list or the registry itself',
    }),
);

/**
 * The trust registries an operator names in a JSON file: each with a name, what it vouches for and where its rules stand, and either the `url` of a list
 * in the JSON of the Digital Credentials Consortium or the list itself as `registry`. Throws with all mistakes when the file is not usable.
 */
export function readTrustRegistries(path: string, web: Web): TrustRegistry[] {
  const { data, error } = registries.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (error) throw new Error(`${path} is not usable:\n${z.prettifyError(error)}`);
  return data.map(({ name, scope, governanceUrl, url, registry }) =>
    dccRegistry(
      {
        name,
        scope: scope ?? null,
        governanceUrl: governanceUrl ?? null,
        url: url ?? null,
        list: { registry },
      },
      web,
    ),
  );
}
