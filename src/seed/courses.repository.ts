import { z } from 'zod';
import { write } from '../platform/graph/statement.ts';
import { id, instant, int, rows } from '../platform/graph/types.ts';

const text = z.string();
const maybe = text.nullable();
const nothing = { row: {}, returns: 'none' as const };

/** What the schools of the sample world teach. */
export const courseStatements = {
  putCourses: write('seed/put-courses', {
    params: {
      publishedAt: instant,
      rows: rows({
        provider: id,
        unit: z.strictObject({
          id,
          title: text,
          summary: text,
          effortMinutes: int,
          priceCents: int,
          mode: text,
          language: text,
          level: int,
        }),
        outcome: z.strictObject({ id, statement: text, verb: text, object: text, conditions: text }),
        assessment: z.strictObject({
          id,
          title: text,
          kind: text,
          task: text,
          supervised: z.boolean(),
          supervision: text,
          identityCheck: text,
          evidence: text,
          attempts: int,
          retakeWaitDays: int,
          doubleMarkPercent: int,
        }),
        badge: z.strictObject({
          id,
          versionId: id,
          name: text,
          description: text,
          criteria: text,
          validMonths: int.nullable(),
        }),
      }),
    },
    ...nothing,
  }),
  putAlignments: write('seed/put-alignments', {
    params: {
      rows: rows({
        outcomeId: id,
        skillUri: id,
        level: int,
        relation: text,
        source: text,
        confidence: int,
        author: text,
        createdAt: instant,
        reviewState: text,
        reviewer: maybe,
        reviewerOrganizationId: maybe,
        reviewedAt: instant.nullable(),
      }),
    },
    ...nothing,
  }),
  putRubrics: write('seed/put-rubrics', {
    params: {
      rows: rows({
        assessmentId: id,
        id,
        title: text,
        criteria: rows({
          id,
          title: text,
          position: int,
          levels: rows({
            id,
            title: text,
            points: int,
            descriptor: text,
            position: int,
            passing: z.boolean(),
          }),
        }),
      }),
    },
    ...nothing,
  }),
  putUnitFacts: write('seed/put-unit-facts', {
    params: {
      rows: rows({
        unitId: id,
        description: text,
        licence: maybe,
        accessibility: z
          .strictObject({
            accessModes: z.array(text),
            features: z.array(text),
            hazards: z.array(text),
            controls: z.array(text).nullable(),
            summary: text,
          })
          .nullable(),
        sessions: rows({
          id,
          startsAt: instant,
          endsAt: instant,
          place: maybe,
          online: z.boolean(),
          seats: int,
        }),
        translations: rows({ language: id, title: text, summary: text }),
        rule: maybe,
        badgeIds: z.array(id),
        skillUris: z.array(id),
        equivalents: rows({ id, reason: text }),
        targetRoleProfileIds: z.array(id),
        targetOccupationUris: z.array(id),
      }),
    },
    ...nothing,
  }),
  putOutcomeFacts: write('seed/put-outcome-facts', {
    params: {
      rows: rows({
        outcomeId: id,
        bloom: maybe,
        tools: z.array(text),
        constraints: maybe,
        successCriteria: z.array(text),
      }),
    },
    ...nothing,
  }),
};
