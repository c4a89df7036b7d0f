import type { IssuingDeps } from '../issuing/issuing-options.ts';
import type { JsonObject } from '../open-badge.ts';
import type { PublicUrls } from '../public-urls.ts';
import type { CredentialAgent } from '../veramo/agent.ts';
import type { VerificationReport } from '../verification/report.ts';
import { graphSources, rememberingSources } from '../verification/sources.ts';
import { verifyDocument } from '../verification/verify.ts';
import { conceal, newSalt, OPEN_CLAIMS } from './conceal.ts';
import { alwaysShown } from './disclose.ts';
import { boundTo, type Encoding, type HolderKey } from './encoding.ts';
import { idOf, jwtClaims } from './jwt-claims.ts';
import { SD_JWT_TYPE, sdJwtClaims } from './sd-jwt-claims.ts';

/** What may have come to pass since a credential was issued; everything else has to hold when it is encoded anew. */
export const PASSING: ReadonlySet<string> = new Set(['DATES', 'STATUS']);

interface Made {
  readonly document: JsonObject;
  readonly agent: CredentialAgent;
  readonly at: Date;
  readonly holder: HolderKey | undefined;
  readonly urls: PublicUrls;
}

const WAYS: Readonly<Record<Encoding, (made: Made) => Promise<string>>> = {
  EMBEDDED: async ({ document, agent, at, holder }) =>
    JSON.stringify(holder ? await agent.sign(boundTo(document, holder), at) : document),
  JWT: ({ document, agent, holder }) =>
    agent.signJwt(String(idOf(document['issuer'])), jwtClaims(holder ? boundTo(document, holder) : document)),
  SELECTIVE: async ({ document: { proof: _, ...unsigned }, agent, at, holder }) => {
    const document = holder ? boundTo(unsigned, holder) : unsigned;
    return JSON.stringify(await agent.signSelectively(document, alwaysShown(document), at));
  },
  SD_JWT: async ({ document, agent, holder, urls }) => {
    const claims = sdJwtClaims(document, { urls, holder });
    const { payload, disclosures } = conceal(claims, OPEN_CLAIMS, newSalt);
    const token = await agent.signJwt(claims.iss, { ...payload, _sd_alg: 'sha-256' }, SD_JWT_TYPE);
    return [token, ...disclosures, ''].join('~');
  },
};

/**
 * Signed documents of this service in another encoding, made now and stored nowhere, in the order given; bound to a key if one is given. None
 * leaves that our own verifier refuses, unless because it was withdrawn or has expired: that the encoding says, too.
 */
export async function encodeAll(
  documents: readonly string[],
  as: Encoding,
  deps: IssuingDeps,
  holder?: HolderKey,
): Promise<string[]> {
  const agent = deps.agent.forBatch();
  const at = deps.clock();
  const made: string[] = [];
  for (const text of documents)
    made.push(
      as === 'EMBEDDED' && !holder
        ? text
        : await WAYS[as]({ document: JSON.parse(text), agent, at, holder, urls: deps.urls }),
    );
  // only now, as keys may have been made just before
  const sources = rememberingSources(graphSources({ ...deps, agent }));
  for (const text of made) assertLeaves(await verifyDocument(text, sources, at), PASSING);
  return made;
}

/** Nothing leaves that our own verifier refuses, but for what may have come to pass. */
export function assertLeaves({ steps }: VerificationReport, passing: ReadonlySet<string>): void {
  const fault = steps.find(({ name, outcome }) => outcome !== 'PASS' && !passing.has(name));
  if (fault) throw new Error(`What was just signed does not verify: ${fault.name}: ${fault.reason}`);
}
