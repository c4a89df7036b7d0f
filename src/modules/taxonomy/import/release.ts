import type { Place } from './refused.ts';
import type { ReleaseVersion } from './version.ts';

export const kinds = ['Skill', 'SkillGroup', 'Occupation', 'OccupationGroup'] as const;
export type Kind = (typeof kinds)[number];

export const skillTypes = ['SKILL', 'KNOWLEDGE'] as const;
export const reuseLevels = ['TRANSVERSAL', 'CROSS_SECTOR', 'SECTOR_SPECIFIC', 'OCCUPATION_SPECIFIC'] as const;

/** What a release says of a concept beside its texts. An attribute that is null is not stated: a value known before stays. */
export interface ConceptRow extends Place {
  readonly uri: string;
  readonly kind: Kind;
  readonly code: string | null;
  readonly skillType: (typeof skillTypes)[number] | null;
  readonly reuseLevel: (typeof reuseLevels)[number] | null;
  readonly jobZone: number | null;
  /** The release lists it, but no longer as valid. */
  readonly obsolete: boolean;
  /** Concepts the release itself says came after this one. */
  readonly replacedBy: readonly string[];
}

/** What a release calls a concept in one language. What is undefined is not in the file at all, so it says nothing about it. */
export interface TextRow extends Place {
  readonly uri: string;
  readonly label: string;
  readonly alternatives?: readonly string[];
  readonly hidden?: readonly string[];
  readonly description?: string | null;
}

/** The texts of one kind of concept in one language: what is compared with what was there before. */
export interface TextTable {
  readonly kind: Kind;
  readonly language: string;
  rows(): AsyncIterable<TextRow>;
}

export const edgeTypes = ['BROADER', 'NEEDS', 'HAS_TASK', 'USES'] as const;
export type EdgeType = (typeof edgeTypes)[number];

/** Numbers beside an edge, in the order of `EdgeTable.values`; NaN is "not stated". */
export interface EdgeRow extends Place {
  readonly from: string;
  readonly to: string;
  /** What tells apart two edges between the same two nodes: the relation of a need, the example of a technology. */
  readonly variant: string;
  readonly values?: readonly number[];
}

export const edgeValues = {
  BROADER: [],
  NEEDS: ['importance', 'level', 'importanceSuppressed', 'levelSuppressed', 'notRelevant'],
  HAS_TASK: [],
  USES: ['hot', 'inDemand'],
} as const satisfies Record<EdgeType, readonly string[]>;

/** All edges of one type that the release states. A type without a table is left as it is. */
export interface EdgeTable {
  readonly type: EdgeType;
  /** Rated edges come in several rows (importance, level), each with some of the values. */
  rows(): AsyncIterable<EdgeRow>;
}

export interface TaskRow {
  readonly id: string;
  readonly statement: string;
  readonly type: 'CORE' | 'SUPPLEMENTAL' | null;
}

export interface TechnologyRow {
  readonly code: string;
  readonly title: string;
}

export interface FrameworkFacts {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly url: string;
  readonly licence: string;
  readonly attribution: string;
}

/** One release of one framework, whoever published it and in whatever layout, readable as often as needed. */
export interface Release {
  readonly framework: FrameworkFacts;
  readonly version: ReleaseVersion;
  /** True when what it does not name is gone. A partial edition is joined to what is there. */
  readonly complete: boolean;
  /** False for files that only add texts to a release that is already there. */
  readonly structure: boolean;
  readonly scales: readonly Scale[];
  concepts(): AsyncIterable<ConceptRow>;
  readonly texts: readonly TextTable[];
  readonly edges: readonly EdgeTable[];
  tasks(): AsyncIterable<TaskRow>;
  technologies(): AsyncIterable<TechnologyRow>;
}

export interface Scale {
  readonly id: string;
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
}
