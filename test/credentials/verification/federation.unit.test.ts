import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import type { Jwks } from '../../../src/modules/credentials/verification/entity-statement.ts';
import { within } from '../../../src/modules/credentials/verification/entity-statement.ts';
import { entityOf, federationRegistry } from '../../../src/modules/credentials/verification/federation.ts';
import type { Web } from '../../../src/modules/credentials/verification/web.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const seconds = NOW.getTime() / 1000;

interface Entity {
  readonly id: string;
  readonly jwks: Jwks;
  readonly key: KeyObject;
}

function entity(id: string): Entity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    id,
    key: privateKey,
    jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: `${id}#1` }] },
  };
}

type Claims = Readonly<Record<string, unknown>>;

const signed = (by: Entity, claims: Claims, typ = 'entity-statement+jwt') =>
  new SignJWT({ iat: seconds - 60, exp: seconds + 3600, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ, kid: `${by.id}#1` })
    .sign(by.key);

const anchor = entity('https://federation.example');
const ministry = entity('https://ministry.example/education');
const academy = entity('https://academy.example/orgs/7');
const DID = 'did:web:academy.example:orgs:7';

const configurationOf = (of: Entity, more: Claims = {}) =>
  signed(of, { iss: of.id, sub: of.id, jwks: of.jwks, ...more });
const metadataOf = (of: Entity) => ({
  federation_entity: {
    federation_fetch_endpoint: `${of.id}/fetch?v=1`,
    organization_name: `Name of ${of.id}`,
  },
});
const about = (by: Entity, sub: Entity, more: Claims = {}) =>
  signed(by, { iss: by.id, sub: sub.id, jwks: sub.jwks, ...more });
const address = (of: Entity) => `${of.id}/.well-known/openid-federation`;
const fetchAt = (by: Entity, sub: Entity) => `${by.id}/fetch?v=1&sub=${encodeURIComponent(sub.id)}`;

/** A federation of three, and what is otherwise in it. */
async function pages(otherwise: Readonly<Record<string, string | null>> = {}) {
  const all: Record<string, string | null> = {
    [address(academy)]: await configurationOf(academy, { authority_hints: [ministry.id] }),
    [address(ministry)]: await configurationOf(ministry, {
      authority_hints: [anchor.id],
      metadata: metadataOf(ministry),
    }),
    [address(anchor)]: await configurationOf(anchor, { metadata: metadataOf(anchor) }),
    [fetchAt(ministry, academy)]: await about(ministry, academy, {
      metadata: { federation_entity: { organization_name: 'Academy' } },
    }),
    [fetchAt(anchor, ministry)]: await about(anchor, ministry),
    ...otherwise,
  };
  const asked: string[] = [];
  const web: Web = {
    get: async (url) => {
      asked.push(url);
      const page = all[url];
      return typeof page === 'string'
        ? { body: Buffer.from(page) }
        : { problem: `${url}: nothing`, gone: page === undefined };
    },
  };
  return { web, asked };
}

async function lookup(otherwise: Readonly<Record<string, string | null>> = {}, issuer = DID) {
  const { web, asked } = await pages(otherwise);
  const registry = federationRegistry(
    {
      name: 'Education federation',
      scope: 'Accredited providers',
      governanceUrl: 'https://federation.example/rules',
      levels: [3, 4],
      anchors: [{ id: anchor.id, jwks: anchor.jwks }],
    },
    web,
    () => NOW,
  );
  return { answer: await registry.lookup(issuer), asked };
}

