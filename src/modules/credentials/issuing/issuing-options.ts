import type { Graph } from '../../../platform/graph/graph.ts';
import type { Change } from '../../identity/mutations.ts';
import type { DutyDone } from '../../identity/sign-in/separation.ts';
import type { Credentialing } from '../credentialing.ts';

export type IssuingDeps = Credentialing & { readonly graph: Graph };

export interface IssueOptions {
  /** Whose badges may be issued; null: anybody's, for the platform itself. */
  readonly issuerId: string | null;
  readonly now: Date;
  /** Refuses an award to whoever may not sign it, given who handed in the work and who graded it. */
  readonly checkDuties?: (done: readonly DutyDone[]) => void;
  /** The learner that whoever issues is, too. */
  readonly selfId?: string | null;
  /** Carries out one write, with its audit, as somebody. Called once a chunk, and again when another writer came first. */
  readonly perform: (work: (change: Change) => Promise<string[]>) => Promise<string[]>;
  readonly onProgress?: (done: number, total: number) => void;
}
