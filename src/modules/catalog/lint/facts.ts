import type { AlignmentRelation, AssessmentKind, UnitMode } from '../catalog.records.ts';

/** The levels of the revised taxonomy of Bloom (Anderson and Krathwohl, 2001), lowest first. */
export const BLOOM_LEVELS = ['REMEMBER', 'UNDERSTAND', 'APPLY', 'ANALYSE', 'EVALUATE', 'CREATE'] as const;
export type BloomLevel = (typeof BLOOM_LEVELS)[number];

/** Everything the rules look at, of one badge version. */
export interface BadgeFacts {
  readonly versionId: string;
  readonly badgeId: string;
  readonly name: string;
  readonly description: string | null;
  readonly criteria: string | null;
  readonly achievementType: string | null;
  readonly tags: readonly string[];
  /** Hundredths of a credit. */
  readonly creditValue: number | null;
  readonly creditSystem: string | null;
  readonly validMonths: number | null;
  /** NONE, REASSESS or REFRESH; null: not said. */
  readonly renewal: string | null;
  readonly languages: readonly string[];
  readonly imageUrl: string | null;
  readonly imageAlt: string | null;
  /** How many badges it stacks; 0: it is no stacked credential. */
  readonly parts: number;
  readonly issuer: IssuerFacts;
  readonly outcomes: readonly OutcomeFacts[];
  readonly assessments: readonly AssessmentFacts[];
  /** The learning units that teach its outcomes. */
  readonly units: readonly UnitFacts[];
  readonly review: ReviewFacts;
  /** Tags of the published badges of the same issuer, without this one. */
  readonly otherTags: readonly TagUse[];
}

export interface IssuerFacts {
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
  /** ISO 3166 codes. */
  readonly regions: readonly string[];
}

export interface OutcomeFacts {
  readonly id: string;
  /** Language of the statement; null: that of the badge. */
  readonly language: string | null;
  readonly statement: string;
  readonly verb: string | null;
  readonly conditions: string | null;
  readonly constraints: string | null;
  readonly tools: readonly string[];
  readonly successCriteria: readonly string[];
  readonly bloom: BloomLevel | null;
  readonly alignments: readonly AlignmentFacts[];
}

export interface AlignmentFacts {
  readonly skillUri: string;
  readonly label: string | null;
  readonly level: number | null;
  readonly relation: AlignmentRelation;
  /** Name of the framework; null when none of that name was imported. */
  readonly frameworkName: string | null;
  /** Whether the newest edition of its framework still has it. */
  readonly current: boolean;
  /** What took its place. */
  readonly replacedBy: readonly { readonly uri: string; readonly label: string | null }[];
  /** Skill groups above it that are known to age fast. */
  readonly groups: readonly string[];
  /** PROPOSED or REVIEWED; null: written before claims were reviewed. */
  readonly reviewState: string | null;
}

export interface AssessmentFacts {
  readonly id: string;
  readonly title: string;
  readonly kind: AssessmentKind;
  readonly task: string | null;
  readonly conditions: string | null;
  readonly successCriteria: readonly string[];
  readonly supervised: boolean;
  readonly supervision: string | null;
  readonly identityCheck: string | null;
  readonly evidence: string | null;
  readonly outcomeIds: readonly string[];
  /** Those of its rubric; none without one. */
  readonly criteria: readonly CriterionFacts[];
}

export interface CriterionFacts {
  readonly id: string;
  readonly title: string;
  readonly levels: readonly {
    readonly title: string;
    readonly points: number;
    readonly descriptor: string | null;
    readonly passing: boolean;
  }[];
}

export interface UnitFacts {
  readonly id: string;
  readonly title: string;
  readonly effortMinutes: number | null;
  readonly mode: UnitMode;
  readonly level: number | null;
  readonly languages: readonly string[];
  readonly imageUrl: string | null;
  readonly imageAlt: string | null;
  /** schema.org words; null: not stated. */
  readonly accessModes: readonly string[] | null;
  readonly accessibilityFeatures: readonly string[] | null;
  readonly accessibilityHazards: readonly string[] | null;
  readonly statesPrerequisites: boolean;
}

export interface ReviewFacts {
  /** Months between reviews; null: the badge has no review policy. */
  readonly intervalMonths: number | null;
  /** Finished reviews of any of its versions. */
  readonly reviews: number;
  /** Whether an employer took part in a review, helped to write it or endorses it. */
  readonly employerTookPart: boolean;
  readonly overdue: boolean;
}

export interface TagUse {
  readonly tag: string;
  readonly badges: number;
}

/** A stacked credential is earned by its parts and needs no outcome or assessment of its own. */
export const isStacked = ({ parts }: BadgeFacts): boolean => parts > 0;

/** The languages in which to read an outcome. */
export const languagesOf = (facts: BadgeFacts, { language }: OutcomeFacts): readonly string[] =>
  language === null ? facts.languages : [language];

/** Rules over outcomes or assessments: a badge without any fails them, unless it is earned by other badges. */
export const needed = (facts: BadgeFacts) => ({ emptyFails: !isStacked(facts) });

export type BadgePart =
  | 'OUTCOMES'
  | 'ASSESSMENT'
  | 'ALIGNMENT'
  | 'DESCRIPTION'
  | 'ACCESSIBILITY'
  | 'QUALITY_ASSURANCE';
