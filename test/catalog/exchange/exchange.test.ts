import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FORMATS, type Format, formats } from '../../../src/modules/catalog/exchange/formats.ts';
import { newId } from '../../../src/platform/ids.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher, makeSkills } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';
import { made, publishBadge } from '../author.ts';
import { actions, exportAs, exported, importAs, imported, newIssuerOf } from './exchanging.ts';

let api: TestApi;
let issuer: Caller;
let organizationId: string;
let skillUri: string;
let ids: Awaited<ReturnType<typeof publishBadge>>;

beforeAll(async () => {
  api = await startApi();
  ({ organizationId, issuer } = await newIssuer());
  [skillUri = ''] = await makeSkills('administer exchanges');
  ids = await publishBadge(issuer, { skillUri, name: 'Exchanged' });
});
afterAll(() => api.close());

const newIssuer = (role?: 'ISSUER_ADMIN' | 'ISSUER_STAFF') => newIssuerOf(api, role);

const things = async (organization: string) =>
  (
    await cypher(
      'MATCH (:Organization {id: $organization})-[:ISSUES|OWNS|OFFERS]->(thing) RETURN count(thing) AS count',
      { organization },
    )
  )[0]?.['count'];

/** What a document says, without what differs between two publishers. */
const said = (format: Format, document: string) => {
  const { content } = formats[format].read(document);
  const byUri = (a: { uri: string }, b: { uri: string }) => (a.uri < b.uri ? -1 : 1);
  return Object.fromEntries(Object.entries(content).map(([part, list]) => [part, [...list].sort(byUri)]));
};

describe.each(FORMATS)('as %s', (format) => {
  test('export then import gives the same catalogue', async () => {
    const document = await exported(issuer, format);
    const other = await newIssuer();
    const rehearsal = await imported(other.issuer, format, document, { dryRun: true });
    expect(await things(other.organizationId)).toBe(0);
    const first = await imported(other.issuer, format, document);
    expect(actions(first)).toEqual(['CREATED']);
    expect(first.steps.map(({ part }) => part)).toEqual(['outcomes', 'assessments', 'badges', 'units']);
    expect(first.losses.filter(({ severity }) => severity !== 'INFO')).toEqual([]);
    expect(rehearsal.steps.map(({ uri, action }) => [uri, action])).toEqual(
      first.steps.map(({ uri, action }) => [uri, action]),
    );
    expect(said(format, await exported(other.issuer, format))).toEqual(said(format, document));
  });

  test('imported where it came from, it changes nothing', async () => {
    const before = await things(organizationId);
    const again = await imported(issuer, format, await exported(issuer, format));
    expect(actions(again)).toEqual(['SAME']);
    expect(again.steps.map(({ id }) => id).sort()).toEqual(
      [ids.outcome, ids.assessment, ids.badge, ids.unit].sort(),
    );
    expect(await things(organizationId)).toBe(before);
  });
});

describe('what was published', () => {
  test('is known again while its next version is being written, and the draft stays the author’s', async () => {
    const owner = await newIssuer();
    const own = await publishBadge(owner.issuer, { skillUri, name: 'Settled' });
    const document = await exported(owner.issuer, 'CTDL');
    const draft = await made(
      owner.issuer(
        'mutation ($id: ID!) { made: newBadgeVersion(badgeId: $id, input: {name: "Unsettled"}) { id } }',
        { id: own.badge },
      ),
    );
    expect(actions(await imported(owner.issuer, 'CTDL', document))).toEqual(['SAME']);
    const { data } = await owner.issuer('query ($id: ID!) { badgeVersion(id: $id) { name state } }', {
      id: draft,
    });
    expect(data.badgeVersion).toEqual({ name: 'Unsettled', state: 'DRAFT' });
  });

  test('is never overwritten: it gets a successor or a next version, a draft', async () => {
    const owner = await newIssuer();
    const own = await publishBadge(owner.issuer, { skillUri, name: 'Steady' });
    const document = (await exported(owner.issuer, 'CTDL'))
      .replaceAll('Configures a switch for two networks.', 'Configures a switch for three networks.')
      .replaceAll('Set up two networks"', 'Set up three networks"');
    const done = await imported(owner.issuer, 'CTDL', document);
    expect(done.steps.map(({ part, action }) => [part, action])).toEqual([
      ['outcomes', 'REPLACED'],
      ['assessments', 'REPLACED'],
      ['badges', 'NEW_VERSION'],
      ['units', 'UPDATED'],
    ]);
    const { data } = await owner.issuer(
      `query ($badge: ID!, $outcome: ID!) {
        outcome(id: $outcome) { statement }
        badge(id: $badge) { versions { edges { node { number state changeReason outcomes { edges { node { statement } } } } } } } }`,
      { badge: own.badge, outcome: own.outcome },
    );
    expect(data.outcome.statement).toBe('Configures a switch for two networks.');
    const versions = data.badge.versions.edges.map(({ node }: { node: object }) => node);
    expect(versions).toMatchObject([
      { number: 2, state: 'DRAFT', changeReason: 'Imported as CTDL.' },
      { number: 1, state: 'PUBLISHED' },
    ]);
    expect(versions[0].outcomes.edges[0].node.statement).toBe('Configures a switch for three networks.');
    expect(versions[1].outcomes.edges[0].node.statement).toBe('Configures a switch for two networks.');
    expect(actions(await imported(owner.issuer, 'CTDL', document))).toEqual(['SAME']);
    const better = document.replace('"ceterms:name": "Steady"', '"ceterms:name": "Steadier"');
    const changed = await imported(owner.issuer, 'CTDL', better);
    expect(changed.steps.find(({ part }) => part === 'badges')).toMatchObject({
      action: 'UPDATED',
      id: own.badge,
    });
  });
});

