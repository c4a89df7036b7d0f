import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant, int, rows } from '../../../platform/graph/types.ts';
import { VERSION_STATES } from '../catalog.records.ts';

const ids = z.array(id);
const optional = z.string().nullable();
const whole = z.number().int();

const assessment = z.strictObject({
  title: id,
  kind: id,
  task: optional,
  conditions: optional,
  tools: ids,
  constraints: optional,
  successCriteria: ids,
  evidence: optional,
  supervised: z.boolean(),
  supervision: optional,
  identityCheck: optional,
  attempts: int.nullable(),
  retakeWaitDays: int.nullable(),
  retakeChange: optional,
  assessors: int,
  doubleMarkPercent: int,
});

const rubric = z.strictObject({
  id,
  title: id,
  version: int,
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
});

export const assessmentAuthoringStatements = {
  createAssessment: write('catalog/create-assessment', {
    params: {
      id,
      ownerId: id,
      assessment,
      outcomeIds: ids,
      unitIds: ids,
      broughtById: id.nullable(),
      followsId: id.nullable(),
    },
    row: { id },
    returns: 'one',
  }),
  updateAssessment: write('catalog/assessments/update-assessment', {
    params: { id, assessment, outcomeIds: ids, unitIds: ids, broughtById: id.nullable() },
    row: { id },
    returns: 'one',
  }),
  employer: read('catalog/assessments/employer', { params: { id }, row: { id }, returns: 'maybe' }),
  deleteAssessment: write('catalog/assessments/delete-assessment', {
    params: { id },
    row: {},
    returns: 'none',
  }),
  putRubric: write('catalog/assessments/put-rubric', {
    params: { assessmentId: id, rubric, followsId: id.nullable() },
    row: { id },
    returns: 'one',
  }),
  deleteRubric: write('catalog/assessments/delete-rubric', { params: { id }, row: {}, returns: 'none' }),
  lockAssessment: write('catalog/assessments/lock-assessment', {
    params: { id, now: instant },
    row: {
      ownerId: id,
      rubric: z
        .strictObject({ id, version: whole, followsId: id.nullable(), scored: z.boolean() })
        .nullable(),
      versions: z.array(z.strictObject({ id, state: z.enum(VERSION_STATES) })),
      unitIds: ids,
      followedBy: ids,
      submissions: whole,
      underway: whole,
    },
    returns: 'maybe',
  }),
};
