import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant } from '../../../platform/graph/types.ts';

const ids = z.array(id);
const text = z.string().nullable();
const texts = z
  .array(z.string())
  .nullable()
  .transform((value) => value ?? []);

export const exchangeStatements = {
  thingsOfOrganization: read('catalog/exchange/things-of-organization', {
    params: { organizationId: id },
    row: {
      id,
      sourceUri: text,
      part: z.enum(['badges', 'outcomes', 'assessments', 'units']),
      published: z.boolean(),
    },
    returns: 'many',
  }),
  noteSources: write('catalog/exchange/note-sources', {
    /** URIs by the ids of the things. */
    params: { organizationId: id, sources: z.record(id, id), now: instant },
    row: {},
    returns: 'none',
  }),
  outcomeTexts: read('catalog/exchange/outcome-texts', {
    params: { ids },
    row: {
      parentId: id,
      translation: z.strictObject({
        language: z.string(),
        statement: z.string(),
        conditions: text,
        tools: texts,
        constraints: text,
        successCriteria: texts,
      }),
    },
    returns: 'many',
  }),
  knownTargets: read('catalog/exchange/known-targets', {
    params: { badgeIds: ids, memberOf: ids, occupationUris: ids },
    row: { badgeIds: ids, occupationUris: ids },
    returns: 'one',
  }),
  importedFramework: read('catalog/exchange/imported-framework', {
    params: { id },
    row: {
      ownerId: id.nullable(),
      versions: z.array(z.strictObject({ id, version: id, ordinal: z.number(), sourceDigest: text })),
    },
    returns: 'maybe',
  }),
  conceptsElsewhere: read('catalog/exchange/concepts-elsewhere', {
    params: { uris: ids, framework: id },
    row: { uri: id, framework: id },
    returns: 'many',
  }),
  noteFramework: write('catalog/exchange/note-framework', {
    params: { organizationId: id, id, versionId: id, uri: id, digest: id },
    row: {},
    returns: 'none',
  }),
};
