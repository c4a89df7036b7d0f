import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int } from '../../../platform/graph/types.ts';
import { VERSION_STATES } from '../catalog.records.ts';

const ids = z.array(id);
const optional = z.string().nullable();

const list = z.array(z.string());
const row = z.record(z.string(), z.unknown());

const versionParams = z.strictObject({
  id,
  says: z.strictObject({
    name: id,
    description: optional,
    criteria: optional,
    criteriaUrl: optional,
    achievementType: optional,
    humanCode: optional,
    fieldOfStudy: optional,
    specialization: optional,
    tags: list,
    languages: list,
    creditValue: int.nullable(),
    creditSystem: optional,
    otherIdentifiers: optional,
    validMonths: int.nullable(),
    renewal: optional,
    renewalText: optional,
    identityProofing: optional,
    imageUrl: optional,
    imageAlt: optional,
    imageDigest: optional,
    changeReason: optional,
  }),
  outcomeIds: ids,
  assessmentIds: ids,
  stackIds: ids,
});

export const badgeAuthoringStatements = {
  lockBadge: write('catalog/lock-badge', {
    params: { id },
    row: {
      id,
      issuerId: id,
      versions: z.array(z.strictObject({ id, number: z.number().int(), state: z.enum(VERSION_STATES) })),
    },
    returns: 'maybe',
  }),
  lockStacking: write('catalog/lock-stacking', { params: { now: instant }, row: { id }, returns: 'one' }),
  stackedWithin: read('catalog/stacked-within', {
    params: { badgeId: id, partIds: ids },
    row: { id },
    returns: 'many',
  }),
  withdrawnAmong: read('catalog/badges/withdrawn-among', {
    params: { ids },
    row: { id },
    returns: 'many',
  }),
  createBadge: write('catalog/create-badge', {
    params: { id, issuerId: id, version: versionParams },
    row: { id },
    returns: 'one',
  }),
  createVersion: write('catalog/create-badge-version', {
    params: { badgeId: id, number: int, version: versionParams },
    row: { id },
    returns: 'one',
  }),
  updateVersion: write('catalog/update-badge-version', {
    params: { version: versionParams },
    row: { id },
    returns: 'one',
  }),
  noteAuthor: write('catalog/note-author', { params: { id, actor: id }, row: {}, returns: 'none' }),
  publishingFacts: read('catalog/publishing-facts', {
    params: { id },
    row: {
      outcomes: z.number().int(),
      assessments: z.number().int(),
      partIds: ids,
      unpublished: ids,
      unassessed: ids,
    },
    returns: 'one',
  }),
  holdOutcomes: write('catalog/badges/hold-outcomes', { params: { id }, row: {}, returns: 'none' }),
  publishVersion: write('catalog/publish-badge-version', {
    params: { id, now: instant, definition: id },
    row: { id },
    returns: 'one',
  }),
  definitions: read('catalog/badge-definitions', {
    params: { ids, memberOf: ids },
    row: {
      id,
      published: optional,
      version: row,
      outcomes: z.array(z.strictObject({ outcome: row, alignments: z.array(row) })),
      assessments: z.array(
        z.strictObject({
          assessment: row,
          rubrics: z.array(
            z.strictObject({
              rubric: row,
              criteria: z.array(z.strictObject({ criterion: row, levels: z.array(row) })),
            }),
          ),
        }),
      ),
      badges: z.array(row),
    },
    returns: 'many',
  }),
};
