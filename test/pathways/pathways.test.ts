import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Prerequisite } from '../../src/modules/catalog/units/prerequisites.ts';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { World } from '../support/world.ts';

let api: TestApi;
const world = new World();
beforeAll(async () => {
  api = await startApi({ clock: () => new Date('2026-01-15T12:00:00Z') });
});
afterAll(async () => {
  await api.close();
  await world.close();
});

const PATHWAY = `query ($input: PathwayInput!) { pathway(input: $input) {
  roleProfileId title status provenOptimal bound policyVersion evaluatedAt taxonomyVersions
  plan { minutes hours prices { cents currency } unpriced steps {
    order unitId title minutes hours price { cents currency } because
    prerequisites { badgeId } earns { badgeId name } covers { skillUri levelNeed } enables { unitId }
    unit { id title }
  } }
  gap { skillUri status levelHave levelNeed necessity }
  uncoverable { requirement { skillUri } reason bestLevel message }
} }`;

/** Skills, an employer and an academy; `teach` makes a unit, its assessment and the badge that it leads to. */
async function scene() {
  const employer = await world.organization();
  const academy = await world.organization(['ISSUER', 'PROVIDER']);
  const learner = await world.learner();
  const me = await api.as({ role: 'LEARNER', learnerId: learner });
  const teach = async (
    skills: { uri: string; level: number }[],
    minutes: number,
    more: {
      prerequisites?: string[];
      rule?: Prerequisite;
      priceCents?: number | null;
      currency?: string | null;
    } = {},
  ) => {
    const assessment = `assessment-${randomUUID()}`;
    const badge = await world.badge({ issuer: academy, skills, assessments: [assessment] });
    const unit = await world.unit({ provider: academy, minutes, assessments: [assessment], ...more });
    return { badge, unit, assessment };
  };
  return { employer, academy, learner, me, teach };
}
const plan = async (caller: Caller, input: Record<string, unknown>) => {
  const { data, errors } = await caller(PATHWAY, { input });
  expect(errors).toEqual([]);
  return data.pathway;
};
// biome-ignore lint/suspicious/noExplicitAny: answers of the API
const stepsOf = (pathway: any): any[] => pathway.plan.steps;

