import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { cypher, makeOrganization, makeSkills } from '../support/data.ts';
import { codeOf as code, extensionsOf as extensions } from '../support/errors.ts';
import { assessmentInput, made, publishBadge } from './author.ts';

let api: TestApi;
let staff: Caller;
let admin: Caller;
let stranger: Caller;
let organizationId: string;
let skillUri: string;

beforeAll(async () => {
  api = await startApi();
  organizationId = await makeOrganization('Authors');
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
  stranger = await api.as({ role: 'ISSUER_ADMIN', organizationId: await makeOrganization('Others') });
  [skillUri = ''] = await makeSkills('administer networks');
});
afterAll(() => api.close());

const createUnit =
  'mutation ($input: CreateLearningUnitInput!) { made: createLearningUnit(input: $input) { id } }';
const createOutcome = 'mutation ($input: CreateOutcomeInput!) { made: createOutcome(input: $input) { id } }';
const createAssessment =
  'mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { id } }';
const createBadge =
  'mutation ($input: BadgeVersionInput!) { made: createBadge(input: $input) { id versions { edges { node { id number state } } } } }';
const newVersion =
  'mutation ($badgeId: ID!, $input: BadgeVersionInput!) { made: newBadgeVersion(badgeId: $badgeId, input: $input) { id number state } }';
const updateVersion =
  'mutation ($id: ID!, $input: BadgeVersionInput!) { made: updateBadgeVersion(id: $id, input: $input) { id name } }';
const publish = 'mutation ($id: ID!) { made: publishBadgeVersion(id: $id) { id state publishedAt } }';

const unit = { title: 'Networks', effortMinutes: 60, mode: 'LIVE' };
async function draft(caller: Caller, input: object) {
  const { data, errors } = await caller(createBadge, { input });
  expect(errors).toEqual([]);
  return { badge: data.made.id as string, version: data.made.versions.edges[0].node.id as string };
}

describe('describing a badge', () => {
  test('from unit to published version, and back through every edge', async () => {
    const ids = await publishBadge(staff, { skillUri });
    const { data, errors } = await api.anonymous(
      `query ($id: ID!) { badge(id: $id) {
        name issuer { id name }
        currentVersion {
          number state publishedAt validMonths badge { id }
          outcomes { totalCount edges { node { id verb owner { id }
            alignments { edges { node { skillUri level relation } } } } } }
          assessments { edges { node { id kind supervised outcomes { edges { node { id } } } } } }
          parts { totalCount }
        } } }`,
      { id: ids.badge },
    );
    expect(errors).toEqual([]);
    const version = data.badge.currentVersion;
    expect(data.badge.issuer).toEqual({ id: organizationId, name: 'Authors' });
    expect(version).toMatchObject({
      number: 1,
      state: 'PUBLISHED',
      validMonths: 24,
      badge: { id: ids.badge },
    });
    expect(version.outcomes.edges[0].node).toEqual({
      id: ids.outcome,
      verb: 'configure',
      owner: { id: organizationId },
      alignments: { edges: [{ node: { skillUri, level: 4, relation: 'EXACT' } }] },
    });
    const assessment = version.assessments.edges[0].node;
    expect(assessment).toMatchObject({ id: ids.assessment, kind: 'PROJECT', supervised: true });
    expect(assessment.outcomes.edges).toEqual([{ node: { id: ids.outcome } }]);
    const { rubric } = (
      await api.anonymous(
        `query ($id: ID!) { assessment(id: $id) { rubric { title criteria { edges { node { title position
           levels { edges { node { title points passing position } } } } } } } } }`,
        { id: ids.assessment },
      )
    ).data.assessment;
    const criteria = rubric.criteria.edges;
    expect(criteria.map((edge: { node: { title: string } }) => edge.node.title)).toEqual([
      'Separation',
      'Documentation',
    ]);
    expect(criteria[0].node.levels.edges[1].node).toEqual({
      title: 'Working',
      points: 2,
      passing: true,
      position: 2,
    });
  });

  test('a unit knows its provider, what it teaches, asks for, is assessed by and leads to', async () => {
    const ids = await publishBadge(staff, { skillUri });
    const after = await made(
      staff(createUnit, {
        input: { ...unit, prerequisites: { badgeId: ids.badge }, priceCents: 0, currency: 'EUR' },
      }),
    );
    const query = `query ($id: ID!) { learningUnit(id: $id) { provider { id } priceCents currency
      outcomes { edges { node { id } } } assessments { edges { node { id } } }
      prerequisiteBadges { edges { node { id } } } leadsTo { edges { node { id } } } } }`;
    const first = (await api.anonymous(query, { id: ids.unit })).data.learningUnit;
    expect(first.outcomes.edges).toEqual([{ node: { id: ids.outcome } }]);
    expect(first.assessments.edges).toEqual([{ node: { id: ids.assessment } }]);
    expect(first.leadsTo.edges).toEqual([{ node: { id: ids.badge } }]);
    const second = (await api.anonymous(query, { id: after })).data.learningUnit;
    expect(second).toMatchObject({ provider: { id: organizationId }, priceCents: 0, currency: 'EUR' });
    expect(second.prerequisiteBadges.edges).toEqual([{ node: { id: ids.badge } }]);
  });

  test('an outcome and an assessment are found by id', async () => {
    const ids = await publishBadge(staff, { skillUri });
    const { data } = await api.anonymous(
      'query ($o: ID!, $a: ID!, $v: ID!) { outcome(id: $o) { statement } assessment(id: $a) { title owner { id } } badgeVersion(id: $v) { number } }',
      { o: ids.outcome, a: ids.assessment, v: ids.version },
    );
    expect(data).toEqual({
      outcome: { statement: 'Configures a switch for two networks.' },
      assessment: { title: 'Set up two networks', owner: { id: organizationId } },
      badgeVersion: { number: 1 },
    });
  });
});

