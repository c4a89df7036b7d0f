import { loadConfig } from '../config.ts';
import { ExchangeService } from '../modules/catalog/exchange/exchange.service.ts';
import { createCredentialing } from '../modules/credentials/credentialing.ts';
import { Mutations } from '../modules/identity/mutations.ts';
import { OrganizationService } from '../modules/identity/organization.service.ts';
import type { Viewer } from '../modules/identity/viewer.ts';
import { PATIENCE } from '../modules/taxonomy/import/import-files.ts';
import { learnLexicons } from '../modules/taxonomy/lexicons.ts';
import { systemClock } from '../platform/clock.ts';
import { notFound } from '../platform/errors.ts';
import { connect } from '../platform/graph/graph.ts';
import { migrate } from '../platform/graph/migrate.ts';
import { runCatalogue } from './catalogue-command.ts';

/** A whole catalogue is one transaction. */
const TRANSACTION = 600_000;

process.exitCode = await runCatalogue(
  process.argv.slice(2),
  async (organizationId, work) => {
    const config = loadConfig();
    const graph = connect({ ...config.graph, patience: PATIENCE, transactionTimeout: TRANSACTION });
    try {
      await migrate(graph);
      const organizations = new OrganizationService({ graph });
      if (!(await organizations.organization(organizationId))) throw notFound('organization', organizationId);
      // Whoever runs commands is the operator; the audit names the command.
      const viewer: Viewer = {
        role: 'ISSUER_ADMIN',
        organizationId,
        learnerId: null,
        keyId: 'command:catalogue',
      };
      const exchange = new ExchangeService({
        graph,
        viewer,
        clock: systemClock,
        mutations: new Mutations(graph, viewer, systemClock),
        organizations,
        publicUrl: config.publicUrl,
        urls: createCredentialing(config, graph, systemClock).urls,
      });
      return await work({ exchange, learnWords: () => learnLexicons(graph) });
    } finally {
      await graph.close();
    }
  },
  process.stdout,
  process.stderr,
);
