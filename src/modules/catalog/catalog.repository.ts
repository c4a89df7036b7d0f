import { z } from 'zod';
import { read } from '../../platform/graph/statement.ts';
import { id, instant, int } from '../../platform/graph/types.ts';
import {
  assessmentRecord,
  badgeRow,
  outcomeRecord,
  rubricRecord,
  unitRecord,
  versionRecord,
} from './catalog.records.ts';

const ids = z.array(id);
/** Organisations whose drafts the viewer may see. */
const memberOf = ids;
const total = z.number().int();

const badgeFilter = {
  organizationId: id.nullable(),
  nameContains: z.string().nullable(),
  skillUri: z.string().nullable(),
  stacked: z.boolean().nullable(),
};
const unitFilter = {
  organizationId: id.nullable(),
  titleContains: z.string().nullable(),
  skillUri: z.string().nullable(),
  language: z.string().nullable(),
  mode: z.string().nullable(),
  maxEffortMinutes: int.nullable(),
};
const childrenOf = { params: { ids }, returns: 'many' } as const;
/** `languages`: those in which to bring the labels of skills, as they are at `asOf`. */
const withLabels = { params: { ids, languages: ids, asOf: int }, returns: 'many' } as const;

export const catalogStatements = {
  knownSkills: read('catalog/known-skills', { params: { uris: ids }, row: { uri: id }, returns: 'many' }),
  badgesByIds: read('catalog/badges-by-ids', { params: { ids, memberOf }, row: badgeRow, returns: 'many' }),
  badgesByName: read('catalog/badges-by-name', {
    params: { ...badgeFilter, memberOf, afterName: z.string(), afterId: z.string(), limit: int },
    row: badgeRow,
    returns: 'many',
  }),
  badgesByNewest: read('catalog/badges-by-newest', {
    params: { ...badgeFilter, beforeAt: instant, afterId: z.string(), limit: int },
    row: badgeRow,
    returns: 'many',
  }),
  badgesCount: read('catalog/badges-count', {
    params: { ...badgeFilter, memberOf, publishedOnly: z.boolean() },
    row: { total },
    returns: 'one',
  }),
  versionsByIds: read('catalog/badge-versions-by-ids', {
    params: { ids, memberOf },
    row: { version: versionRecord },
    returns: 'many',
  }),
  versionsOfBadges: read('catalog/badge-versions-of-badges', {
    params: { ids, memberOf },
    row: { parentId: id, version: versionRecord },
    returns: 'many',
  }),
  partsOfVersions: read('catalog/parts-of-versions', {
    params: { ids, memberOf },
    row: { parentId: id, ...badgeRow },
    returns: 'many',
  }),
  outcomesByIds: read('catalog/outcomes-by-ids', { ...childrenOf, row: { outcome: outcomeRecord } }),
  outcomesOfVersions: read('catalog/outcomes-of-versions', {
    ...withLabels,
    row: { parentId: id, outcome: outcomeRecord },
  }),
  outcomesOfUnits: read('catalog/outcomes-of-units', {
    ...withLabels,
    row: { parentId: id, outcome: outcomeRecord },
  }),
  outcomesOfAssessments: read('catalog/outcomes-of-assessments', {
    ...withLabels,
    row: { parentId: id, outcome: outcomeRecord },
  }),
  assessmentsByIds: read('catalog/assessments-by-ids', {
    ...childrenOf,
    row: { assessment: assessmentRecord },
  }),
  assessmentsOfVersions: read('catalog/assessments-of-versions', {
    ...childrenOf,
    row: { parentId: id, assessment: assessmentRecord },
  }),
  assessmentsOfUnits: read('catalog/assessments-of-units', {
    ...childrenOf,
    row: { parentId: id, assessment: assessmentRecord },
  }),
  rubricsOfAssessments: read('catalog/rubrics-of-assessments', {
    ...childrenOf,
    row: { assessmentId: id, rubric: rubricRecord },
  }),
  unitsByIds: read('catalog/units-by-ids', { ...childrenOf, row: { unit: unitRecord } }),
  unitsByTitle: read('catalog/units-by-title', {
    params: { ...unitFilter, afterTitle: z.string(), afterId: z.string(), limit: int },
    row: { unit: unitRecord },
    returns: 'many',
  }),
  unitsByEffort: read('catalog/units-by-effort', {
    params: { ...unitFilter, afterMinutes: int, afterId: z.string(), limit: int },
    row: { unit: unitRecord },
    returns: 'many',
  }),
  unitsCount: read('catalog/units-count', { params: unitFilter, row: { total }, returns: 'one' }),
  prerequisitesOfUnits: read('catalog/prerequisites-of-units', {
    params: { ids, memberOf },
    row: { parentId: id, ...badgeRow },
    returns: 'many',
  }),
  badgesOfUnits: read('catalog/badges-of-units', { ...childrenOf, row: { parentId: id, ...badgeRow } }),
};
