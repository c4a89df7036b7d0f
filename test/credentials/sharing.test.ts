import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bakePng } from '../../src/modules/credentials/encodings/bake.ts';
import { unbakePng, unbakeSvg } from '../../src/modules/credentials/verification/unbake.ts';
import type { Clock } from '../../src/platform/clock.ts';
import type { Caller } from '../support/api.ts';
import { codesOf } from '../support/errors.ts';
import { startIssuer, type TestIssuer } from '../support/issuer.ts';
import { png } from '../support/png.ts';

let ahead = 0;
const clock: Clock = () => new Date(Date.now() + ahead);
let issuer: TestIssuer;
let api: TestIssuer['api'];
let world: TestIssuer['world'];
let staff: TestIssuer['staff'];
beforeAll(async () => {
  issuer = await startIssuer({ clock });
  ({ api, world, staff } = issuer);
});
afterAll(() => issuer.close());

const SHOW =
  'query ($id: ID!) { credential(id: $id) { document publicSince shares { id createdAt expiresAt } } }';
const SHARE = `mutation ($id: ID!, $expiresAt: DateTimeISO, $key: String) {
  shareCredential(id: $id, expiresAt: $expiresAt, idempotencyKey: $key) { credentialId expiresAt url } }`;
const UNSHARE =
  'mutation ($id: ID!, $key: String!) { revokeCredentialShare(id: $id, idempotencyKey: $key) { id shares { id } } }';
const PUBLIC = 'mutation ($id: ID!) { makeCredentialPublic(id: $id) { id publicSince } }';
const PRIVATE = 'mutation ($id: ID!) { makeCredentialPrivate(id: $id) { id publicSince } }';
const VERIFY = 'query ($document: String!) { verifyCredential(document: $document) { verdict format } }';
const LOOKS = '{ eventsAboutMe(first: 50) { edges { node { action purpose role objects } } } }';

/** The path of a link, on the server under test. */
const pathOf = (url: string): string => url.slice(api.app.config.publicUrl.length);
const ask = (path: string, accept = '*/*') => fetch(api.url + path, { headers: { accept } });
const shareOf = async (learner: Caller, variables: Record<string, unknown>) => {
  const { data, errors } = await learner(SHARE, variables);
  expect(errors).toEqual([]);
  return pathOf(data.shareCredential.url);
};
/** What is told apart of an answer, without the id and what belongs to the request. */
const toldOf = async (response: Response, id: string) => [
  response.status,
  (await response.text()).replaceAll(id, 'ID'),
  [...response.headers.keys()].filter((name) => !/date|x-/.test(name)).sort(),
];

