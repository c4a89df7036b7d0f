import type { ReadDocument, WritingFacts, WrittenDocument } from './document.ts';
import type { CataloguePackage } from './package.ts';
import { readCase } from './read-case.ts';
import { readCsv } from './read-csv.ts';
import { readCtdl } from './read-ctdl.ts';
import { readOpenBadges } from './read-open-badges.ts';
import { writeCase } from './write-case.ts';
import { writeCsv } from './write-csv.ts';
import { writeCtdl } from './write-ctdl.ts';
import { writeOpenBadges } from './write-open-badges.ts';

export const FORMATS = ['OPEN_BADGES', 'CTDL', 'CASE', 'CSV'] as const;
export type Format = (typeof FORMATS)[number];

/** One pair of pure functions a format: what one writes the other reads, and either says what had no place. */
export const formats: Readonly<
  Record<
    Format,
    {
      readonly read: (document: string) => ReadDocument;
      readonly write: (content: CataloguePackage, facts: WritingFacts) => WrittenDocument;
    }
  >
> = {
  OPEN_BADGES: { read: readOpenBadges, write: writeOpenBadges },
  CTDL: { read: readCtdl, write: writeCtdl },
  CASE: { read: readCase, write: writeCase },
  CSV: { read: readCsv, write: writeCsv },
};
