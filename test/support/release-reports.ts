import { readFileSync } from 'node:fs';
import type { ImportReport, Problem } from '../../src/modules/taxonomy/import/report.ts';
import { releaseReportsFile } from './config.ts';

/** What the one import of the releases said, for the tests of the `releases` project. */
export type ReleaseReports = Readonly<
  Record<
    'esco 1.1.1' | 'esco 1.2.0' | 'onet 29.2' | 'crosswalk',
    { readonly report: ImportReport; readonly problems: readonly Problem[] }
  >
>;

export const languages = ['en', 'de', 'es', 'fr', 'nl', 'sv'] as const;

/** Reads what `releases-setup` left behind. */
export const releaseReports = (): ReleaseReports => JSON.parse(readFileSync(releaseReportsFile(), 'utf8'));