describe('a link to a credential', () => {
  test('shows it until it expires, and nothing of the secret is stored', async () => {
    const { id, learner } = await issuer.held();
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const path = await shareOf(learner, { id, expiresAt });
    const { data } = await learner(SHOW, { id });
    expect(data.credential.shares).toEqual([
      { id: expect.any(String), createdAt: expect.any(String), expiresAt },
    ]);

    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(data.credential.document);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const secret = new URL(path, 'http://x').searchParams.get('share') ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    const stored = await world.query('MATCH (s:ShareLink) RETURN properties(s) AS says');
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(JSON.stringify(stored)).toContain(createHash('sha256').update(secret).digest('hex'));

    ahead = 3_700_000;
    try {
      expect((await ask(path)).status).toBe(404);
      expect((await learner(SHOW, { id })).data.credential.shares).toEqual([]);
    } finally {
      ahead = 0;
    }
  });

  test('is taken back at once, by its learner alone', async () => {
    const [own, other] = [await issuer.held(), await issuer.held()];
    const path = await shareOf(own.learner, { id: own.id });
    const { data } = await own.learner(SHOW, { id: own.id });
    const link = { id: data.credential.shares[0].id, key: randomUUID() };
    expect(codesOf(await other.learner(UNSHARE, link))).toEqual(['NOT_FOUND', null]);
    expect((await ask(path)).status).toBe(200);
    const taken = await own.learner(UNSHARE, link);
    expect(taken.data.revokeCredentialShare).toEqual({ id: own.id, shares: [] });
    expect((await ask(path)).status).toBe(404);
    expect((await own.learner(UNSHARE, link)).errors).toEqual([]);
    expect(codesOf(await own.learner(UNSHARE, { ...link, key: randomUUID() }))).toEqual(['NOT_FOUND', null]);
  });

  test('is told once: asked again with the same key, there is one link and no secret', async () => {
    const { id, learner } = await issuer.held();
    const variables = { id, key: randomUUID() };
    expect((await learner(SHARE, variables)).data.shareCredential.url).toContain(id);
    expect((await learner(SHARE, variables)).data.shareCredential).toMatchObject({
      credentialId: id,
      url: null,
    });
    expect((await learner(SHOW, { id })).data.credential.shares).toHaveLength(1);
  });

  test('to a credential of somebody else, one into the past, and one too many are refused', async () => {
    const [own, other] = [await issuer.held(), await issuer.held()];
    expect(codesOf(await other.learner(SHARE, { id: own.id }))).toEqual(['NOT_FOUND', null]);
    expect(codesOf(await staff(SHARE, { id: own.id }))).toEqual(['FORBIDDEN', null]);
    for (const days of [-1, 0, 367]) {
      const expiresAt = new Date(Date.now() + days * 86_400_000).toISOString();
      const { errors } = await own.learner(SHARE, { id: own.id, expiresAt });
      expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument: 'expiresAt' });
    }
    for (let i = 0; i < 20; i += 1) await shareOf(own.learner, { id: own.id });
    expect(codesOf(await own.learner(SHARE, { id: own.id }))).toEqual(['CONFLICT', 'TOO_MANY_SHARES']);
  });

  test('tells the learner afterwards that somebody looked', async () => {
    const { id, learner } = await issuer.held();
    await ask(await shareOf(learner, { id }), 'text/html');
    const { data } = await learner(LOOKS);
    const events = data.eventsAboutMe.edges.map(({ node }: { node: object }) => node);
    expect(events).toContainEqual({ action: 'read', purpose: 'SHARED', role: null, objects: [id] });
    expect(events).toContainEqual(expect.objectContaining({ action: 'shareCredential' }));
  });

  test('is gone with its learner', async () => {
    const { id, learner } = await issuer.held();
    const path = await shareOf(learner, { id });
    await learner(PUBLIC, { id });
    const { data } = await learner('{ exportMyData }');
    expect(JSON.stringify(data)).toContain('publicSince');
    const { errors } = await learner(
      'mutation ($key: String!) { eraseMe(confirmation: "ERASE EVERYTHING ABOUT ME", idempotencyKey: $key) { id } }',
      { key: randomUUID() },
    );
    expect(errors).toEqual([]);
    expect((await ask(path)).status).toBe(404);
    const left = await world.query(
      'MATCH (c:Credential {id: $id}) RETURN c.publicSince AS since, EXISTS { (c)-[:SHARED_BY]->() } AS shared',
      { id },
    );
    expect(left).toEqual([{ since: null, shared: false }]);
  });
});

