import { z } from 'zod';
import { read } from '../../platform/graph/statement.ts';
import { id, instant } from '../../platform/graph/types.ts';
import { storedPrerequisite } from '../catalog/units/prerequisites.ts';

const ids = z.array(id);
/** Outcomes and skills that prerequisites name beside badges. */
const asked = z.strictObject({ outcomeIds: ids, skillUris: ids });
/** Which of these a badge version proves. */
const proven = {
  provenOutcomes: ids,
  provenSkills: z.array(z.strictObject({ uri: id, level: z.number().int() })),
};

export const pathwaysStatements = {
  units: read('pathways/units', {
    params: {},
    row: {
      id,
      title: z.string(),
      minutes: z.number().int(),
      priceCents: z.number().int().nullable(),
      currency: z.string().nullable(),
      /** Null: none. */
      prerequisites: storedPrerequisite,
      assessments: ids,
    },
    returns: 'many',
  }),
  badges: read('pathways/badges', {
    params: { skills: ids, asked },
    row: {
      badgeId: id,
      versionId: id,
      name: z.string(),
      assessments: ids,
      parts: ids,
      skills: z.array(z.strictObject({ uri: id, level: z.number().int().nullable() })),
      ...proven,
    },
    returns: 'many',
  }),
  awardsOfLearner: read('pathways/awards-of-learner', {
    params: { learnerId: id, now: instant, asked },
    row: { badgeId: id, versionId: id, valid: z.boolean(), ...proven },
    returns: 'many',
  }),
};