describe('a version', () => {
  test('is seen by its issuer alone while it is a draft', async () => {
    const { badge, version } = await draft(staff, { name: 'Secret plans' });
    const query = 'query ($b: ID!, $v: ID!) { badge(id: $b) { id } badgeVersion(id: $v) { id } }';
    const ids = { b: badge, v: version };
    expect((await admin(query, ids)).data).toEqual({ badge: { id: badge }, badgeVersion: { id: version } });
    expect((await stranger(query, ids)).data).toEqual({ badge: null, badgeVersion: null });
    expect((await api.anonymous(query, ids)).data).toEqual({ badge: null, badgeVersion: null });
  });

  test('changes while a draft, everything it says', async () => {
    const ids = await publishBadge(staff, { skillUri });
    const { badge, version } = await draft(staff, {
      name: 'Before',
      outcomeIds: [ids.outcome],
      stacks: [ids.badge],
    });
    const { data, errors } = await staff(updateVersion, { id: version, input: { name: 'After' } });
    expect(errors).toEqual([]);
    expect(data.made.name).toBe('After');
    const seen = await staff(
      'query ($id: ID!) { badge(id: $id) { name versions { edges { node { name outcomes { totalCount } parts { totalCount } } } } } }',
      { id: badge },
    );
    expect(seen.data.badge).toEqual({
      name: 'After',
      versions: {
        edges: [{ node: { name: 'After', outcomes: { totalCount: 0 }, parts: { totalCount: 0 } } }],
      },
    });
  });

  test('never changes once published: CONFLICT, and again when published twice', async () => {
    const { version } = await publishBadge(staff, { skillUri });
    const edited = await staff(updateVersion, { id: version, input: { name: 'Other' } });
    expect(extensions(edited)).toMatchObject({ code: 'CONFLICT', reason: 'NOT_A_DRAFT', state: 'PUBLISHED' });
    expect(code(await staff(publish, { id: version }))).toBe('CONFLICT');
  });

  test('is superseded by the next one, whose name the badge takes; history is public', async () => {
    const ids = await publishBadge(staff, { name: 'First name', skillUri });
    const input = { name: 'Second name', outcomeIds: [ids.outcome], assessmentIds: [ids.assessment] };
    const second = await made(
      staff(newVersion, { badgeId: ids.badge, input: { ...input, changeReason: 'A clearer name.' } }),
    );
    const again = await staff(newVersion, { badgeId: ids.badge, input });
    expect(extensions(again)).toMatchObject({ code: 'CONFLICT', reason: 'DRAFT_EXISTS', versionId: second });
    await made(staff(publish, { id: second }));
    const { data } = await api.anonymous(
      'query ($id: ID!) { badge(id: $id) { name currentVersion { id } versions { edges { node { number name state } } } } }',
      { id: ids.badge },
    );
    expect(data.badge).toEqual({
      name: 'Second name',
      currentVersion: { id: second },
      versions: {
        edges: [
          { node: { number: 2, name: 'Second name', state: 'PUBLISHED' } },
          { node: { number: 1, name: 'First name', state: 'SUPERSEDED' } },
        ],
      },
    });
  });

  test('of one name, added twice at once: one wins, one is a CONFLICT', async () => {
    const ids = await publishBadge(staff, { skillUri });
    const input = { name: 'Twice', outcomeIds: [ids.outcome], assessmentIds: [ids.assessment] };
    const answers = await Promise.all([1, 2].map(() => staff(newVersion, { badgeId: ids.badge, input })));
    expect(answers.map((answer) => code(answer) ?? 'made').sort()).toEqual(['CONFLICT', 'made']);
  });

  test.each([
    ['certifies nothing', () => ({ name: 'Empty' }), 'NOTHING_TO_CERTIFY'],
    ['has no assessment', (ids: Ids) => ({ name: 'Unearned', outcomeIds: [ids.outcome] }), 'NO_ASSESSMENT'],
    [
      'certifies what is not assessed',
      (ids: Ids) => ({ name: 'Half', outcomeIds: [ids.outcome, ids.other], assessmentIds: [ids.assessment] }),
      'OUTCOME_NOT_ASSESSED',
    ],
    ['stacks a draft', (ids: Ids) => ({ name: 'Shaky', stacks: [ids.draft] }), 'PART_NOT_PUBLISHED'],
  ])('that %s is not published: INVALID_INPUT', async (_what, input, reason) => {
    const ids = await publishBadge(staff, { skillUri });
    const other = await made(staff(createOutcome, { input: { statement: 'Explains a protocol.' } }));
    const waiting = await draft(staff, { name: 'Waiting' });
    const { version } = await draft(staff, input({ ...ids, other, draft: waiting.badge }));
    expect(extensions(await staff(publish, { id: version }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'id',
      reason,
    });
  });
});

type Ids = Awaited<ReturnType<typeof publishBadge>> & { other: string; draft: string };

describe('a stacked credential', () => {
  test('names the badges that earn it, of other issuers too', async () => {
    const one = await publishBadge(staff, { name: 'Part A', skillUri });
    const two = await publishBadge(stranger, { name: 'Part B', skillUri });
    const { badge, version } = await draft(staff, { name: 'Both', stacks: [one.badge, two.badge] });
    await made(staff(publish, { id: version }));
    const { data } = await api.anonymous(
      'query ($id: ID!, $org: ID!) { badge(id: $id) { currentVersion { parts { edges { node { name issuer { name } } } } } } badges(filter: {organizationId: $org, stacked: true, nameContains: "bOTH"}) { edges { node { id } } } }',
      { id: badge, org: organizationId },
    );
    expect(data.badge.currentVersion.parts.edges).toEqual([
      { node: { name: 'Part A', issuer: { name: 'Authors' } } },
      { node: { name: 'Part B', issuer: { name: 'Others' } } },
    ]);
    expect(data.badges.edges).toEqual([{ node: { id: badge } }]);
  });

  test('cannot rest on itself, not even through others: INVALID_INPUT', async () => {
    const base = await publishBadge(staff, { name: 'Base', skillUri });
    const middle = await draft(staff, { name: 'Middle', stacks: [base.badge] });
    await made(staff(publish, { id: middle.version }));
    const top = await draft(staff, { name: 'Top', stacks: [middle.badge] });
    for (const part of [base.badge, middle.badge, top.badge])
      expect(
        extensions(await staff(newVersion, { badgeId: base.badge, input: { name: 'Base', stacks: [part] } })),
      ).toMatchObject({
        code: 'INVALID_INPUT',
        argument: 'input.stacks',
        reason: 'CIRCULAR_STACK',
        badgeId: part,
      });
  });

  test('two drafts written at once cannot close a circle together', async () => {
    const [one, two] = await Promise.all([
      publishBadge(staff, { name: 'Left', skillUri }),
      publishBadge(staff, { name: 'Right', skillUri }),
    ]);
    const answers = await Promise.all([
      staff(newVersion, { badgeId: one.badge, input: { name: 'Left', stacks: [two.badge] } }),
      staff(newVersion, { badgeId: two.badge, input: { name: 'Right', stacks: [one.badge] } }),
    ]);
    expect(answers.map((answer) => code(answer) ?? 'made').sort()).toEqual(['INVALID_INPUT', 'made']);
  });
});

describe('refused', () => {
  const everything = () =>
    [
      ['createLearningUnit', createUnit, { input: unit }],
      ['createOutcome', createOutcome, { input: { statement: 'Builds.' } }],
      ['createAssessment', createAssessment, { input: assessmentInput }],
      ['createBadge', createBadge, { input: { name: 'Badge' } }],
      ['newBadgeVersion', newVersion, { badgeId: 'x', input: { name: 'Badge' } }],
      ['updateBadgeVersion', updateVersion, { id: 'x', input: { name: 'Badge' } }],
      ['publishBadgeVersion', publish, { id: 'x' }],
    ] as const;

  test.each(everything())('%s without a key, or in another role', async (_name, mutation, variables) => {
    expect(code(await api.anonymous(mutation, variables))).toBe('UNAUTHENTICATED');
    for (const role of ['EMPLOYER', 'ASSESSOR', 'EXTERNAL_REVIEWER', 'ANALYST', 'PLATFORM_ADMIN'] as const)
      expect(code(await (await api.as({ role, organizationId }))(mutation, variables))).toBe('FORBIDDEN');
  });

  test.each(everything().slice(4))(
    '%s of an id that does not exist: NOT_FOUND',
    async (_name, mutation, variables) => {
      expect(code(await staff(mutation, variables))).toBe('NOT_FOUND');
    },
  );

  test('what belongs to another organisation: FORBIDDEN when public, NOT_FOUND when a draft', async () => {
    const ids = await publishBadge(staff, { skillUri });
    const { badge, version } = await draft(staff, { name: 'Draft' });
    const input = { name: 'Mine now' };
    expect(code(await stranger(newVersion, { badgeId: ids.badge, input }))).toBe('FORBIDDEN');
    expect(code(await stranger(updateVersion, { id: ids.version, input }))).toBe('FORBIDDEN');
    expect(code(await stranger(publish, { id: ids.version }))).toBe('FORBIDDEN');
    expect(code(await stranger(newVersion, { badgeId: badge, input }))).toBe('NOT_FOUND');
    expect(code(await stranger(updateVersion, { id: version, input }))).toBe('NOT_FOUND');
    expect(code(await stranger(publish, { id: version }))).toBe('NOT_FOUND');
    expect(code(await stranger(createBadge, { input: { name: 'Stack', stacks: [badge] } }))).toBe(
      'NOT_FOUND',
    );
  });

  test('building on what belongs to another organisation: FORBIDDEN naming the place', async () => {
    const ids = await publishBadge(staff, { skillUri });
    const cases = [
      [createUnit, { ...unit, outcomeIds: [ids.outcome] }, 'input.outcomeIds[0]'],
      [createUnit, { ...unit, assessmentIds: [ids.assessment] }, 'input.assessmentIds[0]'],
      [createOutcome, { statement: 'Builds.', learningUnitIds: [ids.unit] }, 'input.learningUnitIds[0]'],
      [createAssessment, { ...assessmentInput, outcomeIds: [ids.outcome] }, 'input.outcomeIds[0]'],
      [createBadge, { name: 'Badge', assessmentIds: [ids.assessment] }, 'input.assessmentIds[0]'],
    ] as const;
    for (const [mutation, input, argument] of cases)
      expect(extensions(await stranger(mutation, { input }))).toMatchObject({ code: 'FORBIDDEN', argument });
  });

  test.each([
    [
      'a skill',
      createOutcome,
      { statement: 'Builds.', alignments: [{ skillUri: 'urn:none', level: 3 }] },
      'input.alignments[0].skillUri',
    ],
    ['an outcome', createBadge, { name: 'Badge', outcomeIds: ['none'] }, 'input.outcomeIds[0]'],
    ['an assessment', createBadge, { name: 'Badge', assessmentIds: ['none'] }, 'input.assessmentIds[0]'],
    ['a badge', createBadge, { name: 'Badge', stacks: ['none'] }, 'input.stacks[0]'],
    [
      'a prerequisite',
      createUnit,
      { ...unit, prerequisites: { any: [{ badgeId: 'none' }] } },
      'input.prerequisites.any[0].badgeId',
    ],
    [
      'a unit',
      createOutcome,
      { statement: 'Builds.', learningUnitIds: ['none'] },
      'input.learningUnitIds[0]',
    ],
  ])(
    '%s that does not exist: NOT_FOUND naming the place, and nothing is written',
    async (_what, mutation, input, argument) => {
      const before = await counts();
      expect(extensions(await staff(mutation, { input }))).toMatchObject({ code: 'NOT_FOUND', argument });
      expect(await counts()).toEqual(before);
    },
  );

  const criterion = assessmentInput.rubric.criteria[0];
  const rubric = (criteria: unknown[]) => ({ ...assessmentInput, rubric: { title: 'R', criteria } });
  test.each([
    [createUnit, { ...unit, title: ' ' }, 'input.title'],
    [createUnit, { ...unit, effortMinutes: 0 }, 'input.effortMinutes'],
    [createUnit, { ...unit, level: 9 }, 'input.level'],
    [createUnit, { ...unit, priceCents: 100 }, 'input.currency'],
    [createUnit, { ...unit, priceCents: 100, currency: 'euro' }, 'input.currency'],
    [createUnit, { ...unit, languages: ['English!'] }, 'input.languages[0]'],
    [createOutcome, { statement: '' }, 'input.statement'],
    [
      createOutcome,
      { statement: 'Builds.', alignments: [{ skillUri: 'urn:x', level: 0 }] },
      'input.alignments[0].level',
    ],
    [
      createOutcome,
      {
        statement: 'Builds.',
        alignments: [
          { skillUri: 'urn:x', level: 1 },
          { skillUri: 'urn:x', level: 2 },
        ],
      },
      'input.alignments[1]',
    ],
    [createAssessment, rubric([]), 'input.rubric.criteria'],
    [
      createAssessment,
      rubric([{ title: 'C', levels: criterion?.levels.slice(0, 1) }]),
      'input.rubric.criteria[0].levels',
    ],
    [
      createAssessment,
      rubric([{ title: 'C', levels: criterion?.levels.map((level) => ({ ...level, passing: true })) }]),
      'input.rubric.criteria[0].levels',
    ],
    [
      createAssessment,
      rubric([{ title: 'C', levels: [...(criterion?.levels ?? [])].reverse() }]),
      'input.rubric.criteria[0].levels',
    ],
    [createBadge, { name: 'x'.repeat(201) }, 'input.name'],
    [createBadge, { name: 'B', validMonths: 0 }, 'input.validMonths'],
    [createBadge, { name: 'B', imageUrl: 'javascript:alert(1)', imageAlt: 'x' }, 'input.imageUrl'],
    [createBadge, { name: 'B', imageUrl: 'https://example.org/a.png' }, 'input.imageAlt'],
    [createBadge, { name: 'B', imageUrl: 'https://example.org/a.png', imageAlt: 'x' }, 'input.imageDigest'],
    [createBadge, { name: 'B', achievementType: 'Medal' }, 'input.achievementType'],
    [createBadge, { name: 'B', creditValue: 150 }, 'input.creditSystem'],
    [createBadge, { name: 'B', renewal: 'REASSESS' }, 'input.renewal'],
    [createBadge, { name: 'B', validMonths: 12, renewal: 'REFRESH' }, 'input.renewalText'],
    [createBadge, { name: 'B', tags: ['  '] }, 'input.tags[0]'],
    [createBadge, { name: 'B', outcomeIds: ['a', 'a'] }, 'input.outcomeIds[1]'],
  ])('%#: INVALID_INPUT naming the place', async (mutation, input, argument) => {
    const answer = await staff(mutation, { input });
    expect(extensions(answer)).toMatchObject({ code: 'INVALID_INPUT', argument });
    expect(answer.errors[0]?.message).toContain(argument);
  });
});

const counts = () =>
  cypher(
    `MATCH (o:Organization {id: $organizationId})
     RETURN COUNT { (o)-[:OWNS]->() } AS owned, COUNT { (o)-[:OFFERS]->() } AS offered, COUNT { (o)-[:ISSUES]->() } AS issued`,
    { organizationId },
  );
