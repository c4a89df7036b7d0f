import type { CtdlNode } from './ctdl-graph.ts';
import type { LossBook } from './loss.ts';
import type {
  PackageAssessment,
  PackageBadge,
  PackageFramework,
  PackageOutcome,
  PackageUnit,
} from './package.ts';

/** What a CTDL document is being read into. */
export interface CtdlReading {
  readonly book: LossBook;
  readonly places: Map<string, string>;
  /** Every thing the document describes, by its URI. */
  readonly known: ReadonlyMap<string, CtdlNode>;
  readonly outcomes: Map<string, PackageOutcome>;
  readonly badges: PackageBadge[];
  readonly assessments: PackageAssessment[];
  readonly units: PackageUnit[];
  readonly frameworks: PackageFramework[];
}
