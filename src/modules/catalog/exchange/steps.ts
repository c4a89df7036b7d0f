import type { LossGroup } from './loss.ts';
import type { Part } from './package.ts';

/** What an import does with one thing. */
export const IMPORT_ACTIONS = ['CREATED', 'UPDATED', 'NEW_VERSION', 'REPLACED', 'SAME', 'LEFT_OUT'] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

export interface ImportStep {
  readonly part: Part;
  readonly uri: string;
  readonly name: string;
  readonly action: ImportAction;
  /** Its id here; null when it was left out. */
  readonly id: string | null;
  /** Where it stands in the document. */
  readonly place: string;
}

export interface ImportResult {
  readonly steps: readonly ImportStep[];
  readonly losses: readonly LossGroup[];
}
