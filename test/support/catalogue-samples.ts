import { ExchangeService } from '../../src/modules/catalog/exchange/exchange.service.ts';
import { formats } from '../../src/modules/catalog/exchange/formats.ts';
import type { ImportResult } from '../../src/modules/catalog/exchange/steps.ts';
import { createCredentialing } from '../../src/modules/credentials/credentialing.ts';
import { Mutations } from '../../src/modules/identity/mutations.ts';
import { OrganizationService } from '../../src/modules/identity/organization.service.ts';
import type { Viewer } from '../../src/modules/identity/viewer.ts';
import { PATIENCE } from '../../src/modules/taxonomy/import/import-files.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { testConfig } from './config.ts';
import { makeOrganization } from './data.ts';

/** Imports whole files, as the command does, each for an organisation of its own. */
export function sampleImporter() {
  const config = testConfig();
  const graph = connect({ ...config.graph, patience: PATIENCE, transactionTimeout: 600_000 });
  const made = makeOrganization('Importers of samples');
  return {
    close: () => graph.close(),
    async exchange(): Promise<ExchangeService> {
      const viewer: Viewer = {
        role: 'ISSUER_ADMIN',
        organizationId: await made,
        learnerId: null,
        keyId: 'test',
      };
      return new ExchangeService({
        graph,
        viewer,
        clock: systemClock,
        mutations: new Mutations(graph, viewer, systemClock),
        organizations: new OrganizationService({ graph }),
        publicUrl: config.publicUrl,
        urls: createCredentialing(config, graph, systemClock).urls,
      });
    },
  };
}

/** What becomes of a document in CTDL whose silence on effort and mode an importer would break; `told` in one line. */
export async function importSample(
  importer: ReturnType<typeof sampleImporter>,
  document: string,
): Promise<{ told: string; result: ImportResult | null }> {
  const exchange = await importer.exchange();
  const defaults = { effortMinutes: 600, mode: 'BLENDED', kind: 'EXAM', level: 5 } as const;
  try {
    const result = await exchange.importCatalogue({ format: 'CTDL', document, dryRun: false, defaults });
    const { frameworks } = formats.CTDL.read(document).content;
    return { told: told(result, frameworks.flatMap(({ concepts }) => concepts).length), result };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'INVALID_INPUT') throw error;
    return { told: `refused: ${error.message.replace(/^document: /, '')}`, result: null };
  }
}

function told({ steps, losses }: ImportResult, concepts: number): string {
  const parts = ['frameworks', 'outcomes', 'assessments', 'badges', 'units'] as const;
  const counted = parts.flatMap((part) => {
    const [all, left] = [
      steps.filter((step) => step.part === part),
      steps.filter((step) => step.part === part && step.action === 'LEFT_OUT'),
    ];
    const kept = all.length - left.length;
    return [
      ...(kept > 0 ? [`${kept} ${kept === 1 ? part.slice(0, -1) : part}`] : []),
      ...(left.length > 0 ? [`${left.length} ${left.length === 1 ? part.slice(0, -1) : part} left out`] : []),
    ];
  });
  const lost = losses
    .filter(({ severity }) => severity !== 'INFO')
    .reduce((sum, { count }) => sum + count, 0);
  if (concepts > 0) counted.push(`${concepts} competencies`);
  return `${counted.join(', ')}; ${lost} values or things without a place`;
}
