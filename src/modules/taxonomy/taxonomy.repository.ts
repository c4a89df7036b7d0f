import { z } from 'zod';
import { read } from '../../platform/graph/statement.ts';
import { id, int } from '../../platform/graph/types.ts';
import {
  CONCEPT_KINDS,
  conceptRecord,
  frameworkRow,
  mappingRecord,
  NEED_RELATIONS,
  needRecord,
  taskRecord,
  technologyRecord,
  textRecord,
} from './taxonomy.records.ts';

const uris = z.array(id);
const asOf = int;
const text = z.string().nullable();
const total = z.number().int();
const kind = z.enum(CONCEPT_KINDS);
const parentUri = id;
const atVersion = { uris, asOf };
const needFilter = { ...atVersion, relation: z.enum(NEED_RELATIONS).nullable() };
const needPage = {
  ...needFilter,
  language: id,
  afterRank: z.number(),
  afterLabel: z.string(),
  afterTie: z.string(),
  limit: int,
};
const needRow = {
  parentUri,
  rank: z.number(),
  label: z.string(),
  tie: z.string(),
  need: needRecord,
  concept: conceptRecord,
};
const filter = {
  kind,
  language: id,
  asOf,
  framework: text,
  skillType: text,
  reuseLevel: text,
  jobZone: int.nullable(),
  broader: text,
};
const listRow = { label: z.string(), concept: conceptRecord };

export const taxonomyStatements = {
  frameworks: read('taxonomy/frameworks', { params: {}, row: frameworkRow, returns: 'many' }),
  conceptsByUris: read('taxonomy/concepts-by-uris', {
    params: atVersion,
    row: { held: z.boolean(), concept: conceptRecord },
    returns: 'many',
  }),
  conceptByCode: read('taxonomy/concept-by-code', {
    params: { framework: id, code: id },
    row: { uri: id },
    returns: 'maybe',
  }),
  textsOfConcepts: read('taxonomy/texts-of-concepts', {
    params: { ...atVersion, languages: z.array(id) },
    row: { parentUri, text: textRecord },
    returns: 'many',
  }),
  allTextsOfConcepts: read('taxonomy/all-texts-of-concepts', {
    params: atVersion,
    row: { parentUri, text: textRecord },
    returns: 'many',
  }),
  broaderOfConcepts: read('taxonomy/broader-of-concepts', {
    params: atVersion,
    row: { parentUri, concept: conceptRecord },
    returns: 'many',
  }),
  narrowerOfConcepts: read('taxonomy/narrower-of-concepts', {
    params: { ...atVersion, language: id, afterLabel: z.string(), afterUri: z.string(), limit: int },
    row: { parentUri, ...listRow },
    returns: 'many',
  }),
  narrowerCounts: read('taxonomy/narrower-counts', {
    params: atVersion,
    row: { parentUri, total },
    returns: 'many',
  }),
  ancestorsOfConcepts: read('taxonomy/ancestors-of-concepts', {
    params: atVersion,
    row: { parentUri, distance: z.number().int(), concept: conceptRecord },
    returns: 'many',
  }),
  pathsOfConcepts: read('taxonomy/paths-of-concepts', {
    params: atVersion,
    row: { parentUri, uris },
    returns: 'many',
  }),
  needsOfConcepts: read('taxonomy/needs-of-concepts', { params: needPage, row: needRow, returns: 'many' }),
  needsCounts: read('taxonomy/needs-counts', {
    params: needFilter,
    row: { parentUri, total },
    returns: 'many',
  }),
  neededByConcepts: read('taxonomy/needed-by-concepts', {
    params: { ...needPage, kind },
    row: needRow,
    returns: 'many',
  }),
  neededByCounts: read('taxonomy/needed-by-counts', {
    params: { ...needFilter, kind },
    row: { parentUri, total },
    returns: 'many',
  }),
  tasksOfOccupations: read('taxonomy/tasks-of-occupations', {
    params: atVersion,
    row: { parentUri, task: taskRecord },
    returns: 'many',
  }),
  technologiesOfOccupations: read('taxonomy/technologies-of-occupations', {
    params: atVersion,
    row: { parentUri, technology: technologyRecord },
    returns: 'many',
  }),
  mappingsOfConcepts: read('taxonomy/mappings-of-concepts', {
    params: { uris },
    row: { parentUri, uri: id, framework: id, mapping: mappingRecord },
    returns: 'many',
  }),
  successorsOfConcepts: read('taxonomy/successors-of-concepts', {
    params: { uris },
    row: { parentUri, uri: id },
    returns: 'many',
  }),
  predecessorsOfConcepts: read('taxonomy/predecessors-of-concepts', {
    params: { uris },
    row: { parentUri, uri: id },
    returns: 'many',
  }),
  conceptsByLabel: read('taxonomy/concepts-by-label', {
    params: { ...filter, afterLabel: z.string(), afterUri: z.string(), limit: int },
    row: listRow,
    returns: 'many',
  }),
  conceptsByLabelDescending: read('taxonomy/concepts-by-label-descending', {
    params: { ...filter, beforeLabel: text, afterUri: z.string(), limit: int },
    row: listRow,
    returns: 'many',
  }),
  conceptsByCode: read('taxonomy/concepts-by-code', {
    params: { ...filter, afterCode: z.string(), afterUri: z.string(), limit: int },
    row: listRow,
    returns: 'many',
  }),
  conceptsCount: read('taxonomy/concepts-count', { params: filter, row: { total }, returns: 'one' }),
};
