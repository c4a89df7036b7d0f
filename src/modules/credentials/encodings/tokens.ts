import type { IssuingDeps } from '../issuing.ts';
import { graphSources, rememberingSources } from '../verification/sources.ts';
import { verifyDocument } from '../verification/verify.ts';
import { idOf, jwtClaims } from './jwt-claims.ts';

/** What may have come to pass since a credential was issued; everything else has to hold when it is encoded anew. */
const PASSING: ReadonlySet<string> = new Set(['DATES', 'STATUS']);

/**
 * Signed documents of this service as compact JWTs (ES256), made now and stored nowhere, in the order given. None leaves that our own
 * verifier refuses, unless because it was withdrawn or has expired: that the token says, too.
 */
export async function tokensOf(documents: readonly string[], deps: IssuingDeps): Promise<string[]> {
  const agent = deps.agent.forBatch();
  const tokens: string[] = [];
  for (const text of documents) {
    const document = JSON.parse(text) as Record<string, unknown>;
    tokens.push(await agent.signJwt(String(idOf(document['issuer'])), jwtClaims(document)));
  }
  // only now, as keys may have been made just before
  const sources = rememberingSources(graphSources({ ...deps, agent }));
  for (const token of tokens) {
    const { steps } = await verifyDocument(token, sources, deps.clock());
    const fault = steps.find(({ name, outcome }) => outcome !== 'PASS' && !PASSING.has(name));
    if (fault) throw new Error(`A token just signed does not verify: ${fault.name}: ${fault.reason}`);
  }
  return tokens;
}
