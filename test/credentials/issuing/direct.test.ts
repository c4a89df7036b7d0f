import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createContext } from '../../../src/context.ts';
import type { DirectRecipient } from '../../../src/modules/credentials/credential.ts';
import { openKey } from '../../../src/modules/credentials/drafts.ts';
import { Attempts } from '../../../src/modules/identity/sign-in/attempts.ts';
import type { Viewer } from '../../../src/modules/identity/viewer.ts';
import { openFor, sealContext } from '../../../src/platform/seal.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';
import { extensionsOf } from '../../support/errors.ts';

let api: TestApi;
let world: CredentialWorld;
let other: CredentialWorld;
let staff: Caller;
beforeAll(async () => {
  api = await startApi();
  [world, other] = await Promise.all([credentialWorld(testConfig()), credentialWorld(testConfig())]);
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
});
afterAll(() => Promise.all([api.close(), world.close(), other.close()]));

const ISSUE =
  'mutation ($input: IssueDirectlyInput!, $key: String!) { made: issueCredentialDirectly(input: $input, idempotencyKey: $key) { id learnerId via validUntil } }';
const issue = (input: Record<string, unknown>, caller = staff, key: string = randomUUID()) =>
  caller(ISSUE, { key, input: { badgeVersionId: world.badgeVersionId, ...input } });

/** The signed document, opened as its learner's record would. */
async function documentOf(id: string) {
  const [row] = await world.query(
    `MATCH (c:Credential {id: $id})<-[:HOLDS]-(:Learner)-[:PROTECTED_BY]->(k:PersonKey)
     RETURN c.sealedDocument AS sealed, k {.id, .wrapped} AS key`,
    { id },
  );
  const key = openKey(row?.['key'] as { id: string; wrapped: string }, api.app.credentialing.kek);
  return JSON.parse(openFor(key, String(row?.['sealed']), sealContext('Credential', id, 'sealedDocument')));
}

const leftBehind = () =>
  world.query(
    `MATCH (:Organization {id: $id})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(v)
     RETURN count { (v)<-[:INSTANCE_OF]-(:Credential) } AS credentials`,
    { id: world.organizationId },
  );

describe('issuing directly', () => {
  test('goes to a learner the issuer knows, with what it was awarded for', async () => {
    const { learnerId } = await world.learner();
    const { data, errors } = await issue({
      learnerId,
      narrative: 'Led the migration of the library.',
      evidenceUrl: 'https://work.example/library',
      awardedAt: '2026-01-05T00:00:00Z',
    });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({ learnerId, via: 'DIRECT' });
    const learner = await api.as({ role: 'LEARNER', learnerId });
    const { data: shown } = await learner('query ($id: ID!) { credential(id: $id) { document } }', {
      id: data.made.id,
    });
    const signed = JSON.parse(shown.credential.document);
    expect(signed).toMatchObject({
      awardedDate: '2026-01-05T00:00:00Z',
      evidence: [{ id: 'https://work.example/library', narrative: 'Led the migration of the library.' }],
    });
    const { salt, identityHash } = signed.credentialSubject.identifier[0];
    expect(identityHash).toBe(
      `sha256$${createHash('sha256').update(`ada@example.org${salt}`).digest('hex')}`,
    );
    const { data: verified } = await api.anonymous(
      'query ($d: String!) { verifyCredential(document: $d) { verdict } }',
      { d: shown.credential.document },
    );
    expect(verified.verifyCredential.verdict).toBe('VERIFIED');
    const skills = await world.query(
      'MATCH (:Learner {id: $learnerId})-[h:HAS_SKILL]->() RETURN h.credentialId AS id',
      { learnerId },
    );
    expect(skills).toEqual([{ id: data.made.id }]);
  });

  test('goes to an address, a hash of one or a DID that nobody has yet, and the record waits to be taken over', async () => {
    const email = `${randomUUID()}@Example.org`;
    const first = (await issue({ email })).data.made;
    const again = (await issue({ email: email.toLowerCase() })).data.made;
    const another = (await issue({ email, reference: 'second year' })).data.made;
    expect(again).toEqual(first);
    expect(another).toMatchObject({ learnerId: first.learnerId });
    expect(another.id).not.toBe(first.id);
    const { salt, identityHash } = (await documentOf(first.id)).credentialSubject.identifier[0];
    const digest = createHash('sha256')
      .update(email.toLowerCase() + salt)
      .digest('hex');
    expect(identityHash).toBe(`sha256$${digest}`);
    const kept = await world.query('MATCH (l:Learner {id: $id}) RETURN l {.*} AS l', { id: first.learnerId });
    expect(JSON.stringify(kept).toLowerCase()).not.toContain(email.toLowerCase());

    const hash = `sha256$${createHash('sha256').update(randomUUID()).digest('hex')}`;
    const hashed = (await issue({ identityHash: hash, salt: 'salt-of-theirs' })).data.made;
    expect((await documentOf(hashed.id)).credentialSubject.identifier[0]).toMatchObject({
      identityHash: hash,
      salt: 'salt-of-theirs',
    });
    const did = `did:key:z6Mk${randomUUID().replaceAll('-', '')}`;
    const wallet = (await issue({ did })).data.made;
    expect((await documentOf(wallet.id)).credentialSubject.id).toBe(did);

    const invited = await staff(
      'mutation ($id: ID!, $key: String!) { inviteLearner(input: {learnerId: $id}, idempotencyKey: $key) { token } }',
      { id: first.learnerId, key: randomUUID() },
    );
    expect(invited.errors).toEqual([]);
    const own = await api.as({ role: 'LEARNER', learnerId: first.learnerId });
    const { data } = await own('{ credentials { edges { node { id document } } } exportMyData }');
    expect(data.credentials.edges).toHaveLength(2);
    expect(JSON.stringify(data.exportMyData)).toContain(email);
  });

  test('of two badges to the same new address at once makes one record', async () => {
    const email = `${randomUUID()}@example.org`;
    const second = await world.badge({});
    const made = await Promise.all([
      issue({ email }),
      issue({ email, badgeVersionId: second }),
      issue({ email, reference: 'x' }),
    ]);
    expect(made.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(made.map(({ data }) => data.made.learnerId)).size).toBe(1);
  });

  test('is the platform’s own matter between organisations: the same address is another record elsewhere', async () => {
    const email = `${randomUUID()}@example.org`;
    const elsewhere = await api.as({ role: 'ISSUER_STAFF', organizationId: other.organizationId });
    const [here, there] = [
      (await issue({ email })).data.made,
      (await issue({ email, badgeVersionId: other.badgeVersionId }, elsewhere)).data.made,
    ];
    expect(here.learnerId).not.toBe(there.learnerId);
  });
});

