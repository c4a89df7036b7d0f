import { z } from 'zod';
import { write } from '../platform/graph/statement.ts';
import { id, instant, int, rows } from '../platform/graph/types.ts';

const text = z.string();
const nothing = { row: {}, returns: 'none' } as const;

export const badgeStoryStatements = {
  putBadgeWords: write('seed/put-badge-words', {
    params: {
      rows: rows({
        versionId: id,
        tags: z.array(text),
        languages: z.array(text),
        fieldOfStudy: text.nullable(),
        creditValue: int.nullable(),
        creditSystem: text.nullable(),
        renewal: text.nullable(),
      }),
    },
    ...nothing,
  }),
  putBadgeVersions: write('seed/put-badge-versions', {
    params: {
      rows: rows({
        badge: id,
        publishedAt: instant,
        changeReason: text,
        description: text,
        validMonths: int,
        renewal: text,
        renewalText: text,
      }),
    },
    ...nothing,
  }),
  putSimulations: write('seed/put-simulations', {
    params: { rows: rows({ assessment: id, employer: id }) },
    ...nothing,
  }),
  putEndorsements: write('seed/put-endorsements', {
    params: {
      rows: rows({
        id,
        version: id,
        endorser: id,
        statement: text,
        state: text,
        at: instant,
        settledAt: instant.nullable(),
      }),
    },
    ...nothing,
  }),
  putCoCreations: write('seed/put-co-creations', {
    params: {
      rows: rows({
        id,
        issuer: id,
        heldAt: instant,
        title: text,
        summary: text,
        badges: z.array(id),
        proposals: rows({
          id,
          position: int,
          statement: text,
          jobTitle: text,
          organization: id.nullable(),
          organizationName: text.nullable(),
          decision: text,
          reason: text.nullable(),
          outcome: id.nullable(),
          decidedAt: instant.nullable(),
          confirmedAt: instant.nullable(),
        }),
      }),
    },
    ...nothing,
  }),
};