describe('an OpenID Federation', () => {
  test('knows an issuer from which a chain of statements leads to its anchor, and says in whose name', async () => {
    expect((await lookup()).answer).toEqual({
      status: 'KNOWN',
      registry: 'Education federation',
      scope: 'Accredited providers',
      governanceUrl: 'https://federation.example/rules',
      name: 'Academy',
      levels: [3, 4],
    });
  });

  test('does not know who is not in it, or has no https identifier', async () => {
    expect((await lookup({}, 'did:web:stranger.example')).answer).toMatchObject({ status: 'UNKNOWN' });
    const { answer, asked } = await lookup({}, 'did:key:z6Mk');
    expect(answer).toMatchObject({ status: 'UNKNOWN', registry: 'Education federation' });
    expect(asked).toEqual([]);
    for (const [issuer, id] of [
      ['did:web:academy.example', 'https://academy.example'],
      [DID, academy.id],
      ['https://academy.example/', 'https://academy.example'],
      ['did:web:bad host', null],
      ['urn:x:1', null],
    ] as const)
      expect(entityOf(issuer)).toBe(id);
  });

  test('that cannot be asked is told apart from one that does not know', async () => {
    for (const page of [address(academy), address(ministry), fetchAt(anchor, ministry)])
      expect((await lookup({ [page]: null })).answer).toMatchObject({ status: 'UNREACHABLE' });
  });

  test('believes no statement that is forged, about somebody else, over, of another type, or asks for more than is understood', async () => {
    const thief = { ...entity(academy.id), id: academy.id };
    const hints = { authority_hints: [ministry.id] };
    const forged = {
      // keys the ministry never vouched for
      'other keys': { [address(academy)]: await configurationOf(thief, hints) },
      // a superior by another's key
      'false superior': {
        [fetchAt(ministry, academy)]: await signed(
          { ...thief, id: ministry.id },
          { iss: ministry.id, sub: academy.id, jwks: academy.jwks },
        ),
      },
      'false anchor': {
        [address(anchor)]: await configurationOf(entity(anchor.id), { metadata: metadataOf(anchor) }),
      },
      'another subject': {
        [fetchAt(ministry, academy)]: await about(ministry, anchor),
      },
      over: { [fetchAt(anchor, ministry)]: await about(anchor, ministry, { exp: seconds }) },
      'of the future': { [fetchAt(anchor, ministry)]: await about(anchor, ministry, { iat: seconds + 120 }) },
      critical: { [fetchAt(anchor, ministry)]: await about(anchor, ministry, { crit: ['odd'] }) },
      'critical policy': {
        [fetchAt(anchor, ministry)]: await about(anchor, ministry, { metadata_policy_crit: ['odd'] }),
      },
      'another type': {
        [address(academy)]: await signed(
          academy,
          { iss: academy.id, sub: academy.id, jwks: academy.jwks, ...hints },
          'JWT',
        ),
      },
      'no JWT': { [address(academy)]: 'nonsense' },
      'no endpoint': {
        [address(ministry)]: await configurationOf(ministry, { authority_hints: [anchor.id] }),
      },
      'too long a path': {
        [fetchAt(anchor, ministry)]: await about(anchor, ministry, { constraints: { max_path_length: 0 } }),
      },
      'another name': {
        [fetchAt(anchor, ministry)]: await about(anchor, ministry, {
          constraints: { naming_constraints: { permitted: ['ministry.example'] } },
        }),
      },
    };
    for (const [what, otherwise] of Object.entries(forged))
      expect([what, (await lookup(otherwise)).answer.status]).toEqual([what, 'UNKNOWN']);
  });

  test('that goes in circles or has no end is left', async () => {
    const round = await lookup({
      [address(ministry)]: await configurationOf(ministry, {
        authority_hints: [academy.id, ministry.id],
        metadata: metadataOf(ministry),
      }),
    });
    expect(round.answer.status).toBe('UNKNOWN');
    const many = Array.from({ length: 40 }, (_, i) => entity(`https://e${i}.example`));
    const ladder: Record<string, string> = {};
    for (const [i, each] of many.entries()) {
      const next = many[i + 1];
      ladder[address(each)] = await configurationOf(each, {
        metadata: metadataOf(each),
        ...(next && { authority_hints: [next.id] }),
      });
      if (next) ladder[fetchAt(next, each)] = await about(next, each);
    }
    const endless = await lookup(ladder, 'did:web:e0.example');
    expect(endless.answer.status).toBe('UNKNOWN');
    expect(endless.asked.length).toBeLessThanOrEqual(24);
  });
});

test('constraints of names: a leading dot stands for every host below', () => {
  const path = ['https://a.b.example/x'];
  const named = (names: { permitted?: string[]; excluded?: string[] }) =>
    within({ naming_constraints: names }, path);
  expect(named({ permitted: ['.b.example'] })).toBe(true);
  expect(named({ permitted: ['b.example'] })).toBe(false);
  expect(named({ excluded: ['a.b.example'] })).toBe(false);
  expect(named({ permitted: ['.example'], excluded: ['.b.example'] })).toBe(false);
  expect(within({}, path)).toBe(true);
});
