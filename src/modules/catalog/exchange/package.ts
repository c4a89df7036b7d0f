import { z } from 'zod';
import { IDENTITY_LEVELS, RENEWALS } from '../badges/badge-version.fields.ts';
import {
  ALIGNMENT_RELATIONS,
  ASSESSMENT_KINDS,
  BLOOM_LEVELS,
  IDENTITY_CHECKS,
  UNIT_MODES,
} from '../catalog.records.ts';

/*
 * The catalogue as plain data, in the words of the graph page: what every format is written from and read into. Things name each other by
 * URI. Null and the empty list mean "not stated". Texts are trimmed and never empty.
 */

const text = z.string().nullable();
const texts = z.array(z.string());
const whole = z.number().int().nullable();
const uri = z.string();

export const badgeShape = z.strictObject({
  uri,
  name: z.string(),
  description: text,
  criteria: text,
  criteriaUrl: text,
  /** A word of Open Badges 3.0, such as MicroCredential. */
  achievementType: text,
  humanCode: text,
  fieldOfStudy: text,
  specialization: text,
  otherIdentifiers: z.array(z.strictObject({ identifier: z.string(), type: z.string() })),
  tags: texts,
  /** Hundredths. */
  creditValue: whole,
  creditSystem: text,
  validMonths: whole,
  renewal: z.enum(RENEWALS).nullable(),
  renewalText: text,
  /** The least assurance level with which it must be known who somebody is. */
  identityProofing: z.enum(IDENTITY_LEVELS).nullable(),
  languages: texts,
  imageUrl: text,
  imageAlt: text,
  /** SHA-256 of the image, hexadecimal. */
  imageDigest: text,
  outcomes: texts,
  assessments: texts,
  /** Badges that together earn this one. */
  parts: texts,
});

export const alignmentShape = z.strictObject({
  skillUri: uri,
  level: whole,
  relation: z.enum(ALIGNMENT_RELATIONS),
  /** How sure its author is, 0 to 100. */
  confidence: whole,
  reason: text,
});

export const outcomeShape = z.strictObject({
  uri,
  statement: z.string(),
  verb: text,
  object: text,
  bloom: z.enum(BLOOM_LEVELS).nullable(),
  conditions: text,
  tools: texts,
  constraints: text,
  successCriteria: texts,
  textLanguage: text,
  translations: z.array(
    z.strictObject({
      language: z.string(),
      statement: z.string(),
      conditions: text,
      tools: texts,
      constraints: text,
      successCriteria: texts,
    }),
  ),
  /** In order of `skillUri`. */
  alignments: z.array(alignmentShape),
});

export const rubricShape = z.strictObject({
  title: text,
  criteria: z.array(
    z.strictObject({
      title: z.string(),
      levels: z.array(
        z.strictObject({
          title: z.string(),
          points: z.number().int(),
          descriptor: text,
          passing: z.boolean(),
        }),
      ),
    }),
  ),
});

export const assessmentShape = z.strictObject({
  uri,
  title: z.string(),
  kind: z.enum(ASSESSMENT_KINDS).nullable(),
  task: text,
  conditions: text,
  tools: texts,
  constraints: text,
  successCriteria: texts,
  supervised: z.boolean(),
  supervision: text,
  identityCheck: z.enum(IDENTITY_CHECKS).nullable(),
  attempts: whole,
  retakeWaitDays: whole,
  retakeChange: text,
  evidence: text,
  assessors: whole,
  doubleMarkPercent: whole,
  rubric: rubricShape.nullable(),
  outcomes: texts,
});

/** What a learning unit asks for before: all, any or some number of what is below; an outcome, a badge, or a skill at a level. */
export type PackagePrerequisite =
  | { readonly op: 'all' | 'any'; readonly of: readonly PackagePrerequisite[] }
  | { readonly op: 'some'; readonly n: number; readonly of: readonly PackagePrerequisite[] }
  | { readonly op: 'outcome' | 'badge'; readonly uri: string }
  | { readonly op: 'skill'; readonly uri: string; readonly level: number };

const prerequisite: z.ZodType<PackagePrerequisite> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.enum(['all', 'any']), of: z.array(prerequisite) }),
    z.strictObject({ op: z.literal('some'), n: z.number().int(), of: z.array(prerequisite) }),
    z.strictObject({ op: z.enum(['outcome', 'badge']), uri }),
    z.strictObject({ op: z.literal('skill'), uri, level: z.number().int() }),
  ]),
);

/** Null: nothing was said about it, which an empty list would. */
const stated = texts.nullable();

