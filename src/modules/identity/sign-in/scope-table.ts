import type { Scope } from '../viewer.ts';

/**
 * Which scope of an API key lets it ask for which field of Query or Mutation; `null` needs none, because anybody may read it. A field that
 * is not here is closed to every key that has scopes.
 */
export const SCOPE_OF_FIELD: Readonly<Record<string, Scope | null>> = {
  viewer: null,
  organization: null,
  organizations: null,
  badge: null,
  badges: null,
  badgeVersion: null,
  learningUnit: null,
  learningUnits: null,
  outcome: null,
  assessment: null,
  verifyCredential: null,
  stacksInto: null,
  concept: null,
  framework: null,
  frameworks: null,
  occupation: null,
  occupations: null,
  skill: null,
  skills: null,
  search: null,
  roleProfile: null,
  roleProfiles: null,

  createLearningUnit: 'CATALOGUE_WRITE',
  createOutcome: 'CATALOGUE_WRITE',
  createAssessment: 'CATALOGUE_WRITE',
  createBadge: 'CATALOGUE_WRITE',
  newBadgeVersion: 'CATALOGUE_WRITE',
  updateBadgeVersion: 'CATALOGUE_WRITE',
  publishBadgeVersion: 'CATALOGUE_WRITE',

  me: 'LEARNERS_READ',
  myConsents: 'LEARNERS_READ',
  mySubmissions: 'LEARNERS_READ',
  submission: 'LEARNERS_READ',
  submissions: 'LEARNERS_READ',
  createLearner: 'LEARNERS_WRITE',
  submitWork: 'LEARNERS_WRITE',
  gradeSubmission: 'ASSESSMENTS_GRADE',

  credential: 'CREDENTIALS_READ',
  credentials: 'CREDENTIALS_READ',
  stackProgress: 'CREDENTIALS_READ',
  issueCredential: 'CREDENTIALS_ISSUE',
  revokeCredential: 'CREDENTIALS_ISSUE',

  createRoleProfile: 'ROLES_WRITE',
  newRoleProfileVersion: 'ROLES_WRITE',
  updateRoleProfile: 'ROLES_WRITE',
  publishRoleProfile: 'ROLES_WRITE',
  match: 'MATCHING_READ',
  matchCandidates: 'MATCHING_READ',
  matchRoles: 'MATCHING_READ',
  pathway: 'MATCHING_READ',
};
