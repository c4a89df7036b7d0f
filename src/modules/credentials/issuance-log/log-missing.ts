import type { Clock } from '../../../platform/clock.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { openFor, type Sealer, sealContext, unwrap } from '../../../platform/seal.ts';
import { Mutations } from '../../identity/mutations.ts';
import { ANONYMOUS } from '../../identity/viewer.ts';
import { signingKeyOf } from '../open-badge.ts';
import type { PublicUrls } from '../public-urls.ts';
import { issuanceLogStatements } from './issuance-log.repository.ts';
import { contentDigest } from './log-entry.ts';
import { recordIssuances } from './record-issuances.ts';

const BATCH = 200;

/**
 * Enters credentials of before there were issuance logs in the log of their issuer, oldest first, as of now. Each batch is a transaction,
 * so it can be killed and run again. Answers how many this run entered.
 */
export async function logMissing(
  graph: Graph,
  deps: { readonly kek: Sealer; readonly urls: PublicUrls; readonly clock: Clock },
): Promise<number> {
  const logs = repository(graph.run, issuanceLogStatements);
  const mutations = new Mutations(graph, ANONYMOUS, deps.clock);
  let done = 0;
  for (;;) {
    const rows = await logs.credentialsNotLogged({ limit: BATCH });
    const [first] = rows;
    if (!first) return done;
    const found = rows.map(({ id, organizationId, sealedDocument, key }) => {
      const place = sealContext('Credential', id, 'sealedDocument');
      const document = JSON.parse(openFor(unwrap(deps.kek, key.wrapped, key.id), sealedDocument, place));
      return {
        id,
        organizationId,
        credential: deps.urls.credential(id),
        content: contentDigest(document),
        key: signingKeyOf(document),
      };
    });
    done += await mutations.perform(
      { name: 'logIssuances', input: found.map(({ id }) => id) },
      async ({ run, now, audit }) => {
        const noted = await repository(run, issuanceLogStatements).setContents({
          credentials: found.map(({ id, content }) => ({ id, content })),
        });
        const ids = new Set(noted.map(({ id }) => id));
        const own = found.filter(({ id }) => ids.has(id));
        await recordIssuances(
          run,
          now,
          own.map(({ id: _, ...issuance }) => issuance),
          'STORED',
        );
        for (const chain of new Set(rows.map(({ organizationId }) => organizationId)))
          audit({
            chain,
            action: 'logIssuances',
            purpose: null,
            subject: null,
            objects: own.flatMap(({ id, organizationId }) => (organizationId === chain ? [id] : [])),
          });
        return own.length;
      },
    );
  }
}