describe('the address of a credential', () => {
  test('is unknown to whoever was not let in, exactly like one that never was', async () => {
    const { id, learner } = await issuer.held();
    const other = await issuer.held();
    const path = await shareOf(other.learner, { id: other.id });
    const secret = path.slice(path.indexOf('?'));
    const never = randomUUID();
    for (const ending of ['', '/image', secret, `/image${secret}`, '?share=', '?share=a&share=b'])
      for (const accept of ['*/*', 'text/html', 'image/gif'])
        expect(await toldOf(await ask(`/credentials/${id}${ending}`, accept), id)).toEqual(
          await toldOf(await ask(`/credentials/${never}${ending}`, accept), never),
        );
    expect((await ask(`/credentials/${id}`)).status).toBe(404);
    expect((await learner(SHOW, { id })).data.credential.publicSince).toBeNull();
  });

  test('shows everybody what its learner made public, and no longer when they take that back', async () => {
    const { id, learner } = await issuer.held();
    const { data } = await learner(PUBLIC, { id });
    expect(data.makeCredentialPublic).toEqual({ id, publicSince: expect.any(String) });
    expect((await learner(PUBLIC, { id })).data.makeCredentialPublic).toEqual(data.makeCredentialPublic);
    expect((await ask(`/credentials/${id}`)).status).toBe(200);
    expect((await learner(PRIVATE, { id })).data.makeCredentialPrivate).toEqual({ id, publicSince: null });
    expect((await ask(`/credentials/${id}`)).status).toBe(404);
    expect(codesOf(await (await issuer.held()).learner(PUBLIC, { id }))).toEqual(['NOT_FOUND', null]);
  });

  test('gives what was asked for: the document, a token or a page', async () => {
    const { id, learner } = await issuer.held();
    const path = await shareOf(learner, { id });
    const { document } = (await learner(SHOW, { id })).data.credential;
    for (const [accept, type] of [
      ['*/*', 'application/vc'],
      ['application/json', 'application/json'],
      ['application/ld+json', 'application/ld+json'],
    ] as const) {
      const response = await ask(path, accept);
      expect([response.headers.get('content-type'), response.headers.get('vary')]).toEqual([type, 'accept']);
      expect(await response.text()).toBe(document);
    }
    const token = await ask(path, 'application/vc+jwt');
    expect(token.headers.get('content-type')).toBe('application/vc+jwt');
    const { data } = await api.anonymous(VERIFY, { document: await token.text() });
    expect(data.verifyCredential).toEqual({ verdict: 'VERIFIED', format: 'JWT' });
    const refused = await ask(path, 'image/gif');
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { reason: 'NOT_ACCEPTABLE' } }] },
    ]);
  });

  test('is a page without scripts for people, which says what was checked', async () => {
    const { id, learner } = await issuer.held();
    const response = await ask(await shareOf(learner, { id }), 'text/html,application/xhtml+xml,*/*;q=0.8');
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    for (const said of ['Graph Modeller', 'Academy of Graphs', 'model graphs', 'Correctness', 'Reached'])
      expect(page).toContain(said);
    expect(page).toContain('Verified: every check below holds.');
    expect(page).toMatch(/<th scope="row">STATUS<\/th><td>holds/);
    expect(page).not.toMatch(/<script|javascript:| on\w+=/i);
  });
});

describe('the image of a credential', () => {
  test('is a plain SVG with the credential in it where the badge has none of its own here', async () => {
    const { id, learner } = await issuer.held();
    const path = (await shareOf(learner, { id })).replace('?', '/image?');
    const { document } = (await learner(SHOW, { id })).data.credential;
    const response = await ask(path, 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8');
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    const svg = await response.text();
    expect(svg).toContain('<title>Graph Modeller</title>');
    expect(unbakeSvg(svg)).toEqual({ text: document });
    const { data } = await api.anonymous(VERIFY, { document: svg });
    expect(data.verifyCredential).toEqual({ verdict: 'VERIFIED', format: 'JSON' });
    expect((await ask(path, 'image/png')).status).toBe(400);
  });

  test('is the PNG of the badge where one was uploaded, which our own verifier takes', async () => {
    const digest = createHash('sha256').update(png).digest('hex');
    await world.query(
      `MERGE (i:Image {digest: $digest}) SET i.mediaType = 'image/png', i.bytes = $bytes
       WITH i MATCH (v:BadgeVersion {id: $version}) SET v.imageUrl = $url, v.imageDigest = $digest`,
      {
        digest,
        bytes: new Int8Array(png),
        version: world.badgeVersionId,
        url: api.app.credentialing.urls.image(digest),
      },
    );
    const { id, learner } = await issuer.held();
    const path = (await shareOf(learner, { id })).replace('?', '/image?');
    const { document } = (await learner(SHOW, { id })).data.credential;
    const response = await ask(path);
    expect(response.headers.get('content-type')).toBe('image/png');
    const baked = Buffer.from(await response.arrayBuffer());
    expect(baked).toEqual(bakePng(png, document));
    expect(unbakePng(baked)).toEqual({ text: document });
    const report = await fetch(`${api.url}/verify`, { method: 'POST', body: baked });
    expect(await report.json()).toMatchObject({ verdict: 'VERIFIED' });
    expect((await ask(path, 'image/svg+xml')).headers.get('content-type')).toBe('image/svg+xml');
  });
});
