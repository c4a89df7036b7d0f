import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiKeyGrant, createApiKey } from '../../../src/modules/identity/identity.service.ts';
import { startApi, type TestApi } from '../../support/api.ts';
import { cypher, makeOrganization, makeSkills } from '../../support/data.ts';
import { extensionsOf as extensions } from '../../support/errors.ts';
import { made } from '../author.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let api: TestApi;
let organizationId: string;
let key: string;

beforeAll(async () => {
  api = await startApi();
  organizationId = await makeOrganization('Painters');
  await makeSkills('paint');
  key = await keyOf({ role: 'ISSUER_STAFF' });
});
afterAll(() => api.close());

const keyOf = (grant: Pick<ApiKeyGrant, 'role' | 'scopes'>): Promise<string> =>
  createApiKey(api.app.graph, { name: 'painter', organizationId, ...grant }, new Date());

const upload = (
  body: Uint8Array | string,
  headers: Record<string, string> = { authorization: `Bearer ${key}` },
) => fetch(`${api.url}/images`, { method: 'POST', body, headers });
const refusal = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { extensions: Record<string, unknown> }[] };
  return { status: response.status, ...errors[0]?.extensions };
};

describe('an uploaded image', () => {
  test('is kept under its digest, given to anybody with headers that keep it an image, and audited', async () => {
    const response = await upload(PNG);
    expect(response.status).toBe(201);
    const digest = digestOf(PNG);
    const image = (await response.json()) as { url: string };
    expect(image).toEqual({
      digest,
      url: `${api.app.config.publicUrl}/images/${digest}`,
      mediaType: 'image/png',
      size: PNG.length,
      removed: [],
    });
    const seen = await fetch(`${api.url}/images/${digest}`);
    expect(Buffer.from(await seen.arrayBuffer()).equals(PNG)).toBe(true);
    expect(Object.fromEntries(seen.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const again = await fetch(`${api.url}/images/${digest}`, {
      headers: { 'if-none-match': `"${digest}"`, 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
    const events = await cypher(
      "MATCH (e:AuditEvent {chain: $organizationId, action: 'uploadImage'}) RETURN e.objects AS objects",
      { organizationId },
    );
    expect(events).toEqual([{ objects: [digest] }]);
  });

  test('twice is one, and an SVG is kept as what it draws', async () => {
    const title = randomUUID();
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><title>${title}</title></svg>`;
    const answers = [];
    for (let n = 0; n < 2; n++) answers.push(await (await upload(svg)).json());
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ mediaType: 'image/svg+xml', removed: ['<script>', 'onload'] });
    const { digest } = answers[0] as { digest: string };
    const seen = await fetch(`${api.url}/images/${digest}`);
    const text = await seen.text();
    expect(text).toBe(`<svg xmlns="http://www.w3.org/2000/svg"><title>${title}</title></svg>`);
    expect(digestOf(Buffer.from(text))).toBe(digest);
    expect(
      await cypher('MATCH (i:Image {digest: $digest})<-[u:UPLOADED]-() RETURN count(u) AS times', { digest }),
    ).toEqual([{ times: 1 }]);
  });

  test('can be the image of a badge, by its digest alone', async () => {
    const digest = digestOf(PNG);
    await upload(PNG);
    const staff = api.withKey(key);
    const create = 'mutation ($input: BadgeVersionInput!) { made: createBadge(input: $input) { id } }';
    const input = { name: 'Painted', imageAlt: 'One dot', imageDigest: digest.toUpperCase() };
    const id = await made(staff(create, { input }));
    const { data } = await staff(
      'query ($id: ID!) { badge(id: $id) { versions { edges { node { imageUrl imageDigest imageAlt } } } } }',
      { id },
    );
    expect(data.badge.versions.edges[0].node).toEqual({
      imageUrl: `${api.app.config.publicUrl}/images/${digest}`,
      imageDigest: digest,
      imageAlt: 'One dot',
    });
    const unknown = await staff(create, { input: { ...input, imageDigest: '0'.repeat(64) } });
    expect(extensions(unknown)).toMatchObject({ code: 'NOT_FOUND', argument: 'input.imageDigest' });
  });
});

describe('refused', () => {
  test('what is no image, is too large, or empty', async () => {
    expect(await refusal(await upload('GIF89a'))).toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
      argument: 'file',
      reason: 'NOT_AN_IMAGE',
    });
    expect(await refusal(await upload(''))).toMatchObject({ reason: 'NOT_AN_IMAGE' });
    const large = Buffer.concat([PNG, Buffer.alloc(1_048_577)]);
    expect(await refusal(await upload(large))).toMatchObject({ reason: 'TOO_LARGE', max: 1_048_576 });
  });

  test('whoever may not write the catalogue', async () => {
    expect(await refusal(await upload(PNG, {}))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    for (const grant of [
      { role: 'EMPLOYER' },
      { role: 'ISSUER_STAFF', scopes: ['LEARNERS_READ'] },
    ] as const) {
      const authorization = `Bearer ${await keyOf(grant)}`;
      expect(await refusal(await upload(PNG, { authorization }))).toMatchObject({
        status: 403,
        code: 'FORBIDDEN',
      });
    }
  });

  test('an image that is not there', async () => {
    for (const digest of ['0'.repeat(64), 'none', '%2e%2e'])
      expect((await fetch(`${api.url}/images/${digest}`)).status).toBe(404);
  });
});
