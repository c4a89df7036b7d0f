import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher } from '../../support/data.ts';
import { World } from '../../support/world.ts';
import { made, publishBadge } from '../author.ts';

let api: TestApi;
let organizationId: string;
let staff: Caller;
let stranger: Caller;
let skillUri: string;
let occupationUri: string;
const world = new World();
beforeAll(async () => {
  api = await startApi();
  organizationId = await world.organization(['ISSUER', 'PROVIDER']);
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  stranger = await api.as({ role: 'ISSUER_ADMIN', organizationId: await world.organization(['ISSUER']) });
  skillUri = await world.skill('Switching');
  occupationUri = `urn:test:occupation:${randomUUID()}`;
  await cypher("CREATE (:Concept:Occupation {uri: $uri, framework: 'test', since: 1, until: 2147483647})", {
    uri: occupationUri,
  });
});
afterAll(async () => {
  await api.close();
  await world.close();
});

const CREATE =
  'mutation ($input: CreateLearningUnitInput!) { made: createLearningUnit(input: $input) { id } }';
const UPDATE =
  'mutation ($id: ID!, $input: UpdateLearningUnitInput!) { made: updateLearningUnit(id: $id, input: $input) { id } }';
const DELETE = 'mutation ($id: ID!) { deleteLearningUnit(id: $id) }';
const READ = `query ($id: ID!) { learningUnit(id: $id) {
  title description languages textLanguage licence imageUrl imageAlt level
  accessibility { accessModes features hazards controls summary }
  sessions { edges { node { id startsAt endsAt place online seats } } }
  texts { edges { node { language title } } }
  german: text(language: "de-AT") { language title summary accessibilitySummary }
  french: text(language: "fr") { language title }
  prerequisites { kind n outcome { id } of { kind badge { name } skill { uri } level of { kind } } }
  prerequisiteBadges { edges { node { id } } }
  equivalents { edges { node { reason learningUnit { id } assessment { id } } } }
  targetOccupations { edges { node { uri } } }
  targetRoleProfiles { edges { node { id } } }
} }`;
const unit = { title: 'Networks at work', effortMinutes: 240, mode: 'BLENDED' };
const extensions = ({ errors }: Answer<unknown>) => errors[0]?.extensions;
const read = async (id: string) => (await api.anonymous(READ, { id })).data.learningUnit;

