import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int, rows } from '../../../platform/graph/types.ts';
import { relations } from './crosswalk.ts';
import { kinds, reuseLevels, skillTypes } from './release.ts';

const ids = z.array(id);
const labels = z.array(z.string());
const kind = z.enum(kinds);
const attributes = {
  code: z.string().nullable(),
  skillType: z.enum(skillTypes).nullable(),
  reuseLevel: z.enum(reuseLevels).nullable(),
};
const held = { since: z.number(), until: z.number() };
const words = { label: z.string(), alternatives: labels, hidden: labels, description: z.string().nullable() };
const numbers = z.array(z.number().nullable());
const flags = z.array(z.boolean().nullable());

const edges = <V extends z.ZodType>(file: string, values: V) =>
  read(`taxonomy/import/${file}`, {
    params: { uris: ids, version: int },
    row: { id, from: id, to: id, variant: z.string(), values, ...held },
    returns: 'many',
  });

const writeEdges = <S extends z.ZodRawShape>(file: string, shape: S) =>
  write(`taxonomy/import/${file}`, {
    params: { rows: rows({ from: id, edges: rows({ to: id, until: int, ...shape }) }), version: int },
    row: {},
    returns: 'none',
  });

const writes = <P extends z.ZodRawShape>(file: string, params: P) =>
  write(`taxonomy/import/${file}`, { params, row: {}, returns: 'none' });

export const taxonomyImportStatements = {
  versions: read('taxonomy/import/versions', {
    params: { framework: id },
    row: {
      version: id,
      ordinal: z.number(),
      complete: z.boolean(),
      imported: z.boolean(),
      counts: z.string().nullable(),
    },
    returns: 'many',
  }),
  begin: writes('begin', {
    framework: id,
    name: id,
    publisher: id,
    url: id,
    licence: id,
    attribution: id,
    id,
    version: id,
    ordinal: int,
    complete: z.boolean(),
  }),
  finish: writes('finish', { id, now: instant, counts: id, scales: id.nullable() }),

  concepts: read('taxonomy/import/concepts', {
    params: { framework: id, after: z.string(), limit: int },
    row: { uri: id, kind, ...attributes, jobZone: z.number().nullable(), ...held, gaps: z.array(z.number()) },
    returns: 'many',
  }),
  knownConcepts: read('taxonomy/import/known-concepts', {
    params: { uris: ids },
    row: { uri: id },
    returns: 'many',
  }),
  writeConcepts: writes('write-concepts', {
    framework: id,
    rows: rows({
      uri: id,
      kind,
      ...attributes,
      jobZone: int.nullable(),
      since: int,
      until: int,
      gaps: z.array(int),
    }),
  }),
  closeConcepts: writes('close-concepts', { uris: ids, version: int }),
  writeSuccessors: write('taxonomy/import/write-successors', {
    params: { rows: rows({ from: id, to: id }), version: int },
    row: { written: z.number() },
    returns: 'one',
  }),

  texts: read('taxonomy/import/texts', {
    params: { uris: ids, language: id, version: int },
    row: { uri: id, key: id, kind: kind.nullable(), ...words, ...held },
    returns: 'many',
  }),
  writeTexts: writes('write-texts', {
    framework: id,
    language: id,
    indexLabel: id,
    rows: rows({ uri: id, key: id, kind, ...words, since: int, until: int }),
  }),
  closeTexts: writes('close-texts', { keys: ids, version: int }),
  widenTexts: writes('widen-texts', { rows: rows({ key: id, newKey: id }), version: int }),

  broader: edges('broader', numbers),
  needs: edges('needs', z.array(z.union([z.number(), z.boolean()]).nullable())),
  occupationTasks: edges('occupation-tasks', numbers),
  occupationTechnologies: edges('occupation-technologies', flags),
  writeBroader: writeEdges('write-broader', {}),
  writeNeeds: writeEdges('write-needs', { variant: z.enum(['ESSENTIAL', 'OPTIONAL']) }),
  writeRatings: writeEdges('write-ratings', {
    importance: z.number().nullable(),
    level: z.number().nullable(),
    importanceSuppressed: z.boolean().nullable(),
    levelSuppressed: z.boolean().nullable(),
    notRelevant: z.boolean().nullable(),
  }),
  writeLevels: writeEdges('write-levels', { level: z.number().nullable() }),
  writeOccupationTasks: writeEdges('write-occupation-tasks', {}),
  writeOccupationTechnologies: writeEdges('write-occupation-technologies', {
    variant: id,
    hot: z.boolean().nullable(),
    inDemand: z.boolean().nullable(),
  }),
  closeEdges: writes('close-edges', { ids, version: int }),
  widenEdges: writes('widen-edges', { ids, version: int }),

  tasks: read('taxonomy/import/tasks', {
    params: { ids },
    row: { id, statement: z.string(), type: z.string().nullable() },
    returns: 'many',
  }),
  writeTasks: writes('write-tasks', { rows: rows({ id, statement: id, type: z.string().nullable() }) }),
  technologies: read('taxonomy/import/technologies', {
    params: { codes: ids },
    row: { code: id, title: z.string() },
    returns: 'many',
  }),
  writeTechnologies: writes('write-technologies', { rows: rows({ code: id, title: id }) }),

  mappings: read('taxonomy/import/mappings', {
    params: { ids },
    row: { id, relation: z.enum(relations), author: z.string().nullable(), vintage: z.string().nullable() },
    returns: 'many',
  }),
  writeMappings: writes('write-mappings', {
    source: id,
    author: id,
    vintage: id.nullable(),
    rows: rows({ id, from: id, to: id, relation: z.enum(relations) }),
  }),
};
