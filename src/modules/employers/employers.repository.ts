import { z } from 'zod';
import { read, write } from '../../platform/graph/statement.ts';
import { id, instant, int, rows } from '../../platform/graph/types.ts';
import { PROFILE_STATES, profileRecord, requirementRecord } from './role-profile.records.ts';

const ids = z.array(id);
const optional = z.string().nullable();

const filter = {
  memberOf: ids,
  states: z.array(z.enum(PROFILE_STATES)),
  organizationId: id.nullable(),
  titleContains: optional,
  skillUri: optional,
  region: optional,
};

const content = {
  id,
  title: id,
  description: optional,
  region: optional,
  occupationUri: optional,
  requirements: rows({
    skillUri: id,
    weight: int,
    level: int,
    necessity: id,
    evidence: id,
    maxAgeMonths: int.nullable(),
  }),
};

export const employerStatements = {
  profilesByIds: read('employers/role-profiles-by-ids', {
    params: { ids, memberOf: ids },
    row: { profile: profileRecord },
    returns: 'many',
  }),
  profilesByTitle: read('employers/role-profiles-by-title', {
    params: { ...filter, afterTitle: z.string(), afterId: z.string(), limit: int },
    row: { profile: profileRecord },
    returns: 'many',
  }),
  profilesCount: read('employers/role-profiles-count', {
    params: filter,
    row: { total: z.number().int() },
    returns: 'one',
  }),
  versionsOfProfiles: read('employers/versions-of-profiles', {
    params: { ids, memberOf: ids },
    row: { parentId: id, profile: profileRecord },
    returns: 'many',
  }),
  requirementsOfProfiles: read('employers/requirements-of-profiles', {
    params: { ids },
    row: { parentId: id, requirement: requirementRecord },
    returns: 'many',
  }),
  knownConcepts: read('employers/known-concepts', {
    params: { uris: ids },
    row: { uri: id, skill: z.boolean(), occupation: z.boolean() },
    returns: 'many',
  }),
  createProfile: write('employers/create-role-profile', {
    params: { ...content, employerId: id },
    row: { id },
    returns: 'one',
  }),
  createVersion: write('employers/create-role-profile-version', {
    params: { ...content, beforeId: id, changeReason: optional },
    row: { id },
    returns: 'one',
  }),
  updateProfile: write('employers/update-role-profile', { params: content, row: { id }, returns: 'one' }),
  lockProfile: write('employers/lock-role-profile', {
    params: { id, now: instant },
    row: {
      id,
      employerId: id,
      state: z.enum(PROFILE_STATES),
      version: z.number().int(),
      requirements: z.number().int(),
      followed: z.boolean(),
      /** Open ones. */
      vacancies: z.number().int(),
    },
    returns: 'maybe',
  }),
  publishProfile: write('employers/publish-role-profile', {
    params: { id, now: instant },
    row: { id },
    returns: 'one',
  }),
  withdrawProfile: write('employers/withdraw-role-profile', {
    params: { id, now: instant, reason: id },
    row: { id },
    returns: 'one',
  }),
  deleteProfile: write('employers/delete-role-profile', { params: { id }, row: { id }, returns: 'one' }),
};