describe('nothing is issued directly', () => {
  test.each([
    ['to nobody', {}, { argument: 'input', reason: 'RECIPIENT' }],
    ['to somebody named twice', { email: 'a@b.org', did: 'did:key:z6Mk' }, { reason: 'RECIPIENT' }],
    ['to no address', { email: 'nobody' }, { argument: 'input.email' }],
    ['to a hash without its salt', { identityHash: `sha256$${'0'.repeat(64)}` }, { argument: 'input.salt' }],
    ['to what is no DID', { did: 'key:z6Mk' }, { argument: 'input.did' }],
    ['for tomorrow', { email: 'a@b.org', awardedAt: '2999-01-01T00:00:00Z' }, { reason: 'FUTURE_AWARD' }],
  ])('%s', async (_, input, refusal) => {
    expect(extensionsOf(await issue(input))).toMatchObject({ code: 'INVALID_INPUT', ...refusal });
  });

  test('of a badge that is not published, was withdrawn, stacks others, is of others or is not there', async () => {
    const email = 'somebody@example.org';
    const reasonOf = async (badgeVersionId: string) =>
      extensionsOf(await issue({ email, badgeVersionId })) ?? {};
    expect(await reasonOf(await world.badge({ state: 'DRAFT' }))).toMatchObject({
      reason: 'BADGE_NOT_PUBLISHED',
    });
    expect(await reasonOf(await world.badge({ state: 'WITHDRAWN' }))).toMatchObject({
      reason: 'BADGE_WITHDRAWN',
    });
    expect(await reasonOf(await world.badge({ stacks: true }))).toMatchObject({ reason: 'BADGE_STACKS' });
    expect(await reasonOf(other.badgeVersionId)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await reasonOf(await other.badge({ state: 'DRAFT' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await reasonOf('no-such-version')).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('to somebody who is not known as surely as the badge asks', async () => {
    const badge = await world.badge({});
    await world.query("MATCH (v:BadgeVersion {id: $badge}) SET v.identityProofing = 'LOW'", { badge });
    const refused = { code: 'INVALID_INPUT', reason: 'IDENTITY_NOT_PROVEN', asked: 'LOW', known: null };
    const { learnerId } = await world.learner();
    expect(extensionsOf(await issue({ badgeVersionId: badge, learnerId }))).toMatchObject(refused);
    expect(
      extensionsOf(await issue({ badgeVersionId: badge, email: `${randomUUID()}@example.org` })),
    ).toMatchObject(refused);
  });

  test('to learners of others and to those who were erased', async () => {
    const { learnerId } = await other.learner();
    expect(extensionsOf(await issue({ learnerId }))).toMatchObject({ code: 'NOT_FOUND' });
    const gone = await world.learner();
    const leaving = await api.as({ role: 'LEARNER', learnerId: gone.learnerId });
    const { errors } = await leaving(
      'mutation ($key: String!) { eraseMe(confirmation: "ERASE EVERYTHING ABOUT ME", idempotencyKey: $key) { id } }',
      { key: randomUUID() },
    );
    expect(errors).toEqual([]);
    expect(extensionsOf(await issue({ learnerId: gone.learnerId }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'RECIPIENT_ERASED',
    });
  });

  test('by somebody who reviewed the badge', async () => {
    const badge = await world.badge({});
    const key = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
    const [made] = await world.query(
      'MATCH (k:ApiKey)-[:ACTS_FOR]->(:Organization {id: $id}) RETURN k.id AS id ORDER BY k.createdAt DESC LIMIT 1',
      { id: world.organizationId },
    );
    await world.query(
      `MATCH (b:Badge)-[:HAS_VERSION]->(:BadgeVersion {id: $badge})
       CREATE (b)-[:HAS_REVIEW]->(:Review {id: randomUUID()})-[:HAS_PART]->(:ReviewPart {id: randomUUID(), role: 'EXTERNAL_REVIEWER', by: 'key:' + $keyId})`,
      { badge, keyId: made?.['id'] },
    );
    expect(
      extensionsOf(await issue({ badgeVersionId: badge, email: `${randomUUID()}@example.org` }, key)),
    ).toMatchObject({ code: 'FORBIDDEN', reason: 'SEPARATION_OF_DUTIES' });
  });

  test('by somebody to themselves, by address, hash or DID, wherever they are registered', async () => {
    const email = `${randomUUID()}@Example.org`;
    const { learnerId } = await other.learner({ email });
    const elsewhere = await api.as({ role: 'ISSUER_STAFF', organizationId: other.organizationId });
    const did = `did:key:z6Mk${randomUUID().replaceAll('-', '')}`;
    const wallet = (await issue({ did, badgeVersionId: other.badgeVersionId }, elsewhere)).data.made;
    const issueAs = async (self: string, recipient: DirectRecipient) => {
      const { graph } = api.app;
      const person = { id: randomUUID(), account: '', issuer: '', learnerId: self, mustChoose: false };
      const viewer: Viewer = {
        role: 'ISSUER_STAFF',
        organizationId: world.organizationId,
        learnerId: null,
        keyId: null,
        person,
      };
      const scope = {
        viewer,
        graph,
        requestId: 'test',
        attempts: new Attempts(),
        verifying: async () => {},
      };
      const [outcome] = await createContext(api.app, scope).credentials.issueEach([
        { via: 'DIRECT', badgeVersionId: world.badgeVersionId, recipient },
      ]);
      return outcome && 'refused' in outcome ? outcome.refused : null;
    };
    const refused = { code: 'FORBIDDEN', details: { reason: 'SEPARATION_OF_DUTIES', inTheWay: 'LEARNER' } };
    const hashed = (text: string) => ({
      identityHash: `sha256$${createHash('sha256').update(`${text}some salt`).digest('hex')}`,
      salt: 'some salt',
    });
    expect(await issueAs(learnerId, { email: email.toUpperCase() })).toMatchObject(refused);
    expect(await issueAs(learnerId, hashed(email))).toMatchObject(refused);
    expect(await issueAs(learnerId, hashed(email.toLowerCase()))).toMatchObject(refused);
    expect(await issueAs(wallet.learnerId, { did })).toMatchObject(refused);
    // the document tells, too, when the record does not any more
    await world.query('MATCH (l:Learner {id: $id}) REMOVE l.sealedRecipient', { id: wallet.learnerId });
    expect(await issueAs(wallet.learnerId, { did })).toMatchObject(refused);
    expect(await issueAs(learnerId, { did })).toBeNull();
    expect(await issueAs(learnerId, hashed(`${randomUUID()}@example.org`))).toBeNull();
    expect(await issueAs(wallet.learnerId, { email })).toBeNull();
  });

  test('where the signature fails: no credential, no taken entry, no event, no record', async () => {
    const email = `${randomUUID()}@example.org`;
    await issue({ email: `${randomUUID()}@example.org` });
    const counts = () =>
      world.query(
        `MATCH (o:Organization {id: $id})
         RETURN count { (o)-[:REGISTERED]->(:Learner) } AS records, count { (o)-[:PUBLISHES]->(:StatusList)<-[:LISTED_IN]-() } AS entries,
           head(COLLECT { MATCH (c:AuditChain {id: $id}) RETURN c.seq }) AS events`,
        { id: world.organizationId },
      );
    const before = [await counts(), await leftBehind()];
    const spoil = (from: string, to: string) =>
      world.query(
        `MATCH (:Organization {id: $id})-[:SIGNS_WITH]->(k:SigningKey {type: 'Ed25519'}) SET k[$to] = k[$from], k[$from] = CASE $from WHEN 'kept' THEN null ELSE 'v1.spoilt' END`,
        { id: world.organizationId, from, to },
      );
    await spoil('sealedPrivateKey', 'kept');
    const fresh = await startApi();
    const caller = await fresh.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
    const refused = await issue({ email }, caller);
    await fresh.close();
    await spoil('kept', 'sealedPrivateKey');
    expect(extensionsOf(refused)).toMatchObject({ code: 'INTERNAL' });
    expect([await counts(), await leftBehind()]).toEqual(before);
    expect((await issue({ email })).errors).toEqual([]);
  });
});
