import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCredentialing } from '../../src/modules/credentials/credentialing.ts';
import {
  importCrosswalk,
  importEsco,
  importOnet,
  PATIENCE,
} from '../../src/modules/taxonomy/import/import-files.ts';
import type { ImportReport, Problem } from '../../src/modules/taxonomy/import/report.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { migrate } from '../../src/platform/graph/migrate.ts';
import { loadSampleWorld } from '../../src/seed/load-sample-world.ts';
import { releasesFolder, testConfig } from './config.ts';
import { languages, type ReleaseReports } from './release-reports.ts';

/**
 * Runs once for the `releases` project: the sample world, and over it ESCO 1.1.1, ESCO 1.2.0 in all languages, O*NET and the
 * crosswalk, in the order a user would import them. What each import said is left in a file for the tests.
 */
export default async function setUp(): Promise<void> {
  const config = testConfig();
  const graph = connect({ ...config.graph, patience: PATIENCE });
  const at = (name: string) => join(releasesFolder(), name);
  const reports: Partial<Record<keyof ReleaseReports, ReleaseReports[keyof ReleaseReports]>> = {};
  const note = async (
    name: keyof ReleaseReports,
    run: (onProblem: (problem: Problem) => void) => Promise<ImportReport>,
  ) => {
    const problems: Problem[] = [];
    reports[name] = { report: await run((problem) => problems.push(problem)), problems };
  };
  try {
    await migrate(graph);
    const credentialing = createCredentialing(config, graph, systemClock);
    await loadSampleWorld(graph, { ...config, credentialing, now: systemClock(), inventedPeople: 10 });
    await note('esco 1.1.1', (onProblem) => importEsco(graph, [at('esco-1.1.1-en.zip')], { onProblem }));
    const zips = languages.map((language) => at(`esco-1.2.0-${language}.zip`));
    await note('esco 1.2.0', (onProblem) => importEsco(graph, zips, { onProblem }));
    await note('onet 29.2', (onProblem) => importOnet(graph, [at('onet-29.2-text.zip')], { onProblem }));
    await note('crosswalk', (onProblem) =>
      importCrosswalk(graph, at('crosswalk-esco-onet-v1.csv'), { onProblem }),
    );
  } finally {
    await graph.close();
  }
  const file = join(await mkdtemp(join(tmpdir(), 'release-reports-')), 'reports.json');
  await writeFile(file, JSON.stringify(reports));
  process.env['RELEASE_REPORTS'] = file;
}