describe('an import', () => {
  const course = (more: object = {}) =>
    JSON.stringify({
      '@id': `https://elsewhere.example/${newId()}`,
      '@type': 'ceterms:Course',
      'ceterms:name': 'A course',
      ...more,
    });

  test('asks for what the document does not say, and takes it as a default', async () => {
    const other = await newIssuer('ISSUER_STAFF');
    const document = course();
    const without = await imported(other.issuer, 'CTDL', document);
    expect(without.steps).toMatchObject([{ part: 'units', action: 'LEFT_OUT', id: null, place: '' }]);
    expect(without.losses).toMatchObject([
      { severity: 'ERROR', why: expect.stringContaining('effortMinutes') },
    ]);
    const defaults = { effortMinutes: 600, mode: 'BLENDED' };
    expect(actions(await imported(other.issuer, 'CTDL', document, { defaults }))).toEqual(['CREATED']);
  });

  test('happens once under an idempotency key and is on record', async () => {
    const other = await newIssuer();
    const document = course({ 'ceterms:estimatedDuration': [{ 'ceterms:exactDuration': 'PT90M' }] });
    const more = { key: newId(), defaults: { mode: 'LIVE' } };
    const first = await imported(other.issuer, 'CTDL', document, more);
    expect(await imported(other.issuer, 'CTDL', document, more)).toEqual(first);
    const events = await cypher(
      'MATCH (event:AuditEvent {chain: $chain}) RETURN event.action AS action ORDER BY event.seq',
      { chain: other.organizationId },
    );
    expect(events.map(({ action }) => action)).toEqual(['createLearningUnit', 'importCatalogue']);
  });

  test('writes nothing of a document that goes wrong on the way', async () => {
    const other = await newIssuer();
    const badge = (id: string, part: string) => ({
      '@id': `https://elsewhere.example/${id}`,
      '@type': 'ceterms:Badge',
      'ceterms:name': id,
      'ceterms:requires': [
        {
          '@type': 'ceterms:ConditionProfile',
          'ceterms:targetCredential': [`https://elsewhere.example/${part}`],
        },
      ],
    });
    const document = JSON.stringify({ '@graph': [JSON.parse(course()), badge('a', 'b'), badge('b', 'a')] });
    const answer = await other.issuer(importAs, { format: 'CTDL', document, dryRun: false });
    expect(extensionsOf(answer)).toMatchObject({ code: 'INVALID_INPUT', place: '/@graph/1' });
    expect(await things(other.organizationId)).toBe(0);
  });

  test.each([
    ['CTDL', '{"@graph": [', '', /not JSON/],
    ['CTDL', '{"@id": "x:y", "@type": "ceterms:Pathway"}', '', /only 1 × Pathway/],
    ['CTDL', '{"CTID": "ce-1", "Name": "x"}', '', /assistant API/],
    ['OPEN_BADGES', '{"type": "Achievement", "id": "x:y"}', '/name', /needs a name/],
    ['OPEN_BADGES', '{"type": "Badge"}', '/type', /not an Achievement/],
    ['CASE', '{"CFItems": []}', '/CFDocument', /CFPackage/],
    ['CSV', 'type,name\nbadge,x\n', 'line 1', /column "uri"/],
    ['CSV', 'type,uri,name,validMonths\nbadge,x:y,Name,soon\n', 'line 2, column validMonths', /whole number/],
  ] as const)('refuses %s with a reason: %s', async (format, document, place, message) => {
    const answer = await issuer(importAs, { format, document, dryRun: true });
    expect(extensionsOf(answer)).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'UNREADABLE_DOCUMENT',
      place,
    });
    expect(answer.errors[0]?.message).toMatch(message);
  });

  test('is for authors only', async () => {
    const assessor = await api.as({ role: 'ASSESSOR', organizationId });
    expect(codeOf(await assessor(importAs, { format: 'CSV', document: '', dryRun: true }))).toBe('FORBIDDEN');
    expect(codeOf(await api.anonymous(exportAs, { format: 'CSV' }))).toBe('UNAUTHENTICATED');
  });
});

test('an export of a badge that is not one’s own is null', async () => {
  const other = await newIssuer();
  const { data, errors } = await other.issuer(exportAs, { format: 'CSV', badgeIds: [ids.badge] });
  expect(errors).toEqual([]);
  expect(data.made).toBeNull();
  const own = await issuer(exportAs, { format: 'OPEN_BADGES', badgeIds: [ids.badge] });
  expect(JSON.parse(own.data.made.document)['@graph']).toHaveLength(1);
});
