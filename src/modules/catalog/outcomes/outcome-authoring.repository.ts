import { z } from 'zod';
import { write } from '../../../platform/graph/statement.ts';
import { id, instant, int, rows } from '../../../platform/graph/types.ts';

const ids = z.array(id);
const texts = z.array(id);
const optional = z.string().nullable();

const content = {
  id,
  statement: id,
  textLanguage: id,
  verb: optional,
  bloom: optional,
  object: optional,
  conditions: optional,
  tools: texts,
  constraints: optional,
  successCriteria: texts,
  translations: rows({
    language: id,
    statement: id,
    conditions: optional,
    tools: texts,
    constraints: optional,
    successCriteria: texts,
  }),
  alignments: rows({
    skillUri: id,
    level: int,
    relation: id,
    source: id,
    confidence: int.nullable(),
    reason: optional,
  }),
  author: id,
  now: instant,
};

export const outcomeAuthoringStatements = {
  createOutcome: write('catalog/outcomes/create-outcome', {
    params: { ...content, ownerId: id, unitIds: ids },
    row: { id },
    returns: 'one',
  }),
};
