import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, int, rows } from '../../../platform/graph/types.ts';

const ids = z.array(id);
const optional = z.string().nullable();

export const outcomeAuthoringStatements = {
  knownSkills: read('catalog/known-skills', {
    params: { uris: ids },
    row: { uri: id },
    returns: 'many',
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
};
