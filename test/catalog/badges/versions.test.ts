import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { cypher, makeOrganization, makeSkills } from '../../support/data.ts';
import { codeOf as code, extensionsOf as extensions } from '../../support/errors.ts';
import { type DatabaseProxy, startProxy } from '../../support/proxy.ts';
import { assessmentInput, made, publishBadge } from '../author.ts';

let proxy: DatabaseProxy;
let api: TestApi;
let staff: Caller;
let stranger: Caller;
let skillUri: string;

beforeAll(async () => {
  const config = testConfig();
  proxy = await startProxy(new URL(config.graph.uri));
  const graph = { ...config.graph, uri: `bolt://127.0.0.1:${proxy.port}` };
  const now = new Date();
  api = await startApi({ config: { ...config, graph }, clock: () => now });
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: await makeOrganization('Versions') });
  stranger = await api.as({ role: 'ISSUER_ADMIN', organizationId: await makeOrganization('Others') });
  [skillUri = ''] = await makeSkills('administer networks');
});
afterAll(async () => {
  await api.close();
  await proxy.close();
});

const newVersion =
  'mutation ($badgeId: ID!, $input: BadgeVersionInput!) { made: newBadgeVersion(badgeId: $badgeId, input: $input) { id } }';
const createBadge =
  'mutation ($input: BadgeVersionInput!) { made: createBadge(input: $input) { id versions { edges { node { id } } } } }';
const publish = 'mutation ($id: ID!) { made: publishBadgeVersion(id: $id) { id state } }';
const withdraw = () =>
  `mutation ($id: ID!, $reason: String!) { made: withdrawBadgeVersion(id: $id, reason: $reason, idempotencyKey: "${randomUUID()}") { id state withdrawnReason withdrawnAt } }`;
const remove = 'mutation ($id: ID!) { deleteBadgeVersion(id: $id) }';
const createOutcome = 'mutation ($input: CreateOutcomeInput!) { made: createOutcome(input: $input) { id } }';
const createAssessment =
  'mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { id } }';
const changes = `query ($id: ID!, $since: ID, $first: Int) { badgeVersion(id: $id) { changeReason
  changes(since: $since, first: $first) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { area kind within name field before after } } } } }`;

const everything = {
  description: 'What a small office needs.',
  criteria: 'Pass the project.',
  criteriaUrl: 'https://example.org/criteria',
  achievementType: 'Certificate',
  humanCode: 'NET-1',
  fieldOfStudy: 'Informatics',
  specialization: 'Networks',
  tags: ['Networks', 'office  IT'],
  languages: ['de', 'en'],
  creditValue: 150,
  creditSystem: 'ECTS',
  otherIdentifiers: [{ identifier: '0612', type: 'ext:ISCED' }],
  validMonths: 24,
  renewal: 'REFRESH',
  renewalText: 'A half-day workshop.',
  identityProofing: 'SUBSTANTIAL',
  imageUrl: 'https://example.org/badge.png',
  imageDigest: 'ab'.repeat(32),
  imageAlt: 'Two networks, one switch',
};

async function draft(input: object): Promise<{ badge: string; version: string }> {
  const { data, errors } = await staff(createBadge, { input });
  expect(errors).toEqual([]);
  return { badge: data.made.id, version: data.made.versions.edges[0].node.id };
}

test('a version says everything it was given, and the same at its public address', async () => {
  const { outcome, assessment } = await publishBadge(staff, { skillUri });
  const { version } = await draft({
    name: 'Whole',
    outcomeIds: [outcome],
    assessmentIds: [assessment],
    ...everything,
  });
  await made(staff(publish, { id: version }));
  const { data } = await api.anonymous(
    `query ($id: ID!) { badgeVersion(id: $id) { ${Object.keys(everything)
      .map((field) => (field === 'otherIdentifiers' ? `${field} { identifier type }` : field))
      .join(' ')} } }`,
    { id: version },
  );
  expect(data.badgeVersion).toEqual({ ...everything, tags: ['networks', 'office it'] });
  const achievement = await (await fetch(`${api.url}/achievements/${version}`)).json();
  expect(achievement).toMatchObject({
    achievementType: 'Certificate',
    criteria: { id: everything.criteriaUrl, narrative: everything.criteria },
    creditsAvailable: 1.5,
    fieldOfStudy: 'Informatics',
    humanCode: 'NET-1',
    inLanguage: 'de',
    otherIdentifier: [{ type: 'IdentifierEntry', identifier: '0612', identifierType: 'ext:ISCED' }],
    specialization: 'Networks',
    tag: ['networks', 'office it'],
    version: '1',
  });
});

