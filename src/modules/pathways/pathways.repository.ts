import { z } from 'zod';
import { read } from '../../platform/graph/statement.ts';
import { id, instant } from '../../platform/graph/types.ts';

const ids = z.array(id);

export const pathwaysStatements = {
  units: read('pathways/units', {
    params: {},
    row: {
      id,
      title: z.string(),
      minutes: z.number().int(),
      priceCents: z.number().int().nullable(),
      currency: z.string().nullable(),
      prerequisites: ids,
      assessments: ids,
    },
    returns: 'many',
  }),
  badges: read('pathways/badges', {
    params: { skills: ids },
    row: {
      badgeId: id,
      versionId: id,
      name: z.string(),
      assessments: ids,
      parts: ids,
      skills: z.array(z.strictObject({ uri: id, level: z.number().int().nullable() })),
    },
    returns: 'many',
  }),
  awardsOfLearner: read('pathways/awards-of-learner', {
    params: { learnerId: id, now: instant },
    row: { badgeId: id, versionId: id, valid: z.boolean() },
    returns: 'many',
  }),
};
