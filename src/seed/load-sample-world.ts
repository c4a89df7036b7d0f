import type { IssueRow } from '../modules/credentials/credential.ts';
import type { Credentialing } from '../modules/credentials/credentialing.ts';
import { CredentialsService } from '../modules/credentials/credentials.service.ts';
import { ReadLog } from '../modules/identity/audit/read-log.ts';
import { Reads } from '../modules/identity/audit/reads.ts';
import { Mutations } from '../modules/identity/mutations.ts';
import { ANONYMOUS } from '../modules/identity/viewer.ts';
import { learnLexicons } from '../modules/taxonomy/lexicons.ts';
import type { Graph } from '../platform/graph/graph.ts';
import { type Repository, repository } from '../platform/graph/repository.ts';
import { type Achievements, type SampleCredential, sampleAchievements } from './achievements.ts';
import { badgeStoryStatements } from './badge-story.repository.ts';
import { badgeStoryRows, badgeWordRows } from './badges.ts';
import { dayOf, daysBefore } from './calendar.ts';
import { type Catalogue, sampleCatalogue } from './catalogue.ts';
import { courseStatements } from './courses.repository.ts';
import { sampleCohorts, sampleEnrolments, sampleProofings } from './enrolments.ts';
import { consentRows, type LearnerKey, learnerKeys, learnerRow, submissionRow } from './learner-rows.ts';
import { sampleMarkings } from './markings.ts';
import { alignmentRows, outcomeFacts } from './outcome-facts.ts';
import { type Person, samplePeople } from './people.ts';
import { putQuality } from './quality.ts';
import { type RoleProfile, sampleRoleProfiles } from './role-profiles.ts';
import { seedStatements } from './seed.repository.ts';
import { seedFile } from './seed-files.ts';
import { seedPeopleStatements } from './seed-people.repository.ts';
import { sampleTaxonomy } from './taxonomy.ts';
import { unitFacts } from './unit-facts.ts';

/** Raised with each change of what the sample world holds. */
const SAMPLE_WORLD_VERSION = '2';

export interface SampleWorldOptions {
  readonly credentialing: Credentialing;
  readonly keyEncryptionKey: Uint8Array;
  readonly indexKey: Uint8Array;
  /** Everything is dated from the midnight (UTC) before this. */
  readonly now: Date;
  /** People beside the personas; all of them when left out. Signing their credentials is what takes the time. */
  readonly inventedPeople?: number;
  /** Told of each part as it begins, and of credentials as they are signed. */
  readonly progress?: (what: string, done?: number, total?: number) => void;
}

export interface SampleWorldReport {
  /** False when it was there already, and nothing was written. */
  readonly loaded: boolean;
  readonly learners: number;
  readonly credentials: number;
}

const statements = {
  ...seedStatements,
  ...courseStatements,
  ...badgeStoryStatements,
  ...seedPeopleStatements,
};
type Seed = Repository<typeof statements>;

/**
 * Fills the graph with the sample world, once: a second call changes nothing, and one after a load that broke off completes it.
 * What an import has already brought is joined, not overwritten.
 */
export async function loadSampleWorld(graph: Graph, options: SampleWorldOptions): Promise<SampleWorldReport> {
  const { now, progress = () => {} } = options;
  const seed = repository(graph.run, statements);
  const { startedAt, loadedAt } = await seed.beginSampleWorld({ now, version: SAMPLE_WORLD_VERSION });
  if (loadedAt) return { loaded: false, learners: 0, credentials: 0 };
  const day = dayOf(startedAt);
  const catalogue = sampleCatalogue();
  const profiles = sampleRoleProfiles();
  const people = samplePeople(catalogue, profiles, day, options.inventedPeople);
  const achievements = sampleAchievements(catalogue, people, day);

  progress('taxonomy');
  await putTaxonomy(seed, day);
  progress('catalogue and role profiles');
  await putCatalogue(seed, catalogue, profiles, day);
  progress('learners');
  const keyOf = await putLearners(seed, { catalogue, people, achievements, day }, options);
  await putQuality(graph, { catalogue, achievements, keyOf, day });
  progress('credentials');
  await issueCredentials(graph, achievements.credentials, options);
  await learnLexicons(graph);
  await seed.finishSampleWorld({ now });
  return { loaded: true, learners: people.length, credentials: achievements.credentials.length };
}

/** Writes in transactions of this many rows: each must end within the database's time limit, on a slow machine too. */
const BATCH = 250;

async function inBatches<T>(
  rows: readonly T[],
  put: (batch: { rows: T[] }) => Promise<undefined>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH)
    await put({ rows: rows.slice(start, start + BATCH) });
}

async function putTaxonomy(seed: Seed, day: Date): Promise<void> {
  const { frameworks, concepts, texts, broader, needs, mappings } = sampleTaxonomy();
  await seed.putFrameworks({ rows: frameworks, now: day });
  await inBatches(concepts, seed.putConcepts);
  await inBatches(texts, seed.putTexts);
  await inBatches(broader, seed.putBroader);
  await inBatches(needs, seed.putNeeds);
  await inBatches(mappings, seed.putMappings);
}