export const unitShape = z.strictObject({
  uri,
  title: z.string(),
  summary: text,
  description: text,
  textLanguage: text,
  translations: z.array(
    z.strictObject({
      language: z.string(),
      title: z.string(),
      summary: text,
      description: text,
      imageAlt: text,
      accessibilitySummary: text,
    }),
  ),
  effortMinutes: whole,
  priceCents: whole,
  currency: text,
  mode: z.enum(UNIT_MODES).nullable(),
  languages: texts,
  level: whole,
  licence: text,
  imageUrl: text,
  imageAlt: text,
  accessModes: stated,
  accessibilityFeatures: stated,
  accessibilityHazards: stated,
  accessibilityControls: stated,
  accessibilitySummary: text,
  sessions: z.array(
    z.strictObject({
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      place: text,
      online: z.boolean(),
      seats: whole,
    }),
  ),
  prerequisites: prerequisite.nullable(),
  targetOccupations: texts,
  outcomes: texts,
  assessments: texts,
});

export const conceptShape = z.strictObject({
  uri,
  code: text,
  skillType: z.enum(['SKILL', 'KNOWLEDGE']).nullable(),
  broader: texts,
  /** One a language, in order of language. */
  texts: z.array(z.strictObject({ language: z.string(), label: z.string(), description: text })),
});

export const frameworkShape = z.strictObject({
  uri,
  name: z.string(),
  publisher: text,
  url: text,
  licence: text,
  /** As the publisher writes it; a day stands for the version of that day. */
  version: text,
  concepts: z.array(conceptShape),
});

export type PackageBadge = z.infer<typeof badgeShape>;
export type PackageOutcome = z.infer<typeof outcomeShape>;
export type PackageAlignment = z.infer<typeof alignmentShape>;
export type PackageRubric = z.infer<typeof rubricShape>;
export type PackageAssessment = z.infer<typeof assessmentShape>;
export type PackageUnit = z.infer<typeof unitShape>;
export type PackageConcept = z.infer<typeof conceptShape>;
export type PackageFramework = z.infer<typeof frameworkShape>;

export interface CataloguePackage {
  readonly badges: readonly PackageBadge[];
  readonly outcomes: readonly PackageOutcome[];
  readonly assessments: readonly PackageAssessment[];
  readonly units: readonly PackageUnit[];
  readonly frameworks: readonly PackageFramework[];
}

/** The things of a package, in the order in which they are written: what others refer to comes first. */
export const PARTS = ['frameworks', 'outcomes', 'assessments', 'badges', 'units'] as const;
export type Part = (typeof PARTS)[number];

export const SHAPES = {
  badges: badgeShape,
  outcomes: outcomeShape,
  assessments: assessmentShape,
  units: unitShape,
  frameworks: frameworkShape,
} as const;

/** What a field says when nothing is stated. */
export const emptyOf = (schema: z.ZodType): unknown => {
  if (schema instanceof z.ZodArray) return [];
  if (schema instanceof z.ZodBoolean) return false;
  return null;
};

/** A thing of which nothing is stated but what is given. */
function blank<T>(shape: z.ZodObject, given: Partial<T>): T {
  const fields = Object.entries(shape.shape).map(([name, schema]) => [name, emptyOf(schema as z.ZodType)]);
  return { ...Object.fromEntries(fields), ...given } as T;
}

type Named<T, K extends keyof T> = Partial<T> & Pick<T, K>;
export const newBadge = (given: Named<PackageBadge, 'uri' | 'name'>) =>
  blank<PackageBadge>(badgeShape, given);
export const newOutcome = (given: Named<PackageOutcome, 'uri' | 'statement'>) =>
  blank<PackageOutcome>(outcomeShape, given);
export const newAssessment = (given: Named<PackageAssessment, 'uri' | 'title'>) =>
  blank<PackageAssessment>(assessmentShape, given);
export const newUnit = (given: Named<PackageUnit, 'uri' | 'title'>) => blank<PackageUnit>(unitShape, given);
export const newAlignment = (skillUri: string): PackageAlignment => ({
  skillUri,
  level: null,
  relation: 'EXACT',
  confidence: null,
  reason: null,
});

/** The rule that asks for every one of some badges; null for none. */
export const allOfBadges = (uris: readonly string[]): PackagePrerequisite | null => {
  const badges = uris.map((uri) => ({ op: 'badge' as const, uri }));
  return badges.length > 1 ? { op: 'all', of: badges } : (badges[0] ?? null);
};

/** The badges of a rule that asks for every one of them and for nothing else; null for any other rule. */
export function badgesOfAll(rule: PackagePrerequisite | null): string[] | null {
  const parts = rule === null ? [] : rule.op === 'all' && rule.of.length > 1 ? rule.of : [rule];
  const uris = parts.flatMap((part) => (part.op === 'badge' ? [part.uri] : []));
  return uris.length === parts.length && new Set(uris).size === uris.length ? uris : null;
}

export const newFramework = (given: Named<PackageFramework, 'uri' | 'name'>) =>
  blank<PackageFramework>(frameworkShape, given);

/** Whether a field of a thing says anything. */
export const saysNothing = (part: Part, field: string, value: unknown): boolean => {
  const empty = emptyOf((SHAPES[part].shape as Readonly<Record<string, z.ZodType>>)[field] ?? z.string());
  return value === empty || (Array.isArray(value) && Array.isArray(empty) && value.length === 0);
};
