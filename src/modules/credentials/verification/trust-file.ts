import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import { federationRegistry } from './federation.ts';
import { dccRegistry, type TrustRegistry } from './trust.ts';
import type { Web } from './web.ts';

const https = z.url({ protocol: /^https$/ });
const limits = {
  frameworks: z.array(z.url()).min(1).optional(),
  levels: z.array(z.int().min(1).max(8)).min(1).optional(),
};
const anchor = z.strictObject({
  id: https,
  jwks: z.looseObject({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) }),
});

const registries = z.array(
  z
    .strictObject({
      name: z.string().min(1).max(100),
      scope: z.string().max(300).optional(),
      governanceUrl: https.optional(),
      ...limits,
      url: https.optional(),
      registry: z
        .record(z.string().startsWith('did:'), z.looseObject({ name: z.string(), ...limits }))
        .optional(),
      trustAnchors: z.array(anchor).min(1).max(10).optional(),
    })
    .refine(
      ({ url, registry, trustAnchors }) =>
        [url, registry, trustAnchors].filter((one) => one !== undefined).length === 1,
      {
        error:
          'needs either the url of a list, the registry itself, or the trustAnchors of an OpenID Federation',
      },
    ),
);

/**
 * The trust registries an operator names in a JSON file: each with a name, what it vouches for (in words, and perhaps only some `frameworks` and `levels`) and where its
 * rules stand, and either the `url` of a list in the JSON of the Digital Credentials Consortium, the list itself as `registry`, or the `trustAnchors` of an
 * OpenID Federation with their keys. Throws with all mistakes when the file is not usable.
 */
export function readTrustRegistries(path: string, web: Web, clock: Clock): TrustRegistry[] {
  const { data, error } = registries.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (error) throw new Error(`${path} is not usable:\n${z.prettifyError(error)}`);
  return data.map(({ name, scope, governanceUrl, frameworks, levels, url, registry, trustAnchors }) => {
    const facts = {
      name,
      scope: scope ?? null,
      governanceUrl: governanceUrl ?? null,
      frameworks: frameworks ?? null,
      levels: levels ?? null,
    };
    return trustAnchors
      ? federationRegistry({ ...facts, anchors: trustAnchors }, web, clock)
      : dccRegistry({ ...facts, url: url ?? null, list: { registry } }, web);
  });
}