describe('a learning unit', () => {
  test('says everything it was given, to anybody, in the language asked for', async () => {
    const ids = await publishBadge(staff, { skillUri });
    const profile = await world.role(await world.organization(), [{ skill: skillUri, level: 3 }]);
    const session = {
      startsAt: '2027-03-02T09:00:00.000Z',
      endsAt: '2027-03-02T11:00:00.000Z',
      place: 'Room 2, Main Street 1',
      online: false,
      seats: 12,
    };
    const id = await made(
      staff(CREATE, {
        input: {
          ...unit,
          description: 'Three evenings.',
          languages: ['EN', 'de'],
          translations: [
            { language: 'DE', title: 'Netze im Betrieb', accessibilitySummary: 'Mit Untertiteln.' },
          ],
          level: 4,
          licence: 'CC-BY-4.0',
          imageUrl: 'https://pictures.example/switch.png',
          imageAlt: 'A switch with eight cables',
          accessibility: {
            accessModes: ['textual', 'visual'],
            features: ['captions', 'transcript'],
            hazards: [],
            controls: ['fullKeyboardControl'],
            summary: 'Captions throughout.',
          },
          sessions: [
            { ...session, startsAt: '2027-03-02T09:00:00Z' },
            { ...session, online: true, place: null },
          ],
          prerequisites: {
            all: [
              { badgeId: ids.badge },
              { some: { n: 1, of: [{ outcomeId: ids.outcome }, { skill: { uri: skillUri, level: 2 } }] } },
            ],
          },
          equivalents: [
            { learningUnitId: ids.unit, reason: 'Same outcomes.' },
            { assessmentId: ids.assessment, reason: 'Shows it without the course.' },
          ],
          targetOccupationUris: [occupationUri],
          targetRoleProfileIds: [profile],
        },
      }),
    );
    const said = await read(id);
    expect(said).toMatchObject({
      title: 'Networks at work',
      description: 'Three evenings.',
      languages: ['en', 'de'],
      textLanguage: 'en',
      licence: 'CC-BY-4.0',
      imageUrl: 'https://pictures.example/switch.png',
      imageAlt: 'A switch with eight cables',
      accessibility: {
        accessModes: ['textual', 'visual'],
        features: ['captions', 'transcript'],
        hazards: [],
        controls: ['fullKeyboardControl'],
        summary: 'Captions throughout.',
      },
      german: {
        language: 'de',
        title: 'Netze im Betrieb',
        summary: null,
        accessibilitySummary: 'Mit Untertiteln.',
      },
      french: { language: 'en', title: 'Networks at work' },
      prerequisites: {
        kind: 'ALL',
        n: 2,
        of: [
          { kind: 'BADGE', badge: { name: 'Network basics' }, of: [] },
          { kind: 'SOME', of: [{ kind: 'OUTCOME' }, { kind: 'SKILL' }] },
        ],
      },
      prerequisiteBadges: { edges: [{ node: { id: ids.badge } }] },
      targetOccupations: { edges: [{ node: { uri: occupationUri } }] },
      targetRoleProfiles: { edges: [{ node: { id: profile } }] },
    });
    expect(said.texts.edges.map(({ node }: { node: { language: string } }) => node.language)).toEqual([
      'en',
      'de',
    ]);
    expect(said.equivalents.edges).toEqual(
      expect.arrayContaining([
        { node: { reason: 'Same outcomes.', learningUnit: { id: ids.unit }, assessment: null } },
        {
          node: {
            reason: 'Shows it without the course.',
            learningUnit: null,
            assessment: { id: ids.assessment },
          },
        },
      ]),
    );
    expect(said.sessions.edges.map(({ node: { id: _, ...rest } }: { node: { id: string } }) => rest)).toEqual(
      expect.arrayContaining([session, { ...session, online: true, place: null }]),
    );
    const index = await cypher(
      'MATCH (:LearningUnit {id: $id})-[:PREREQUISITE]->(to) RETURN coalesce(to.id, to.uri) AS to',
      { id },
    );
    expect(index.map(({ to }) => to).sort()).toEqual([ids.badge, ids.outcome, skillUri].sort());
  });

  test('is replaced as a whole; a session that is named stays the same one', async () => {
    const slot = { startsAt: '2027-01-05T09:00:00Z', endsAt: '2027-01-05T10:00:00Z', online: true };
    const id = await made(
      staff(CREATE, {
        input: {
          ...unit,
          licence: 'https://licences.example/ours',
          sessions: [slot, { ...slot, endsAt: '2027-01-05T12:00:00Z' }],
          translations: [{ language: 'sv', title: 'Nät' }],
          accessibility: { summary: 'Ask us.' },
        },
      }),
    );
    const [kept] = (await read(id)).sessions.edges;
    await made(
      staff(UPDATE, {
        id,
        input: { ...unit, title: 'Networks, again', sessions: [{ ...slot, id: kept.node.id, seats: 5 }] },
      }),
    );
    const said = await read(id);
    expect(said).toMatchObject({ title: 'Networks, again', licence: null, accessibility: null });
    expect(said.texts.edges).toEqual([{ node: { language: 'en', title: 'Networks, again' } }]);
    expect(said.sessions.edges).toMatchObject([{ node: { id: kept.node.id, seats: 5 } }]);
    expect(
      extensions(await staff(UPDATE, { id, input: { ...unit, sessions: [{ ...slot, id: 'other' }] } })),
    ).toMatchObject({ code: 'NOT_FOUND', argument: 'input.sessions[0].id' });
    expect(extensions(await stranger(UPDATE, { id, input: unit }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(extensions(await staff(UPDATE, { id: 'none', input: unit }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      extensions(
        await staff(UPDATE, { id, input: { ...unit, equivalents: [{ learningUnitId: id, reason: 'Me.' }] } }),
      ),
    ).toMatchObject({ code: 'INVALID_INPUT', argument: 'input.equivalents[0].learningUnitId' });
  });

  const slot = { startsAt: '2027-01-05T09:00:00Z', endsAt: '2027-01-05T10:00:00Z', online: true };
  test.each([
    [{ imageUrl: 'https://pictures.example/a.png' }, 'input.imageAlt'],
    [{ imageAlt: 'Alone' }, 'input.imageAlt'],
    [{ imageUrl: 'javascript:alert(1)', imageAlt: 'x' }, 'input.imageUrl'],
    [{ licence: 'all rights reserved' }, 'input.licence'],
    [{ languages: ['en', 'EN'] }, 'input.languages[1]'],
    [{ languages: ['de'], translations: [{ language: 'de', title: 'x' }] }, 'input.translations[0].language'],
    [{ accessibility: { features: ['subtitles'] } }, 'input.accessibility.features[0]'],
    [{ accessibility: { hazards: ['none', 'flashing'] } }, 'input.accessibility.hazards'],
    [{ accessibility: { hazards: ['sound', 'noSoundHazard'] } }, 'input.accessibility.hazards'],
    [{ sessions: [{ ...slot, endsAt: slot.startsAt }] }, 'input.sessions[0].endsAt'],
    [{ sessions: [{ ...slot, online: false }] }, 'input.sessions[0].place'],
    [{ sessions: [{ ...slot, seats: 0 }] }, 'input.sessions[0].seats'],
    [{ equivalents: [{ reason: 'x' }] }, 'input.equivalents[0].learningUnitId'],
    [{ prerequisites: { skill: { uri: 'urn:x', level: 9 } } }, 'input.prerequisites.skill.level'],
    [{ prerequisites: {} }, 'input.prerequisites'],
  ])('%j: INVALID_INPUT naming %s', async (more, argument) => {
    expect(extensions(await staff(CREATE, { input: { ...unit, ...more } }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument,
    });
  });

  test.each([
    [{ prerequisites: { any: [{ outcomeId: 'none' }] } }, 'input.prerequisites.any[0].outcomeId'],
    [
      { prerequisites: { some: { n: 1, of: [{ skill: { uri: 'urn:none', level: 1 } }] } } },
      'input.prerequisites.some.of[0].skill.uri',
    ],
    [{ targetOccupationUris: ['urn:none'] }, 'input.targetOccupationUris[0]'],
    [{ targetRoleProfileIds: ['none'] }, 'input.targetRoleProfileIds[0]'],
    [{ equivalents: [{ assessmentId: 'none', reason: 'x' }] }, 'input.equivalents[0].assessmentId'],
    [{ equivalents: [{ learningUnitId: 'none', reason: 'x' }] }, 'input.equivalents[0].learningUnitId'],
  ])('%j: NOT_FOUND naming %s', async (more, argument) => {
    expect(extensions(await staff(CREATE, { input: { ...unit, ...more } }))).toMatchObject({
      code: 'NOT_FOUND',
      argument,
    });
  });
});

describe('what a unit asks for', () => {
  test('is never what only itself leads to: refused with the circle, and nothing is written', async () => {
    const first = await publishBadge(staff, { name: 'First', skillUri });
    const second = await publishBadge(staff, { name: 'Second', skillUri: await world.skill('Routing') });
    const input = { ...unit, assessmentIds: [first.assessment], outcomeIds: [first.outcome] };
    const itself = await staff(UPDATE, {
      id: first.unit,
      input: { ...input, prerequisites: { badgeId: first.badge } },
    });
    expect(extensions(itself)).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'input.prerequisites',
      reason: 'CIRCULAR_PREREQUISITE',
      circle: [`learning unit ${first.unit}`, `badge ${first.badge}`, `learning unit ${first.unit}`],
    });
    await made(
      staff(UPDATE, {
        id: second.unit,
        input: { ...unit, assessmentIds: [second.assessment], prerequisites: { outcomeId: first.outcome } },
      }),
    );
    const around = await staff(UPDATE, {
      id: first.unit,
      input: { ...input, prerequisites: { all: [{ badgeId: second.badge }] } },
    });
    expect(extensions(around)).toMatchObject({
      reason: 'CIRCULAR_PREREQUISITE',
      circle: [
        `learning unit ${first.unit}`,
        `badge ${second.badge}`,
        `learning unit ${second.unit}`,
        `badge ${first.badge}`,
        `learning unit ${first.unit}`,
      ],
    });
    expect((await read(first.unit)).prerequisites).toBeNull();
    const third = await publishBadge(staff, { name: 'Third', skillUri: await world.skill('Cabling') });
    await made(
      staff(UPDATE, {
        id: first.unit,
        input: { ...input, prerequisites: { any: [{ badgeId: second.badge }, { badgeId: third.badge }] } },
      }),
    );
  });
});

describe('publishing a badge', () => {
  test('is refused while a unit that leads to it asks for it', async () => {
    const other = await publishBadge(staff, { name: 'Other', skillUri: await world.skill('Patching') });
    const badge = await made(
      staff('mutation ($input: BadgeVersionInput!) { made: createBadge(input: $input) { id } }', {
        input: { name: 'Late circle' },
      }),
    );
    const { data } = await staff(
      'query ($id: ID!) { badge(id: $id) { versions { edges { node { id } } } } }',
      {
        id: badge,
      },
    );
    const version: string = data.badge.versions.edges[0].node.id;
    const teaching = { ...unit, assessmentIds: [other.assessment], outcomeIds: [other.outcome] };
    await made(staff(UPDATE, { id: other.unit, input: { ...teaching, prerequisites: { badgeId: badge } } }));
    await made(
      staff(
        'mutation ($id: ID!, $input: BadgeVersionInput!) { made: updateBadgeVersion(id: $id, input: $input) { id } }',
        {
          id: version,
          input: { name: 'Late circle', outcomeIds: [other.outcome], assessmentIds: [other.assessment] },
        },
      ),
    );
    const publish = 'mutation ($id: ID!) { made: publishBadgeVersion(id: $id) { id } }';
    expect(extensions(await staff(publish, { id: version }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'id',
      reason: 'CIRCULAR_PREREQUISITE',
      circle: [`learning unit ${other.unit}`, `badge ${badge}`, `learning unit ${other.unit}`],
    });
  });
});

describe('taking a unit away', () => {
  test('is refused while it is in use, saying by what; else it is gone with its parts', async () => {
    const ids = await publishBadge(staff, { skillUri });
    expect(extensions(await staff(DELETE, { id: ids.unit }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'IN_USE',
      usedBy: { badges: [ids.badge] },
    });
    const alone = await made(
      staff(CREATE, { input: { ...unit, sessions: [{ ...slotOf(9), online: true }] } }),
    );
    await cypher(
      `MATCH (u:LearningUnit {id: $alone}) CREATE (:Enrolment {id: $alone + '-e'})-[:OF_UNIT]->(u)`,
      { alone },
    );
    expect(extensions(await staff(DELETE, { id: alone }))).toMatchObject({
      code: 'CONFLICT',
      usedBy: { enrolments: 1 },
    });
    await cypher('MATCH (e:Enrolment {id: $id}) DETACH DELETE e', { id: `${alone}-e` });
    expect(extensions(await stranger(DELETE, { id: alone }))).toMatchObject({ code: 'FORBIDDEN' });
    expect((await staff(DELETE, { id: alone })).data).toEqual({ deleteLearningUnit: alone });
    expect(await read(alone)).toBeNull();
    expect(extensions(await staff(DELETE, { id: alone }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

const slotOf = (hour: number) => ({
  startsAt: `2027-01-05T0${hour}:00:00Z`,
  endsAt: `2027-01-05T0${hour}:30:00Z`,
});
