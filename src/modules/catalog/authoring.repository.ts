import { z } from 'zod';
import { read, write } from '../../platform/graph/statement.ts';
import { id, instant, int, rows } from '../../platform/graph/types.ts';
import { VERSION_STATES } from './catalog.records.ts';

const ids = z.array(id);
const optional = z.string().nullable();

const versionParams = z.strictObject({
  id,
  name: id,
  description: optional,
  criteria: optional,
  validMonths: int.nullable(),
  imageUrl: optional,
  imageAlt: optional,
  outcomeIds: ids,
  assessmentIds: ids,
  stackIds: ids,
});

export const authoringStatements = {
  knownSkills: read('catalog/known-skills', {
    params: { uris: ids },
    row: { uri: id },
    returns: 'many',
  }),
  createUnit: write('catalog/create-unit', {
    params: {
      id,
      providerId: id,
      title: id,
      summary: optional,
      effortMinutes: int,
      priceCents: int.nullable(),
      currency: optional,
      mode: id,
      language: optional,
      level: int.nullable(),
      outcomeIds: ids,
      assessmentIds: ids,
      prerequisiteIds: ids,
    },
    row: { id },
    returns: 'one',
  }),
  createOutcome: write('catalog/create-outcome', {
    params: {
      id,
      ownerId: id,
      statement: id,
      verb: optional,
      object: optional,
      conditions: optional,
      alignments: rows({ skillUri: id, level: int, relation: id }),
      unitIds: ids,
    },
    row: { id },
    returns: 'one',
  }),
  createAssessment: write('catalog/create-assessment', {
    params: {
      id,
      ownerId: id,
      title: id,
      kind: id,
      task: optional,
      supervised: z.boolean(),
      rubric: z.strictObject({
        id,
        title: id,
        criteria: rows({
          id,
          title: id,
          position: int,
          levels: rows({
            id,
            title: id,
            points: int,
            descriptor: optional,
            position: int,
            passing: z.boolean(),
          }),
        }),
      }),
      outcomeIds: ids,
      unitIds: ids,
    },
    row: { id },
    returns: 'one',
  }),
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
  publishVersion: write('catalog/publish-badge-version', {
    params: { id, now: instant },
    row: { id },
    returns: 'one',
  }),
};
