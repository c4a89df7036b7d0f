import { z } from 'zod';
import { read } from '../../../platform/graph/statement.ts';
import { id, instant, int } from '../../../platform/graph/types.ts';
import { ALIGNMENT_RELATIONS, ASSESSMENT_KINDS, UNIT_MODES } from '../catalog.records.ts';
import { BLOOM_LEVELS } from './facts.ts';

const ids = z.array(id);
const text = z.string().nullable();
const texts = z.array(z.string());
const whole = z.number().int();

const version = z.strictObject({
  versionId: id,
  badgeId: id,
  name: z.string(),
  description: text,
  criteria: text,
  achievementType: text,
  tags: texts,
  publishedTags: texts,
  creditValue: whole.nullable(),
  creditSystem: text,
  validMonths: whole.nullable(),
  renewal: text,
  languages: texts,
  imageUrl: text,
  imageAlt: text,
  parts: whole,
  issuer: z.strictObject({ id, name: z.string(), url: text, regions: texts }),
});

const review = z.strictObject({
  intervalMonths: whole.nullable(),
  reviews: whole,
  employerTookPart: z.boolean(),
  overdue: z.boolean(),
});

const outcome = z.strictObject({
  id,
  language: text,
  statement: z.string(),
  verb: text,
  conditions: text,
  constraints: text,
  bloom: z.enum(BLOOM_LEVELS).nullable(),
  tools: texts,
  successCriteria: texts,
  alignments: z.array(
    z.strictObject({
      skillUri: id,
      level: whole.nullable(),
      relation: z.enum(ALIGNMENT_RELATIONS),
      reviewState: text,
    }),
  ),
});

const level = z.strictObject({ title: z.string(), points: whole, descriptor: text, passing: z.boolean() });

const assessment = z.strictObject({
  id,
  title: z.string(),
  kind: z.enum(ASSESSMENT_KINDS),
  task: text,
  conditions: text,
  supervised: z.boolean(),
  supervision: text,
  identityCheck: text,
  evidence: text,
  successCriteria: texts,
  outcomeIds: ids,
  criteria: z.array(z.strictObject({ id, title: z.string(), levels: z.array(level) })),
});

const unit = z.strictObject({
  id,
  title: z.string(),
  effortMinutes: whole.nullable(),
  mode: z.enum(UNIT_MODES),
  level: whole.nullable(),
  languages: texts,
  imageUrl: text,
  imageAlt: text,
  accessModes: texts.nullable(),
  accessibilityFeatures: texts.nullable(),
  accessibilityHazards: texts.nullable(),
  statesPrerequisites: z.boolean(),
});

export const lintStatements = {
  versionFacts: read('catalog/lint/version-facts', { params: { ids }, row: { version }, returns: 'many' }),
  reviewFacts: read('catalog/lint/review-facts', {
    params: { ids, now: instant },
    row: { parentId: id, review },
    returns: 'many',
  }),
  outcomeFacts: read('catalog/lint/outcome-facts', {
    params: { ids },
    row: { parentId: id, outcome },
    returns: 'many',
  }),
  assessmentFacts: read('catalog/lint/assessment-facts', {
    params: { ids },
    row: { parentId: id, assessment },
    returns: 'many',
  }),
  unitFacts: read('catalog/lint/unit-facts', {
    params: { ids },
    row: { parentId: id, unit },
    returns: 'many',
  }),
  skillFacts: read('catalog/lint/skill-facts', {
    params: { uris: ids, groups: ids, asOf: int },
    row: {
      uri: id,
      frameworkName: text,
      current: z.boolean(),
      label: text,
      replacedBy: z.array(z.strictObject({ uri: id, label: text })),
      groups: ids,
    },
    returns: 'many',
  }),
  tagsOfIssuers: read('catalog/lint/tags-of-issuers', {
    params: { ids },
    row: { issuerId: id, tag: z.string(), badges: whole },
    returns: 'many',
  }),
  similarVersions: read('catalog/lint/similar-versions', {
    params: { id, limit: int },
    row: { id, likeness: whole },
    returns: 'many',
  }),
  alignmentReach: read('catalog/lint/alignment-reach', {
    params: { id, asOf: int },
    row: {
      unitLevel: whole.nullable(),
      assessed: z.boolean(),
      outcomeId: id,
      skillUri: id,
      level: whole.nullable(),
      relation: z.enum(ALIGNMENT_RELATIONS),
      current: z.boolean(),
      mapped: z.array(z.strictObject({ uri: id, relation: z.string(), reviewState: z.string() })),
      successors: ids,
    },
    returns: 'many',
  }),
  rolesAsking: read('catalog/lint/roles-asking', {
    params: { uris: ids },
    row: { roleProfileId: id, skillUri: id, level: whole.nullable(), evidence: z.string() },
    returns: 'many',
  }),
  versionsToLint: read('catalog/lint/versions-to-lint', {
    params: { afterId: z.string(), organizationId: id.nullable(), limit: int },
    row: { id },
    returns: 'many',
  }),
};