describe('pathway', () => {
  test('finds the cheapest units in an order that respects prerequisites, and says why', async () => {
    const { employer, me, learner, teach } = await scene();
    const [python, sql] = [await world.skill('Python'), await world.skill('SQL')];
    const role = await world.role(employer, [
      { skill: python, level: 5, weight: 2 },
      { skill: sql, level: 4, weight: 1, necessity: 'NICE' },
    ]);
    const basics = await teach([{ uri: python, level: 3 }], 600);
    const advanced = await teach([{ uri: python, level: 5 }], 1_200, { prerequisites: [basics.badge.id] });
    const query = await teach([{ uri: sql, level: 4 }], 300);
    await teach(
      [
        { uri: python, level: 6 },
        { uri: sql, level: 4 },
      ],
      2_200,
    );
    const pathway = await plan(me, { roleProfileId: role });
    expect(pathway).toMatchObject({
      roleProfileId: role,
      status: 'OPTIMAL',
      provenOptimal: true,
      bound: 2_100,
      policyVersion: 'match-policy-1',
      plan: { minutes: 2_100, hours: 35, prices: [{ cents: 30_000, currency: 'EUR' }], unpriced: 0 },
      gap: [
        { skillUri: python, status: 'MISSING', levelHave: null, levelNeed: 5, necessity: 'MUST' },
        { skillUri: sql, status: 'MISSING', levelHave: null, levelNeed: 4, necessity: 'NICE' },
      ],
      uncoverable: [],
    });
    expect(stepsOf(pathway)).toMatchObject([
      {
        order: 1,
        unitId: query.unit,
        covers: [{ skillUri: sql, levelNeed: 4 }],
        earns: [{ badgeId: query.badge.id }],
        because: `It earns “${query.badge.name}”, which covers SQL at level 4.`,
        unit: { id: query.unit },
      },
      {
        order: 2,
        unitId: basics.unit,
        covers: [],
        enables: [{ unitId: advanced.unit }],
        because: `It earns “${basics.badge.name}”, which is needed for “${advanced.unit}”.`,
      },
      { order: 3, unitId: advanced.unit, prerequisites: [{ badgeId: basics.badge.id }], enables: [] },
    ]);

    const onlyMust = await plan(me, { roleProfileId: role, includeNice: false });
    expect(stepsOf(onlyMust).map((step) => step.unitId)).toEqual([basics.unit, advanced.unit]);

    await world.credential(learner, basics.badge.version);
    const shorter = await plan(me, { roleProfileId: role });
    expect(stepsOf(shorter).map((step) => step.unitId)).toEqual([query.unit, advanced.unit]);
    expect(shorter.gap[0]).toMatchObject({ status: 'PARTIAL', levelHave: 3 });

    await world.credential(learner, advanced.badge.version);
    await world.credential(learner, query.badge.version);
    expect(await plan(me, { roleProfileId: role })).toMatchObject({
      status: 'NOTHING_TO_DO',
      plan: null,
      gap: [],
      bound: 0,
    });
  });

  test('takes the cheapest way through a rule of alternatives, badges, outcomes and skills alike', async () => {
    const { employer, me, learner, teach } = await scene();
    const [python, logic] = [await world.skill('Python'), await world.skill('Logic')];
    const role = await world.role(employer, [{ skill: python, level: 5 }]);
    const dear = await teach([], 900);
    const cheap = await teach([], 300);
    const basics = await teach([{ uri: logic, level: 3 }], 200);
    await teach([{ uri: logic, level: 2 }], 100);
    const goal = await teach([{ uri: python, level: 5 }], 60, {
      rule: {
        op: 'all',
        of: [
          {
            op: 'any',
            of: [
              { op: 'badge', badgeId: dear.badge.id },
              { op: 'badge', badgeId: cheap.badge.id },
            ],
          },
          { op: 'skill', skillUri: logic, level: 3 },
        ],
      },
    });
    const units = async () => stepsOf(await plan(me, { roleProfileId: role })).map(({ unitId }) => unitId);
    expect(await units()).toEqual([basics.unit, cheap.unit, goal.unit]);
    const last = stepsOf(await plan(me, { roleProfileId: role })).at(-1);
    expect(last.prerequisites.map(({ badgeId }: { badgeId: string }) => badgeId).sort()).toEqual(
      [basics.badge.id, cheap.badge.id].sort(),
    );
    await world.credential(learner, dear.badge.version);
    expect(await units()).toEqual([basics.unit, goal.unit]);
    const earlier = await world.badge({
      issuer: employer,
      skills: [{ uri: logic, level: 4, relation: 'CLOSE' }],
      state: 'SUPERSEDED',
    });
    await world.credential(learner, earlier.version);
    expect(await units()).toEqual([goal.unit]);
  });

  test('takes an expired or revoked badge as not held, for the goal and as a prerequisite', async () => {
    const { employer, me, learner, teach } = await scene();
    const [python, sql] = [await world.skill('Python'), await world.skill('SQL')];
    const role = await world.role(employer, [{ skill: python, level: 5 }]);
    const basics = await teach([{ uri: sql, level: 3 }], 600);
    const advanced = await teach([{ uri: python, level: 5 }], 60, { prerequisites: [basics.badge.id] });
    await world.credential(learner, basics.badge.version, { status: 'REVOKED' });
    await world.credential(learner, basics.badge.version, { validUntil: '2026-01-15T12:00:00Z' });
    await world.credential(learner, advanced.badge.version, { validUntil: '2026-01-01T00:00:00Z' });
    const pathway = await plan(me, { roleProfileId: role });
    expect(pathway.gap).toMatchObject([{ status: 'EXPIRED' }]);
    expect(stepsOf(pathway).map((step) => step.unitId)).toEqual([basics.unit, advanced.unit]);
  });

  test('counts exact mappings, badges of several assessments, and stacked badges', async () => {
    const { employer, academy, me, learner, teach } = await scene();
    const [asked, taught, other] = [
      await world.skill('A'),
      await world.skill('A in ESCO'),
      await world.skill('B'),
    ];
    await world.mapping(asked, taught);
    const role = await world.role(employer, [
      { skill: asked, level: 4 },
      { skill: other, level: 4, evidence: 'VERIFIED' },
    ]);
    const [one, two] = [`assessment-${randomUUID()}`, `assessment-${randomUUID()}`];
    const both = await world.badge({
      issuer: academy,
      skills: [{ uri: taught, level: 4 }],
      assessments: [one, two],
    });
    const first = await world.unit({ provider: academy, minutes: 60, assessments: [one] });
    const second = await world.unit({ provider: academy, minutes: 90, assessments: [two] });
    const part = await teach([], 30);
    await world.badge({
      issuer: academy,
      skills: [{ uri: other, level: 4 }],
      stacks: [both.id, part.badge.id],
    });
    const pathway = await plan(me, { roleProfileId: role });
    expect(pathway).toMatchObject({ status: 'OPTIMAL', plan: { minutes: 180 } });
    expect(new Set(stepsOf(pathway).map((step) => step.unitId))).toEqual(new Set([first, second, part.unit]));
    expect(stepsOf(pathway).every((step) => step.covers.length + step.enables.length > 0)).toBe(true);

    const assessed = await world.role(employer, [{ skill: other, level: 4, evidence: 'ASSESSED' }]);
    expect(await plan(me, { roleProfileId: assessed })).toMatchObject({
      status: 'NOTHING_ON_OFFER',
      uncoverable: [{ reason: 'OTHER_EVIDENCE' }],
    });
    await world.credential(learner, both.version);
    expect(await plan(me, { roleProfileId: role })).toMatchObject({ plan: { minutes: 30 } });
  });

  test('says why nothing covers a requirement', async () => {
    const { employer, academy, me, teach } = await scene();
    const [none, low, noUnit, blocked, fine] = await Promise.all(
      ['None', 'Low', 'No unit', 'Blocked', 'Fine'].map((label) => world.skill(label)),
    );
    const skills = [none, low, noUnit, blocked, fine].map((uri) => uri ?? '');
    const role = await world.role(
      employer,
      skills.map((skill) => ({ skill, level: 5 })),
    );
    await teach([{ uri: low ?? '', level: 3 }], 60);
    await world.badge({
      issuer: academy,
      skills: [{ uri: noUnit ?? '', level: 5 }],
      assessments: [randomUUID()],
    });
    const unreachable = await world.badge({ issuer: academy, assessments: [randomUUID()] });
    await teach([{ uri: blocked ?? '', level: 5 }], 60, { prerequisites: [unreachable.id] });
    await teach([{ uri: fine ?? '', level: 5 }], 60);
    const draft = `assessment-${randomUUID()}`;
    await world.badge({
      issuer: academy,
      skills: [{ uri: none ?? '', level: 8 }],
      assessments: [draft],
      state: 'DRAFT',
    });
    await world.unit({ provider: academy, minutes: 1, assessments: [draft] });
    const pathway = await plan(me, { roleProfileId: role });
    expect(pathway).toMatchObject({ status: 'PARTIAL', provenOptimal: true, plan: { minutes: 60 } });
    const reasons = Object.fromEntries(
      pathway.uncoverable.map(
        (entry: { requirement: { skillUri: string }; reason: string; message: string }) => [
          entry.requirement.skillUri,
          [entry.reason, entry.message],
        ],
      ),
    );
    expect(reasons).toEqual({
      [none ?? '']: ['NO_BADGE', 'No badge on offer certifies None.'],
      [low ?? '']: ['LEVEL_TOO_LOW', 'The badges on offer for Low reach level 3; level 5 is asked.'],
      [noUnit ?? '']: ['NO_UNIT', 'Badges certify No unit, but no unit leads to their assessments.'],
      [blocked ?? '']: ['PREREQUISITES', 'What would lead to Blocked asks for what cannot be earned.'],
    });
  });

  test('minimises what it is asked to, and compares no prices of several currencies', async () => {
    const { employer, me, teach } = await scene();
    const [python, sql] = [await world.skill('Python'), await world.skill('SQL')];
    const role = await world.role(employer, [{ skill: python, level: 5 }]);
    const quick = await teach([{ uri: python, level: 5 }], 60, { priceCents: 90_000 });
    const cheap = await teach([{ uri: python, level: 5 }], 600, { priceCents: 100 });
    const units = async (minimise?: string[]) =>
      stepsOf(await plan(me, { roleProfileId: role, minimise })).map((step) => step.unitId);
    expect(await units()).toEqual([quick.unit]);
    expect(await units(['PRICE', 'HOURS'])).toEqual([cheap.unit]);
    expect((await plan(me, { roleProfileId: role, minimise: ['PRICE'] })).bound).toBe(100);
    const wrong = async (input: object) =>
      (await me(PATHWAY, { input: { roleProfileId: role, ...input } })).errors[0]?.extensions;
    expect(await wrong({ minimise: [] })).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'input.minimise',
    });
    expect(await wrong({ minimise: ['HOURS', 'HOURS'] })).toMatchObject({ argument: 'input.minimise' });
    await teach(
      [
        { uri: python, level: 5 },
        { uri: sql, level: 1 },
      ],
      30,
      { priceCents: 5, currency: 'SEK' },
    );
    expect(await wrong({ minimise: ['PRICE'] })).toMatchObject({ reason: 'SEVERAL_CURRENCIES' });
    const mixed = await plan(me, { roleProfileId: role });
    expect(mixed.plan).toMatchObject({ minutes: 30, prices: [{ cents: 5, currency: 'SEK' }] });
  });

  test('is for the learner alone', async () => {
    const { employer, me, learner } = await scene();
    const skill = await world.skill();
    const role = await world.role(employer, [{ skill, level: 5 }]);
    expect(await plan(me, { roleProfileId: role, learnerId: learner })).not.toBeNull();
    expect(await plan(me, { roleProfileId: role, learnerId: await world.learner() })).toBeNull();
    expect(await plan(me, { roleProfileId: 'nothing' })).toBeNull();
    const input = { roleProfileId: role };
    expect((await api.anonymous(PATHWAY, { input })).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const asEmployer = await api.as({ role: 'EMPLOYER', organizationId: employer });
    expect((await asEmployer(PATHWAY, { input })).errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
