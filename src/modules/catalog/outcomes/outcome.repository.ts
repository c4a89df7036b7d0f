import { z } from 'zod';
import { read } from '../../../platform/graph/statement.ts';
import { id, instant, int } from '../../../platform/graph/types.ts';
import { alignmentRecord } from '../catalog.records.ts';
import { outcomeTextRecord } from './outcome.records.ts';

const ids = z.array(id);

export const outcomeStatements = {
  translationsOfOutcomes: read('catalog/outcomes/translations-of-outcomes', {
    params: { ids },
    row: { parentId: id, translation: outcomeTextRecord },
    returns: 'many',
  }),
  rejectedAlignments: read('catalog/outcomes/rejected-alignments', {
    params: { ids },
    row: { parentId: id, alignment: alignmentRecord },
    returns: 'many',
  }),
  mappedSkills: read('catalog/outcomes/mapped-skills', {
    params: { id, language: id, framework: id.nullable() },
    row: {
      uri: id,
      relation: z.enum(['EXACT', 'CLOSE']),
      labels: z.array(z.string()),
      knownLabels: z.array(z.string()),
    },
    returns: 'many',
  }),
  alignmentsToReview: read('catalog/outcomes/alignments-to-review', {
    params: { organizationId: id.nullable(), afterAt: instant, afterKey: z.string(), limit: int },
    row: { alignment: alignmentRecord },
    returns: 'many',
  }),
  alignmentsToReviewCount: read('catalog/outcomes/alignments-to-review-count', {
    params: { organizationId: id.nullable() },
    row: { total: z.number().int() },
    returns: 'one',
  }),
};