async function putCatalogue(
  seed: Seed,
  { courses, stacks }: Catalogue,
  profiles: readonly RoleProfile[],
  day: Date,
): Promise<void> {
  const publishedAt = daysBefore(day, 2000);
  await seed.putOrganizations({ rows: seedFile('organizations') });
  await seed.putCourses({
    publishedAt,
    rows: courses.map(({ provider, unit, outcome, assessment, badge }) => {
      const { alignments: _, ...statement } = outcome;
      const { rubric: __, ...task } = assessment;
      return { provider, unit, outcome: statement, assessment: task, badge };
    }),
  });
  const confidences = new Map(seedFile('mappings').map(({ esco, confidence }) => [esco, confidence]));
  await seed.putAlignments({
    rows: courses.flatMap((course) => alignmentRows(course, confidences, day)),
  });
  await seed.putOutcomeFacts({ rows: courses.map(outcomeFacts) });
  await inBatches(
    courses.map(({ assessment: { id, rubric } }) => ({
      assessmentId: id,
      ...rubric,
      criteria: rubric.criteria.map((criterion) => ({ ...criterion, levels: [...criterion.levels] })),
    })),
    seed.putRubrics,
  );
  await seed.putStacks({
    publishedAt,
    rows: stacks.map(({ validMonths: _, ...stack }) => ({ ...stack, parts: [...stack.parts] })),
  });
  await putBadgeStory(seed, { courses, stacks }, day);
  await seed.putRoleProfiles({
    publishedAt,
    rows: profiles.map((profile) => ({ ...profile, requirements: [...profile.requirements] })),
  });
  await inBatches(
    courses.map((course) => unitFacts(course, courses, profiles, day)),
    seed.putUnitFacts,
  );
  await seed.putVacancies({
    rows: seedFile('vacancies').map(({ openedDaysAgo, closesInDays, ...vacancy }) => ({
      ...vacancy,
      opensAt: daysBefore(day, openedDaysAgo),
      closesAt: closesInDays === null ? null : daysBefore(day, -closesInDays),
    })),
  });
}

async function putBadgeStory(seed: Seed, catalogue: Catalogue, day: Date): Promise<void> {
  const { simulations, versions, endorsements, coCreations } = badgeStoryRows(day);
  await seed.putBadgeWords({ rows: badgeWordRows(catalogue) });
  await seed.putBadgeVersions({ rows: versions });
  await seed.putSimulations({ rows: simulations });
  await seed.putEndorsements({ rows: endorsements });
  await seed.putCoCreations({ rows: coCreations });
}

/** Who lives in the sample world, what they did, and what there was to do. */
interface SamplePeople {
  readonly catalogue: Catalogue;
  readonly people: readonly Person[];
  readonly achievements: Achievements;
  readonly day: Date;
}

async function putLearners(
  seed: Seed,
  { catalogue, people, achievements: { submissions }, day }: SamplePeople,
  { keyEncryptionKey, indexKey }: SampleWorldOptions,
): Promise<(learnerId: string) => LearnerKey> {
  const known = await seed.knownLearners({ ids: people.map(({ id }) => id) });
  const there = new Set(known.map(({ id }) => id));
  const keys = learnerKeys(people, known, keyEncryptionKey);
  const keyOf = (learnerId: string) => {
    const key = keys.get(learnerId);
    if (!key) throw new Error(`The sample learner ${learnerId} has no key.`);
    return key;
  };
  const isNew = ({ id }: Person) => !there.has(id);
  const newLearners = people.filter(isNew).map((person) => learnerRow(person, keyOf(person.id), indexKey));
  await inBatches(newLearners, seed.putLearners);
  await inBatches(people.flatMap(consentRows), seed.putConsents);
  const byAssessment = new Map(catalogue.courses.map((course) => [course.assessment.id, course]));
  const work = submissions.map((submission) => {
    const course = byAssessment.get(submission.assessmentId);
    if (!course) throw new Error(`Nobody assesses by ${submission.assessmentId}.`);
    return submissionRow(submission, sampleMarkings(submission, course), keyOf(submission.learnerId));
  });
  await inBatches(
    work.map(({ submission }) => submission),
    seed.putSubmissions,
  );
  await inBatches(
    work.flatMap(({ markings }) => markings),
    seed.putMarkings,
  );
  await inBatches(
    work.flatMap(({ results }) => results),
    seed.putResults,
  );
  const cohorts = sampleCohorts(catalogue, day);
  await inBatches(cohorts, seed.putCohorts);
  await inBatches(sampleEnrolments(catalogue, people, submissions, cohorts), seed.putEnrolments);
  await inBatches(sampleProofings(people), seed.putProofings);
  return keyOf;
}

/** Issues for real: signed, with status entries and proven skills. What a load that broke off has issued is not issued again. */
async function issueCredentials(
  graph: Graph,
  credentials: readonly SampleCredential[],
  { credentialing, now, progress = () => {} }: SampleWorldOptions,
): Promise<void> {
  const reads = new Reads({ log: new ReadLog(graph), viewer: ANONYMOUS, clock: () => now });
  const service = new CredentialsService(ANONYMOUS, {
    ...credentialing,
    graph,
    reads,
    mutations: new Mutations(graph, ANONYMOUS, () => now),
  });
  const onProgress = (done: number, total: number) => progress('credentials', done, total);
  const rows = credentials.map((credential): IssueRow => {
    const { id, learnerId, badgeVersionId, awardedAt, resultId, used } = credential;
    const common = { badgeVersionId, awardedAt, credentialId: id };
    return resultId === null
      ? { ...common, via: 'STACKED', learnerId, usedCredentialIds: used }
      : { ...common, via: 'ASSESSED', resultId };
  });
  await service.issueMany(
    rows.filter(({ via }) => via === 'ASSESSED'),
    { now, onProgress },
  );
  await service.issueMany(
    rows.filter(({ via }) => via === 'STACKED'),
    { now },
  );
  await service.revokeMany(
    credentials.flatMap(({ id, revokedAt }) =>
      revokedAt
        ? [{ id, reason: 'Issued in error: the evidence was not the learner’s own.', at: revokedAt }]
        : [],
    ),
  );
}
