import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '../../../src/modules/identity/viewer.ts';
import type { Answer, Caller, TestApi } from '../api.ts';
import { makeQuality } from './quality.ts';

/** An organisation with everything it may keep to itself, a learner of its own, and callers in every role. */
export interface Tenant {
  readonly mark: string;
  /** Ids by kind: those of public things, of drafts and of what belongs to the learner. */
  readonly ids: Readonly<Record<string, string>>;
  readonly callers: Readonly<Record<Role, Caller>>;
  /** Another learner, who keeps nothing: to be erased, or whatever else a mutation does to whoever calls it. */
  readonly expendable: Caller;
  /** Words that nobody outside may ever be shown. */
  readonly canaries: readonly string[];
}

const OF_LEARNER = 'LEARNER';

/** Tells a whole story through the API, so that nothing in it is made in a way the service would not make it. */
export async function makeTenant(
  api: TestApi,
  query: (cypher: string, params?: Record<string, unknown>) => Promise<unknown>,
): Promise<Tenant> {
  const mark = randomUUID().slice(0, 8);
  const organizationId = `org-${mark}`;
  const skillUri = `https://skills.example/${mark}`;
  await query(
    `CREATE (:Organization {id: $organizationId, name: 'Tenant', url: 'https://tenant.example', kinds: ['ISSUER', 'PROVIDER', 'EMPLOYER', 'REVIEWER']})
     CREATE (:Concept:Skill {uri: $skillUri, framework: 'test', code: $skillUri, since: 1, until: 2147483647, skillType: 'SKILL'})
       -[:HAS_TEXT]->(:ConceptText {key: $skillUri + '|en|1', language: 'en', label: 'Keep things apart', alternatives: [], hidden: [], since: 1, until: 2147483647})`,
    { organizationId, skillUri },
  );
  const members = ROLES.filter((role) => role !== OF_LEARNER);
  const made = await Promise.all(
    members.map(async (role) => [role, await api.as({ role, organizationId })] as const),
  );
  const staff = made.find(([role]) => role === 'ISSUER_STAFF')?.[1] as Caller;
  const admin = made.find(([role]) => role === 'ISSUER_ADMIN')?.[1] as Caller;
  const employer = made.find(([role]) => role === 'EMPLOYER')?.[1] as Caller;
  const assessor = made.find(([role]) => role === 'ASSESSOR')?.[1] as Caller;

  const words = {
    name: `Nyx-${mark}`,
    email: `nyx-${mark}@canary.example`,
    narrative: `Narrative-${mark}`,
    draftBadge: `Draft-badge-${mark}`,
    draftRole: `Draft-role-${mark}`,
    evidence: `https://evidence.example/${mark}`,
    reason: `Reason-${mark}`,
    keyName: `Key-name-${mark}`,
    contact: `https://contact.example/${mark}`,
    verifier: `Verifier-${mark}`,
    cohort: `Cohort-${mark}`,
  };
  const learner = await idOf(
    admin('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name: words.name, email: words.email, region: 'BE', language: 'en' },
    }),
  );
  const asLearner = await api.as({ role: 'LEARNER', learnerId: learner });
  const second = await idOf(
    admin('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name: 'Nobody', email: `nobody-${mark}@canary.example` },
    }),
  );
  const outcome = await idOf(
    staff('mutation ($input: CreateOutcomeInput!) { made: createOutcome(input: $input) { id } }', {
      input: { statement: 'Keeps things apart.', alignments: [{ skillUri, level: 4 }] },
    }),
  );
  const unit = await idOf(
    staff('mutation ($input: CreateLearningUnitInput!) { made: createLearningUnit(input: $input) { id } }', {
      input: { title: 'Apart', effortMinutes: 60, mode: 'LIVE', languages: ['en'], outcomeIds: [outcome] },
    }),
  );
  const { data } = await staff(
    `mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) {
       id rubric { criteria { edges { node { id levels { edges { node { id } } } } } } } } }`,
    {
      input: {
        title: 'Keep them apart',
        kind: 'PROJECT',
        supervised: true,
        outcomeIds: [outcome],
        learningUnitIds: [unit],
        rubric: {
          title: 'Apart?',
          criteria: [
            {
              title: 'Apart',
              levels: [
                { title: 'No', points: 0 },
                { title: 'Yes', points: 1, passing: true },
              ],
            },
          ],
        },
      },
    },
  );
  const assessment: string = data.made.id;
  const criterion = data.made.rubric.criteria.edges[0].node;
  const badge = await publishedBadge(staff, {
    name: 'Apart',
    outcomeIds: [outcome],
    assessmentIds: [assessment],
  });
  const stack = await publishedBadge(staff, { name: 'Apart and more', stacks: [badge, await other()] });
  const draftBadge = await idOf(
    staff('mutation ($input: BadgeVersionInput!) { made: createBadge(input: $input) { id } }', {
      input: { name: words.draftBadge, outcomeIds: [outcome], assessmentIds: [assessment] },
    }),
  );
  const submission = await idOf(
    asLearner('mutation ($input: SubmitWorkInput!) { made: submitWork(input: $input) { id } }', {
      input: { assessmentId: assessment, narrative: words.narrative, evidence: [{ url: words.evidence }] },
    }),
  );
  const result = await idOf(
    assessor(
      'mutation ($id: ID!, $scores: [ScoreInput!]!) { made: gradeSubmission(submissionId: $id, scores: $scores) { id } }',
      {
        id: submission,
        scores: [{ criterionId: criterion.id, levelId: criterion.levels.edges[1].node.id }],
      },
    ),
  );
  const credential = await idOf(
    staff(
      'mutation ($id: ID!, $version: ID!, $key: String!) { made: issueCredential(input: {resultId: $id, badgeVersionId: $version}, idempotencyKey: $key) { id } }',
      { id: result, version: await versionOf(staff, badge), key: randomUUID() },
    ),
  );
  const role = { requirements: [{ skillUri, level: 4 }] };
  const roleProfile = await idOf(
    employer('mutation ($input: RoleProfileInput!) { made: createRoleProfile(input: $input) { id } }', {
      input: { title: 'Keeper', ...role },
    }),
  );
  await idOf(
    employer('mutation ($id: ID!) { made: publishRoleProfile(id: $id) { id } }', { id: roleProfile }),
  );
  const draftRole = await idOf(
    employer('mutation ($input: RoleProfileInput!) { made: createRoleProfile(input: $input) { id } }', {
      input: { title: words.draftRole, ...role },
    }),
  );
  const vacancy = await idOf(
    employer('mutation ($input: VacancyInput!) { made: createVacancy(input: $input) { id } }', {
      input: { roleProfileId: roleProfile, contactUrl: words.contact, opensAt: '2999-01-01T00:00:00Z' },
    }),
  );
  const cohort = await idOf(
    staff(
      'mutation ($unit: ID!, $input: CohortInput!) { made: createCohort(learningUnitId: $unit, input: $input) { id } }',
      {
        unit,
        input: { name: words.cohort, startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-02-01T00:00:00Z' },
      },
    ),
  );
  const enrolment = await idOf(
    staff(
      'mutation ($learner: ID!, $unit: ID!, $cohort: ID) { made: enrolLearner(learnerId: $learner, learningUnitId: $unit, cohortId: $cohort) { id } }',
      { learner, unit, cohort },
    ),
  );
  const identityProofing = await idOf(
    staff(
      'mutation ($learner: ID!, $input: IdentityProofingInput!) { made: recordIdentityProofing(learnerId: $learner, input: $input) { id } }',
      {
        learner,
        input: {
          method: 'DOCUMENT',
          level: 'LOW',
          verifier: words.verifier,
          provedAt: '2026-01-01T00:00:00Z',
        },
      },
    ),
  );
  const consent = await idOf(
    asLearner(
      'mutation ($input: GrantConsentInput!, $key: String!) { made: grantConsent(input: $input, idempotencyKey: $key) { id } }',
      { input: { organizationId, purpose: 'MATCHING', scopes: ['SKILLS'] }, key: randomUUID() },
    ),
  );
  await query(
    `MATCH (o:Organization {id: $organizationId})
     CREATE (:ApiKey {id: 'key-' + $mark, name: $keyName, role: 'ANALYST', digest: $mark, createdAt: datetime(), expiresAt: datetime('2099-01-01')})-[:ACTS_FOR]->(o)`,
    { organizationId, mark, keyName: words.keyName },
  );

  const quality = await makeQuality(api, query, {
    mark,
    staff,
    admin,
    learner: asLearner,
    badge,
    reviewed: stack,
    outcome,
    credential,
  });

  async function other(): Promise<string> {
    return publishedBadge(staff, {
      name: 'More',
      outcomeIds: [outcome],
      assessmentIds: [assessment],
    });
  }

  return {
    mark,
    ids: {
      organization: organizationId,
      learner,
      credential,
      submission,
      result,
      consent,
      cohort,
      enrolment,
      identityProofing,
      apiKey: `key-${mark}`,
      assessment,
      learningUnit: unit,
      outcome,
      badge,
      stack,
      draftBadge,
      badgeVersion: await versionOf(staff, draftBadge),
      roleProfile,
      draftRole,
      vacancy,
      ...quality.ids,
      skillUri,
    },
    callers: { ...Object.fromEntries(made), LEARNER: asLearner } as Record<Role, Caller>,
    expendable: await api.as({ role: 'LEARNER', learnerId: second }),
    canaries: [...Object.values(words), ...Object.values(quality.words)],
  };
}

async function publishedBadge(staff: Caller, input: Record<string, unknown>): Promise<string> {
  const id = await idOf(
    staff('mutation ($input: BadgeVersionInput!) { made: createBadge(input: $input) { id } }', { input }),
  );
  await idOf(
    staff('mutation ($id: ID!) { made: publishBadgeVersion(id: $id) { id } }', {
      id: await versionOf(staff, id),
    }),
  );
  return id;
}

async function versionOf(staff: Caller, badge: string): Promise<string> {
  const { data } = await staff('query ($id: ID!) { badge(id: $id) { versions { edges { node { id } } } } }', {
    id: badge,
  });
  return data.badge.versions.edges[0].node.id;
}

async function idOf(answer: Promise<Answer<{ made: { id: string } }>>): Promise<string> {
  const { data, errors } = await answer;
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.made.id;
}
