import { z } from 'zod';
import { dateTime, id } from '../../platform/graph/types.ts';
import { DEFAULT_LANGUAGE } from '../taxonomy/language.ts';
import { conceptRecord, REVIEW_STATES, TODAY } from '../taxonomy/taxonomy.records.ts';
import { versionSays } from './badges/badge-version.fields.ts';
import { storedPrerequisite } from './units/prerequisites.ts';

/** How an outcome's skill stands to the skill of a taxonomy it is aligned to. */
export const ALIGNMENT_RELATIONS = ['EXACT', 'CLOSE', 'NARROW', 'BROAD', 'RELATED'] as const;
/** Where a claim of alignment comes from. */
export const ALIGNMENT_SOURCES = ['STATED', 'SUGGESTED', 'MAPPED', 'IMPORTED'] as const;

/** Kinds of thinking, the simplest first: Bloom's taxonomy as revised by Anderson and Krathwohl (2001). */
export const BLOOM_LEVELS = ['REMEMBER', 'UNDERSTAND', 'APPLY', 'ANALYSE', 'EVALUATE', 'CREATE'] as const;
export const VERSION_STATES = ['DRAFT', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN'] as const;
export const UNIT_MODES = ['ASYNCHRONOUS', 'LIVE', 'BLENDED', 'WORKPLACE'] as const;
export const ASSESSMENT_KINDS = [
  'PROJECT',
  'DEMONSTRATION',
  'SIMULATION',
  'WORKPLACE_ARTEFACT',
  'SCENARIO',
  'PORTFOLIO',
  'INTERVIEW',
  'EXAM',
  'QUIZ',
] as const;
/** How it is made sure who it is that shows something; each is stronger than the one before. */
export const IDENTITY_CHECKS = ['NONE', 'ACCOUNT', 'DOCUMENT', 'IN_PERSON'] as const;

const text = z.string().nullable();
const whole = z.number().int();
/** A list that what was written before it existed has not. */
const texts = z
  .array(z.string())
  .nullable()
  .transform((value) => value ?? []);

export const versionRecord = z.strictObject({
  id,
  badgeId: id,
  number: whole,
  state: z.enum(VERSION_STATES),
  publishedAt: dateTime.nullable(),
  withdrawnAt: dateTime.nullable(),
  withdrawnReason: text,
  ...versionSays,
});

/** A badge with the version that is awarded now; null while none was published. */
export const badgeRow = { id, name: z.string(), issuerId: id, current: versionRecord.nullable() };
export const badgeRecord = z.strictObject(badgeRow);

const list = z
  .array(z.string())
  .nullable()
  .transform((value) => value ?? []);

/** An alignment comes with its skill, so that a list of outcomes needs no further statement for them. */
export const alignmentRecord = z
  .strictObject({
    outcomeId: id,
    level: whole.nullable(),
    relation: z.enum(ALIGNMENT_RELATIONS),
    source: z.enum(ALIGNMENT_SOURCES).nullable(),
    /** How sure its author is, 0 to 100. */
    confidence: whole.nullable(),
    reason: text,
    /** Who claims it and who reviewed it, as audit events name them. */
    author: text,
    createdAt: dateTime.nullable(),
    reviewState: z
      .enum(REVIEW_STATES)
      .nullable()
      .transform((state) => state ?? 'PROPOSED'),
    reviewer: text,
    reviewerOrganizationId: text,
    reviewedAt: dateTime.nullable(),
    reviewNote: text,
    skill: conceptRecord
      .omit({ kind: true, jobZone: true })
      .extend({ labels: z.array(z.tuple([z.string(), z.string()])) }),
  })
  .transform(({ skill, ...claim }) => ({
    ...claim,
    skillUri: skill.uri,
    skill: { ...skill, kind: 'Skill' as const, jobZone: null, asOf: TODAY },
  }));

export const outcomeRecord = z.strictObject({
  id,
  ownerId: id,
  statement: z.string(),
  verb: text,
  object: text,
  bloom: z.enum(BLOOM_LEVELS).nullable(),
  conditions: text,
  tools: list,
  constraints: text,
  successCriteria: list,
  textLanguage: z
    .string()
    .nullable()
    .transform((tag) => tag ?? DEFAULT_LANGUAGE),
  alignments: z.array(alignmentRecord),
});

export const assessmentRecord = z.strictObject({
  id,
  ownerId: id,
  title: z.string(),
  kind: z.enum(ASSESSMENT_KINDS),
  task: text,
  conditions: text,
  tools: texts,
  constraints: text,
  successCriteria: texts,
  evidence: text,
  supervised: z
    .boolean()
    .nullable()
    .transform((value) => value ?? false),
  supervision: text,
  identityCheck: z.enum(IDENTITY_CHECKS).nullable(),
  attempts: whole.nullable(),
  retakeWaitDays: whole.nullable(),
  retakeChange: text,
  assessors: whole.nullable().transform((value) => value ?? 1),
  doubleMarkPercent: whole.nullable().transform((value) => value ?? 0),
  broughtById: id.nullable(),
  followsId: id.nullable(),
});

export const levelRecord = z.strictObject({
  id,
  title: z.string(),
  points: whole,
  descriptor: text,
  position: whole,
  passing: z
    .boolean()
    .nullable()
    .transform((value) => value ?? false),
});

export const criterionRecord = z.strictObject({
  id,
  title: z.string(),
  position: whole,
  levels: z.array(levelRecord),
});

export const rubricRecord = z.strictObject({
  id,
  title: text,
  version: whole.nullable().transform((value) => value ?? 1),
  criteria: z.array(criterionRecord),
});

/** Null: nothing was said about it, which an empty list would. */
const stated = z.array(z.string()).nullable();

export const unitRecord = z.strictObject({
  id,
  providerId: id,
  title: z.string(),
  summary: text,
  description: text,
  /** The language of title, summary and description. */
  textLanguage: z
    .string()
    .nullable()
    .transform((tag) => tag ?? DEFAULT_LANGUAGE),
  effortMinutes: whole,
  priceCents: whole.nullable(),
  currency: text,
  mode: z.enum(UNIT_MODES),
  languages: list,
  level: whole.nullable(),
  licence: text,
  imageUrl: text,
  imageAlt: text,
  prerequisites: storedPrerequisite,
  accessModes: stated,
  accessibilityFeatures: stated,
  accessibilityHazards: stated,
  accessibilityControls: stated,
  accessibilitySummary: text,
});

export type VersionState = (typeof VERSION_STATES)[number];
export type UnitMode = (typeof UNIT_MODES)[number];
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];
export type AlignmentSource = (typeof ALIGNMENT_SOURCES)[number];
export type BloomLevel = (typeof BLOOM_LEVELS)[number];
export type AlignmentRelation = (typeof ALIGNMENT_RELATIONS)[number];
export type BadgeRecord = z.output<typeof badgeRecord>;
export type VersionRecord = z.output<typeof versionRecord>;
export type AlignmentRecord = z.output<typeof alignmentRecord>;
export type OutcomeRecord = z.output<typeof outcomeRecord>;
export type AssessmentRecord = z.output<typeof assessmentRecord>;
export type LevelRecord = z.output<typeof levelRecord>;
export type CriterionRecord = z.output<typeof criterionRecord>;
export type RubricRecord = z.output<typeof rubricRecord>;
export type UnitRecord = z.output<typeof unitRecord>;
