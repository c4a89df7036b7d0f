import { z } from 'zod';
import { write } from '../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../platform/graph/types.ts';

const text = z.string();
const maybe = text.nullable();
const nothing = { row: {}, returns: 'none' as const };

export const seedStatements = {
  putFrameworks: write('seed/put-frameworks', {
    params: {
      now: instant,
      rows: rows({
        id,
        name: text,
        publisher: text,
        url: text,
        licence: text,
        attribution: text,
        version: text,
        ordinal: int,
      }),
    },
    ...nothing,
  }),
  putConcepts: write('seed/put-concepts', {
    params: {
      rows: rows({
        uri: id,
        framework: id,
        kind: text,
        code: maybe,
        skillType: maybe,
        reuseLevel: maybe,
        jobZone: int.nullable(),
        since: int,
      }),
    },
    ...nothing,
  }),
  putTexts: write('seed/put-texts', {
    params: {
      rows: rows({
        key: id,
        uri: id,
        framework: id,
        kind: text,
        language: id,
        textLabel: id,
        label: text,
        alternatives: z.array(text),
        since: int,
      }),
    },
    ...nothing,
  }),
  putBroader: write('seed/put-broader', {
    params: { rows: rows({ from: id, to: id, since: int }) },
    ...nothing,
  }),
  putNeeds: write('seed/put-needs', {
    params: {
      rows: rows({
        from: id,
        to: id,
        relation: text,
        importance: z.number().nullable(),
        level: z.number().nullable(),
        importanceSuppressed: z.boolean().nullable(),
        levelSuppressed: z.boolean().nullable(),
        notRelevant: z.boolean().nullable(),
        since: int,
      }),
    },
    ...nothing,
  }),
  putMappings: write('seed/put-mappings', {
    params: {
      rows: rows({
        id,
        from: id,
        to: id,
        relation: text,
        confidence: z.number().nullable(),
        source: text,
        author: text,
        vintage: text,
      }),
    },
    ...nothing,
  }),
  putOrganizations: write('seed/put-organizations', {
    params: { rows: rows({ id, name: text, url: text, regions: z.array(text), kinds: z.array(text) }) },
    ...nothing,
  }),
  putStacks: write('seed/put-stacks', {
    params: {
      publishedAt: instant,
      rows: rows({
        id,
        versionId: id,
        issuer: id,
        name: text,
        description: text,
        criteria: text,
        parts: z.array(id),
      }),
    },
    ...nothing,
  }),
  putRoleProfiles: write('seed/put-role-profiles', {
    params: {
      publishedAt: instant,
      rows: rows({
        id,
        employer: id,
        title: text,
        region: text,
        occupationUri: id,
        requirements: rows({
          skillUri: id,
          level: int,
          necessity: text,
          weight: int,
          evidence: text,
          maxAgeMonths: int.nullable(),
        }),
      }),
    },
    ...nothing,
  }),
  putVacancies: write('seed/put-vacancies', {
    params: {
      rows: rows({
        id,
        profile: id,
        openings: int,
        opensAt: instant,
        closesAt: instant.nullable(),
        contactUrl: text,
      }),
    },
    ...nothing,
  }),
  beginSampleWorld: write('seed/begin-sample-world', {
    params: { now: instant, version: id },
    row: { startedAt: dateTime, loadedAt: dateTime.nullable() },
    returns: 'one',
  }),
  finishSampleWorld: write('seed/finish-sample-world', { params: { now: instant }, ...nothing }),
};
