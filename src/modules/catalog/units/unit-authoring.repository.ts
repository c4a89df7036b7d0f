import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int, rows } from '../../../platform/graph/types.ts';
import { storedPrerequisite } from './prerequisites.ts';

const ids = z.array(id);
const optional = z.string().nullable();
const words = z.array(z.string()).nullable();

const content = {
  id,
  title: id,
  summary: optional,
  description: optional,
  textLanguage: id,
  effortMinutes: int,
  priceCents: int.nullable(),
  currency: optional,
  mode: id,
  languages: ids,
  level: int.nullable(),
  licence: optional,
  imageUrl: optional,
  imageAlt: optional,
  prerequisites: optional,
  accessibility: z.strictObject({
    accessModes: words,
    features: words,
    hazards: words,
    controls: words,
    summary: optional,
  }),
  outcomeIds: ids,
  assessmentIds: ids,
  sessions: rows({
    id,
    startsAt: instant,
    endsAt: instant,
    place: optional,
    online: z.boolean(),
    seats: int.nullable(),
  }),
  translations: rows({
    language: id,
    title: id,
    summary: optional,
    description: optional,
    imageAlt: optional,
    accessibilitySummary: optional,
  }),
  /** What the rule of prerequisites names. */
  asked: z.strictObject({ badgeIds: ids, outcomeIds: ids, skillUris: ids }),
  equivalentUnits: rows({ id, reason: id }),
  equivalentAssessments: rows({ id, reason: id }),
  targetOccupationUris: ids,
  targetRoleProfileIds: ids,
};

export const unitAuthoringStatements = {
  createUnit: write('catalog/units/create-unit', {
    params: { ...content, providerId: id },
    row: { id },
    returns: 'one',
  }),
  updateUnit: write('catalog/units/update-unit', { params: content, row: { id }, returns: 'one' }),
  lockUnit: write('catalog/units/lock-unit', {
    params: { id },
    row: { id, providerId: id, sessionIds: ids },
    returns: 'maybe',
  }),
  lockPrerequisites: write('catalog/units/lock-prerequisites', {
    params: { now: instant },
    row: { id },
    returns: 'one',
  }),
  waysToFacts: read('catalog/units/ways-to-facts', {
    params: { badgeIds: ids, outcomeIds: ids, skillUris: ids },
    row: {
      badgeId: id,
      ways: z.array(
        z.strictObject({
          assessments: ids,
          parts: ids,
          outcomes: ids,
          skills: z.array(z.strictObject({ uri: id, level: z.number().int() })),
        }),
      ),
      units: z.array(z.strictObject({ id, prerequisites: storedPrerequisite, assessments: ids })),
    },
    returns: 'many',
  }),
  usesOfUnit: read('catalog/units/uses-of-unit', {
    params: { id },
    row: {
      badgeIds: ids,
      enrolments: z.number().int(),
      cohorts: z.number().int(),
      submissions: z.number().int(),
    },
    returns: 'one',
  }),
  deleteUnit: write('catalog/units/delete-unit', { params: { id }, row: {}, returns: 'none' }),
  knownTargets: read('catalog/units/known-targets', {
    params: { occupationUris: ids, roleProfileIds: ids },
    row: { occupationUris: ids, roleProfileIds: ids },
    returns: 'one',
  }),
};