describe('a further version', () => {
  test('says what changed and why, for everybody, and is not published without a reason', async () => {
    const ids = await publishBadge(staff, { name: 'Networks', skillUri });
    const outcome = await made(
      staff(createOutcome, {
        input: {
          statement: 'Configures a switch for three networks.',
          alignments: [{ skillUri, level: 5 }],
        },
      }),
    );
    const assessment = await made(
      staff(createAssessment, {
        input: { ...assessmentInput, task: 'Set up three networks on one switch.', outcomeIds: [outcome] },
      }),
    );
    const input = {
      name: 'Networks',
      outcomeIds: [outcome],
      assessmentIds: [assessment],
      validMonths: 12,
      tags: ['it'],
    };
    const second = await made(staff(newVersion, { badgeId: ids.badge, input }));
    expect(extensions(await staff(publish, { id: second }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'id',
      reason: 'CHANGE_REASON_MISSING',
    });
    const update =
      'mutation ($id: ID!, $input: BadgeVersionInput!) { made: updateBadgeVersion(id: $id, input: $input) { id } }';
    await made(staff(update, { id: second, input: { ...input, changeReason: 'Offices grew.' } }));
    expect((await api.anonymous(changes, { id: second })).data.badgeVersion).toBeNull();
    await made(staff(publish, { id: second }));

    const { data } = await api.anonymous(changes, { id: second });
    expect(data.badgeVersion.changeReason).toBe('Offices grew.');
    const found = data.badgeVersion.changes.edges.map(({ node }: { node: object }) => node);
    expect(found).toEqual(
      expect.arrayContaining([
        {
          area: 'BADGE',
          kind: 'CHANGED',
          within: [],
          name: 'Networks',
          field: 'tags',
          before: null,
          after: 'it',
        },
        {
          area: 'BADGE',
          kind: 'CHANGED',
          within: [],
          name: 'Networks',
          field: 'validMonths',
          before: '24',
          after: '12',
        },
        expect.objectContaining({
          area: 'OUTCOME',
          field: 'statement',
          before: 'Configures a switch for two networks.',
          after: 'Configures a switch for three networks.',
        }),
        expect.objectContaining({
          area: 'ALIGNMENT',
          name: skillUri,
          field: 'level',
          before: '4',
          after: '5',
        }),
        expect.objectContaining({ area: 'ASSESSMENT', field: 'task' }),
      ]),
    );
    const areas = found.map(({ area }: { area: string }) => area);
    expect(areas).not.toContain('RUBRIC');
    expect(areas).not.toContain('CRITERION');
    expect(data.badgeVersion.changes.totalCount).toBe(found.length);

    const first = await api.anonymous(changes, { id: ids.version });
    expect(first.data.badgeVersion.changes.edges).toEqual([]);
    const back = await api.anonymous(changes, { id: ids.version, since: second, first: 1 });
    expect(back.data.badgeVersion.changes).toMatchObject({
      totalCount: found.length,
      pageInfo: { hasNextPage: true },
    });
    const other = await publishBadge(staff, { name: 'Other', skillUri });
    expect(extensions(await api.anonymous(changes, { id: second, since: other.version }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'since',
    });
  });

  test('is compared with what was published, even if that says something else by now', async () => {
    const ids = await publishBadge(staff, { name: 'Kept', skillUri });
    await cypher('MATCH (o:Outcome {id: $id}) SET o.statement = "Tampers."', { id: ids.outcome });
    const input = {
      name: 'Kept',
      outcomeIds: [ids.outcome],
      assessmentIds: [ids.assessment],
      validMonths: 24,
    };
    const second = await made(staff(newVersion, { badgeId: ids.badge, input }));
    const { data } = await staff(changes, { id: second });
    expect(data.badgeVersion.changes.edges).toEqual([
      {
        node: {
          area: 'OUTCOME',
          kind: 'CHANGED',
          within: [],
          name: 'Configures a switch for two networks.',
          field: 'statement',
          before: 'Configures a switch for two networks.',
          after: 'Tampers.',
        },
      },
    ]);
  });
});

describe('withdrawing', () => {
  test('ends the award and keeps the version, with the reason, in its history', async () => {
    const ids = await publishBadge(staff, { name: 'Old ways', skillUri });
    const { data, errors } = await staff(withdraw(), {
      id: ids.version,
      reason: ' The method is outdated. ',
    });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({ state: 'WITHDRAWN', withdrawnReason: 'The method is outdated.' });
    expect(new Date(data.made.withdrawnAt).getTime()).toBeGreaterThan(0);
    const seen = await api.anonymous(
      'query ($id: ID!) { badge(id: $id) { currentVersion { id } versions { edges { node { id state withdrawnReason } } } } }',
      { id: ids.badge },
    );
    expect(seen.data.badge).toEqual({
      currentVersion: null,
      versions: {
        edges: [
          {
            node: { id: ids.version, state: 'WITHDRAWN', withdrawnReason: 'The method is outdated.' },
          },
        ],
      },
    });
  });

  test('keeps it from being stacked anew, in drafts and when they are published', async () => {
    const ids = await publishBadge(staff, { name: 'Part', skillUri });
    const before = await draft({ name: 'Stack of before', stacks: [ids.badge] });
    await made(staff(withdraw(), { id: ids.version, reason: 'Outdated.' }));
    const input = { name: 'Stack of after', stacks: [ids.badge] };
    expect(extensions(await staff(createBadge, { input }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'input.stacks[0]',
      reason: 'PART_WITHDRAWN',
    });
    expect(extensions(await staff(publish, { id: before.version }))).toMatchObject({
      reason: 'PART_NOT_PUBLISHED',
    });
  });

  test('happens once, never to a draft, and only to what is one’s own', async () => {
    const ids = await publishBadge(staff, { skillUri });
    const waiting = await draft({ name: 'Draft' });
    const reason = 'Outdated.';
    expect(extensions(await staff(withdraw(), { id: waiting.version, reason }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_PUBLISHED',
    });
    expect(code(await stranger(withdraw(), { id: ids.version, reason }))).toBe('FORBIDDEN');
    expect(code(await staff(withdraw(), { id: 'none', reason }))).toBe('NOT_FOUND');
    expect(extensions(await staff(withdraw(), { id: ids.version, reason: ' ' }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'reason',
    });
    await made(staff(withdraw(), { id: ids.version, reason }));
    expect(extensions(await staff(withdraw(), { id: ids.version, reason }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_WITHDRAWN',
    });
  });
});

describe('deleting', () => {
  const exists = async (id: string) =>
    (await cypher('OPTIONAL MATCH (n:Badge|BadgeVersion {id: $id}) RETURN n IS NOT NULL AS is', { id }))[0]?.[
      'is'
    ];

  test('a draft that nothing stands on takes its badge along when it is all there is', async () => {
    const alone = await draft({ name: 'Never mind' });
    expect((await staff(remove, { id: alone.version })).data.deleteBadgeVersion).toBe(alone.version);
    expect([await exists(alone.version), await exists(alone.badge)]).toEqual([false, false]);
    const ids = await publishBadge(staff, { skillUri });
    const second = await made(staff(newVersion, { badgeId: ids.badge, input: { name: 'Second thoughts' } }));
    expect((await staff(remove, { id: second })).errors).toEqual([]);
    expect([await exists(second), await exists(ids.badge), await exists(ids.version)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('is refused for what was published, is in use, or is not one’s own', async () => {
    const ids = await publishBadge(staff, { skillUri });
    expect(extensions(await staff(remove, { id: ids.version }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_A_DRAFT',
    });
    const part = await draft({ name: 'Part' });
    await draft({ name: 'Stack', stacks: [part.badge] });
    expect(extensions(await staff(remove, { id: part.version }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'BADGE_IN_USE',
      uses: ['STACKS'],
    });
    expect(code(await stranger(remove, { id: part.version }))).toBe('NOT_FOUND');
    expect(code(await stranger(remove, { id: ids.version }))).toBe('FORBIDDEN');
  });
});

test('publishing a badge with 20 outcomes is one transaction', async () => {
  const outcomeIds: string[] = [];
  for (let n = 1; n <= 20; n++)
    outcomeIds.push(
      await made(
        staff(createOutcome, {
          input: { statement: `Configures network ${n}.`, alignments: [{ skillUri, level: 4 }] },
        }),
      ),
    );
  const assessment = await made(staff(createAssessment, { input: { ...assessmentInput, outcomeIds } }));
  const { version } = await draft({ name: 'Twenty', outcomeIds, assessmentIds: [assessment] });
  const before = proxy.commits;
  await made(staff(publish, { id: version }));
  expect(proxy.commits - before).toBe(1);
  const { data } = await api.anonymous(
    'query ($id: ID!) { badgeVersion(id: $id) { state outcomes { totalCount } } }',
    { id: version },
  );
  expect(data.badgeVersion).toEqual({ state: 'PUBLISHED', outcomes: { totalCount: 20 } });
});

test('what was published says of an outcome what the outcome says, however the two were written at once', async () => {
  const update =
    'mutation ($id: ID!, $input: UpdateOutcomeInput!) { made: updateOutcome(id: $id, input: $input) { id } }';
  for (let round = 1; round <= 4; round++) {
    const alignments = [{ skillUri, level: 4 }];
    const outcome = await made(
      staff(createOutcome, { input: { statement: 'Configures a switch.', alignments } }),
    );
    const assessment = await made(
      staff(createAssessment, { input: { ...assessmentInput, outcomeIds: [outcome] } }),
    );
    const { version } = await draft({
      name: `At once ${round}`,
      outcomeIds: [outcome],
      assessmentIds: [assessment],
    });
    const [published, changed] = await Promise.all([
      staff(publish, { id: version }),
      staff(update, { id: outcome, input: { statement: 'Configures a router.', alignments } }),
    ]);
    expect(published.errors).toEqual([]);
    if (changed.errors.length > 0) expect(extensions(changed)).toMatchObject({ reason: 'CERTIFIED' });
    const [row] = await cypher(
      `MATCH (version:BadgeVersion {id: $version})-[:CERTIFIES]->(outcome:Outcome)
       RETURN version.definition AS definition, outcome.statement AS statement`,
      { version },
    );
    expect(String(row?.['definition'])).toContain(String(row?.['statement']));
  }
});
