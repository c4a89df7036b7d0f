import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../support/credential-world.ts';

let api: TestApi;
let world: CredentialWorld;
let other: CredentialWorld;
let staff: Caller;
let otherStaff: Caller;
beforeAll(async () => {
  api = await startApi();
  [world, other] = await Promise.all([credentialWorld(testConfig()), credentialWorld(testConfig())]);
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  otherStaff = await api.as({ role: 'ISSUER_STAFF', organizationId: other.organizationId });
});
afterAll(async () => {
  await Promise.all([api.close(), world.close(), other.close()]);
});

const ISSUE = `mutation Issue($input: IssueCredentialInput!, $key: String!) {
  issueCredential(input: $input, idempotencyKey: $key) {
    id url learnerId badgeVersion { id name } issuer { id did } name status statusReason awardedAt validFrom validUntil via digest document
  }
}`;
const SHOW = `query Show($id: ID!) { credential(id: $id) { id document digest status statusReason } }`;
const VERIFY = `query Verify($document: String!) {
  verifyCredential(document: $document) { verdict credentialId issuer checkedAt steps { name outcome reason } }
}`;
const REVOKE = `mutation Revoke($id: ID!, $reason: String!, $key: String!) {
  revokeCredential(id: $id, reason: $reason, idempotencyKey: $key) { id status statusReason statusChangedAt }
}`;

interface Step {
  name: string;
  outcome: string;
  reason: string;
}
async function verify(document: string): Promise<{ verdict: string; failed: string[]; steps: Step[] }> {
  const { data, errors } = await api.anonymous(VERIFY, { document });
  expect(errors).toEqual([]);
  const { verdict, steps } = data.verifyCredential;
  return {
    verdict,
    steps,
    failed: steps.filter(({ outcome }: Step) => outcome === 'FAIL').map(({ name }: Step) => name),
  };
}

/** Issues a credential to a new learner and answers it with the document the learner sees. */
async function issued(
  work: Parameters<CredentialWorld['learner']>[0] = {},
  badgeVersionId = world.badgeVersionId,
) {
  const { learnerId, resultId } = await world.learner(work);
  const { data, errors } = await staff(ISSUE, { key: randomUUID(), input: { resultId, badgeVersionId } });
  expect(errors).toEqual([]);
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const shown = await learner(SHOW, { id: data.issueCredential.id });
  return { ...data.issueCredential, learner, resultId, signed: shown.data.credential.document as string };
}

describe('a credential', () => {
  test('is issued from a passed result, verifies, and only its learner reads the signed document', async () => {
    const credential = await issued();
    expect(credential).toMatchObject({
      status: 'ACTIVE',
      via: 'ASSESSED',
      issuer: { id: world.organizationId, did: `did:web:credentials.example:orgs:${world.organizationId}` },
      badgeVersion: { id: world.badgeVersionId },
      document: null,
    });
    expect(createHash('sha256').update(credential.signed).digest('hex')).toBe(credential.digest);
    expect(await verify(credential.signed)).toMatchObject({ verdict: 'VERIFIED', failed: [] });
    const document = JSON.parse(credential.signed);
    expect(document).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: `https://credentials.example/credentials/${credential.id}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: `did:web:credentials.example:orgs:${world.organizationId}`, name: 'Academy of Graphs' },
      proof: [{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }],
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'suspension' },
      evidence: [
        { name: 'Model a domain', narrative: 'I modelled a library.' },
        { name: 'Model a domain', id: 'https://work.example/1' },
      ],
      credentialSubject: {
        achievement: {
          name: 'Graph Modeller',
          version: '2',
          alignment: [
            {
              targetName: 'model graphs',
              targetUrl: world.skillUri,
              targetCode: 'F1',
              targetDescription: 'EQF level 5',
            },
          ],
          resultDescription: [{ name: 'Correctness' }],
        },
        result: [{ status: 'Completed' }],
      },
    });
    expect(document).not.toHaveProperty('issuanceDate');
    expect(credential.signed).not.toContain('ada@example.org');
    const months =
      (Date.parse(credential.validUntil) - Date.parse(credential.awardedAt)) / (1000 * 60 * 60 * 24 * 30.44);
    expect(months).toBeCloseTo(24, 0);
  });

  test('is issued once, however often and at once it is asked for', async () => {
    const { resultId } = await world.learner();
    const input = { resultId, badgeVersionId: world.badgeVersionId };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => staff(ISSUE, { key: randomUUID(), input })),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ data }) => data.issueCredential.id)).size).toBe(1);
    const [held] = await world.query(
      'MATCH (r:Result {id: $resultId})<-[:RESTS_ON]-(c:Credential) RETURN count(c) AS count',
      { resultId },
    );
    expect(held).toEqual({ count: 1 });
  });

  test('proves the skills of its badge from the transaction that issues it on', async () => {
    const { learnerId, id, validUntil } = await issued();
    const edges = await world.query(
      `MATCH (:Learner {id: $learnerId})-[h:HAS_SKILL]->(s:Skill)
       RETURN s.uri AS uri, h.credentialId AS credentialId, h.level AS level, toString(h.until) AS until`,
      { learnerId },
    );
    expect(edges).toEqual([
      {
        uri: world.skillUri,
        credentialId: id,
        level: 5,
        until: expect.stringContaining(validUntil.slice(0, 19)),
      },
    ]);
  });

  test('names a learner without e-mail address by a name made for this credential', async () => {
    const { signed } = await issued({ email: '' });
    expect(JSON.parse(signed).credentialSubject.id).toMatch(/^urn:uuid:/);
    expect(await verify(signed)).toMatchObject({ verdict: 'VERIFIED' });
  });

  test('reads null to everybody but its learner and its issuer', async () => {
    const { id, learner } = await issued();
    const stranger = await api.as({ role: 'LEARNER', learnerId: (await world.learner()).learnerId });
    for (const caller of [api.anonymous, otherStaff, stranger])
      expect((await caller(SHOW, { id })).data.credential).toBeNull();
    expect((await staff(SHOW, { id })).data.credential).toMatchObject({ id, document: null });
    expect((await learner(SHOW, { id })).data.credential.document).toContain(id);
    expect((await learner(SHOW, { id: 'nothing' })).data.credential).toBeNull();
  });
});

describe('issuing refuses', () => {
  const refusal = async (caller: Caller, input: object, key = randomUUID() as string) => {
    const { errors } = await caller(ISSUE, { input, key });
    return errors.flatMap(({ extensions }) => [extensions['code'], extensions['reason']]);
  };

  test('whoever is not staff of an issuer', async () => {
    const { resultId, learnerId } = await world.learner();
    expect(await refusal(api.anonymous, { resultId })).toEqual(['UNAUTHENTICATED', undefined]);
    const learner = await api.as({ role: 'LEARNER', learnerId });
    expect(await refusal(learner, { resultId })).toEqual(['FORBIDDEN', undefined]);
  });

  test('an unknown result, and one of another organisation just the same', async () => {
    expect(await refusal(staff, { resultId: 'nothing' })).toEqual(['NOT_FOUND', undefined]);
    const { resultId } = await other.learner();
    expect(await refusal(staff, { resultId })).toEqual(['NOT_FOUND', undefined]);
  });

  test('work that was not passed', async () => {
    const { resultId } = await world.learner({ passed: false });
    expect(await refusal(staff, { resultId })).toEqual(['INVALID_INPUT', 'NOT_PASSED']);
  });

  test('a badge that is not published, not awarded for the work, or of another organisation', async () => {
    const { resultId } = await world.learner();
    const draft = await world.badge({ state: 'DRAFT' });
    expect(await refusal(staff, { resultId, badgeVersionId: draft })).toEqual([
      'INVALID_INPUT',
      'BADGE_NOT_PUBLISHED',
    ]);
    const withdrawn = await world.badge({ state: 'WITHDRAWN' });
    expect(await refusal(staff, { resultId, badgeVersionId: withdrawn })).toEqual([
      'INVALID_INPUT',
      'BADGE_WITHDRAWN',
    ]);
    expect(await refusal(staff, { resultId, badgeVersionId: other.badgeVersionId })).toEqual([
      'INVALID_INPUT',
      'NOT_AWARDED_FOR_THIS',
    ]);
    const foreign = await other.badge({ assessmentId: world.assessmentId });
    expect(await refusal(staff, { resultId, badgeVersionId: foreign })).toEqual(['FORBIDDEN', undefined]);
  });

  test('to guess between two badges for the same assessment', async () => {
    const { resultId } = await world.learner();
    const second = await world.badge({});
    expect(await refusal(staff, { resultId })).toEqual(['INVALID_INPUT', 'BADGE_AMBIGUOUS']);
    const { data } = await staff(ISSUE, { key: randomUUID(), input: { resultId, badgeVersionId: second } });
    expect(data.issueCredential.badgeVersion.id).toBe(second);
    await world.query("MATCH (v:BadgeVersion {id: $second}) SET v.state = 'WITHDRAWN'", { second });
  });

  test('a badge whose other assessments are not passed yet', async () => {
    const both = await world.badge({});
    await world.query(
      `MATCH (v:BadgeVersion {id: $both}) CREATE (v)-[:AWARDED_FOR]->(:Assessment {id: 'second-' + $both, title: 'Second', kind: 'QUIZ'})`,
      { both },
    );
    const { resultId } = await world.learner();
    expect(await refusal(staff, { resultId, badgeVersionId: both })).toEqual([
      'INVALID_INPUT',
      'ASSESSMENTS_MISSING',
    ]);
    await world.query("MATCH (v:BadgeVersion {id: $both}) SET v.state = 'WITHDRAWN'", { both });
  });

  test('an erased learner, leaving nothing behind', async () => {
    const { resultId, learnerId } = await world.learner();
    await world.query('MATCH (:Learner {id: $learnerId})-[:PROTECTED_BY]->(k) DETACH DELETE k', {
      learnerId,
    });
    expect(await refusal(staff, { resultId, badgeVersionId: world.badgeVersionId })).toEqual([
      'CONFLICT',
      'RECIPIENT_ERASED',
    ]);
    expect(
      await world.query('MATCH (:Learner {id: $learnerId})-[:HOLDS]->(c) RETURN c', { learnerId }),
    ).toEqual([]);
  });

  test('an idempotency key that was used for another award', async () => {
    const [one, two] = [await world.learner(), await world.learner()];
    const key = one.resultId;
    const { badgeVersionId } = world;
    const first = await staff(ISSUE, { key, input: { resultId: one.resultId, badgeVersionId } });
    const again = await staff(ISSUE, { key, input: { resultId: one.resultId, badgeVersionId } });
    expect(again.data.issueCredential.id).toBe(first.data.issueCredential.id);
    expect(await refusal(staff, { resultId: two.resultId, badgeVersionId }, key)).toEqual([
      'CONFLICT',
      'KEY_REUSED',
    ]);
  });
});

describe('an altered copy', () => {
  test('fails, whichever part of it was altered', async () => {
    const { signed } = await issued();
    const original = JSON.parse(signed);
    const altered = (change: (document: typeof original) => void) => {
      const copy = structuredClone(original);
      change(copy);
      return JSON.stringify(copy);
    };
    const copies: Record<string, string> = {
      id: altered((d) => {
        d.id = `${d.id}0`;
      }),
      type: altered((d) => {
        d.type = ['VerifiableCredential', 'OpenBadgeCredential', 'EndorsementCredential'];
      }),
      context: altered((d) => {
        d['@context'].push('https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json');
      }),
      'inline context': altered((d) => {
        d['@context'].push({ name: 'https://evil.example/name' });
      }),
      name: altered((d) => {
        d.name = 'Graph Master';
      }),
      issuer: altered((d) => {
        d.issuer.name = 'Another academy';
      }),
      validFrom: altered((d) => {
        d.validFrom = '2020-01-01T00:00:00Z';
      }),
      validUntil: altered((d) => {
        d.validUntil = '2099-01-01T00:00:00Z';
      }),
      'no validUntil': altered((d) => {
        delete d.validUntil;
      }),
      awardedDate: altered((d) => {
        d.awardedDate = '2020-01-01T00:00:00Z';
      }),
      evidence: altered((d) => {
        delete d.evidence;
      }),
      status: altered((d) => {
        delete d.credentialStatus;
      }),
      'status index': altered((d) => {
        d.credentialStatus.statusListIndex = String(
          (Number(d.credentialStatus.statusListIndex) + 1) % 131_072,
        );
      }),
      recipient: altered((d) => {
        d.credentialSubject.identifier[0].identityHash = `sha256$${'0'.repeat(64)}`;
      }),
      level: altered((d) => {
        d.credentialSubject.achievement.alignment[0].targetDescription = 'EQF level 8';
      }),
      result: altered((d) => {
        d.credentialSubject.result = [];
      }),
      'unknown member': altered((d) => {
        d.bonus = 'yes';
      }),
      'hidden statement': altered((d) => {
        d['@included'] = [{ id: 'urn:x', name: 'y' }];
      }),
      'proof value': altered((d) => {
        const value = d.proof[0].proofValue;
        d.proof[0].proofValue = value.slice(0, -1) + (value.endsWith('2') ? '3' : '2');
      }),
      'proof date': altered((d) => {
        d.proof[0].created = '2020-01-01T00:00:00Z';
      }),
      'proof purpose': altered((d) => {
        d.proof[0].proofPurpose = 'authentication';
      }),
      'no proof': altered((d) => {
        d.proof = [];
      }),
      'second, forged proof': altered((d) => {
        d.proof.push({ ...d.proof[0], proofValue: `z${'1'.repeat(86)}` });
      }),
      'a member twice': signed.replace('{', '{"name":"Graph Master",'),
    };
    const verdicts: Record<string, string> = {};
    for (const [what, copy] of Object.entries(copies)) verdicts[what] = (await verify(copy)).verdict;
    const { context, ...rest } = verdicts;
    expect(rest).toEqual(Object.fromEntries(Object.keys(rest).map((what) => [what, 'FAILED'])));
    expect(context).toBe('FAILED');
    expect((await verify(JSON.stringify(original, null, 2))).verdict).toBe('VERIFIED');
  });

  test('fails when another issuer signed it, with that issuer’s key or in its own name', async () => {
    const { signed } = await issued();
    const { resultId } = await other.learner();
    expect((await otherStaff(ISSUE, { key: randomUUID(), input: { resultId } })).errors).toEqual([]);
    const otherDid = `did:web:credentials.example:orgs:${other.organizationId}`;
    const { proof: _, ...document } = JSON.parse(signed);
    const { agent } = api.app.credentialing;
    const inOwnName = await agent.sign(
      { ...document, issuer: { ...document.issuer, id: otherDid } },
      new Date(),
    );
    expect((await verify(JSON.stringify(inOwnName))).failed).toEqual(['ACHIEVEMENT', 'STATUS', 'LOG']);
    const withItsKey = { ...inOwnName, issuer: document.issuer };
    expect(await verify(JSON.stringify(withItsKey))).toMatchObject({ verdict: 'FAILED', failed: ['ISSUER'] });
  });

  test('of a foreign issuer could not be checked, which is no pass', async () => {
    const { signed } = await issued();
    const foreign = signed.replaceAll('did:web:credentials.example:', 'did:web:elsewhere.example:');
    const { steps, verdict } = await verify(foreign);
    expect(steps.filter(({ outcome }) => outcome === 'COULD_NOT_CHECK').map(({ name }) => name)).toEqual([
      'ISSUER',
      'PROOF',
      'TRUST',
    ]);
    expect(verdict).not.toBe('VERIFIED');
  });
});

describe('a withdrawn credential', () => {
  test('fails, proves no skill any more, and its list says so to everybody', async () => {
    const { id, learnerId, signed } = await issued();
    const { credentialStatus } = JSON.parse(signed);
    const listUrl = api.url + new URL(credentialStatus.statusListCredential).pathname;
    const before = await fetch(listUrl);
    expect(before.headers.get('content-type')).toMatch(/^application\/json/);
    expect(before.headers.get('cache-control')).toBe('public, max-age=300');
    const headers = { 'if-none-match': before.headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
    expect((await fetch(listUrl, { headers })).status).toBe(304);

    const { data, errors } = await staff(REVOKE, { key: randomUUID(), id, reason: ' Issued in error ' });
    expect(errors).toEqual([]);
    expect(data.revokeCredential).toMatchObject({ status: 'REVOKED', statusReason: 'Issued in error' });
    const { verdict, failed } = await verify(signed);
    expect({ verdict, failed }).toEqual({ verdict: 'FAILED', failed: ['STATUS'] });
    expect(
      await world.query('MATCH (:Learner {id: $learnerId})-[h:HAS_SKILL]->() RETURN h', { learnerId }),
    ).toEqual([]);

    const after = await fetch(listUrl, { headers });
    expect(after.status).toBe(200);
    const list = (await after.json()) as object;
    expect(await api.app.credentialing.agent.checkProof(list)).toMatchObject({ holds: true });
    const again = await staff(REVOKE, { key: randomUUID(), id, reason: 'Once more' });
    expect(again.data.revokeCredential.statusReason).toBe('Issued in error');
  });

  test('cannot be withdrawn by anybody else, nor without a reason', async () => {
    const { id, learner } = await issued();
    const code = async (caller: Caller, reason: string) =>
      (await caller(REVOKE, { key: randomUUID(), id, reason })).errors.map(
        ({ extensions }) => extensions['code'],
      );
    expect(await code(otherStaff, 'mine')).toEqual(['NOT_FOUND']);
    expect(await code(learner, 'mine')).toEqual(['FORBIDDEN']);
    expect(await code(api.anonymous, 'mine')).toEqual(['UNAUTHENTICATED']);
    expect(await code(staff, '  ')).toEqual(['INVALID_INPUT']);
    expect(await code(staff, 'x'.repeat(501))).toEqual(['INVALID_INPUT']);
  });

  test('stays withdrawn for all of many withdrawn at once', async () => {
    const credentials = await Promise.all([issued(), issued(), issued()]);
    await Promise.all(
      credentials.map(({ id }) => staff(REVOKE, { key: randomUUID(), id, reason: 'Withdrawn together' })),
    );
    for (const { signed } of credentials) expect((await verify(signed)).failed).toEqual(['STATUS']);
  });
});

describe('the list of credentials', () => {
  const LIST = `query List($first: Int, $after: String, $status: CredentialStatus) {
    credentials(first: $first, after: $after, status: $status) {
      totalCount edges { node { id status } } pageInfo { hasNextPage endCursor }
    }
  }`;

  test('pages through what the viewer holds or has issued', async () => {
    const one = await issued();
    const mine = await one.learner(LIST);
    expect(mine.data.credentials).toMatchObject({ totalCount: 1, edges: [{ node: { id: one.id } }] });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const {
        data,
      }: {
        data: {
          credentials: {
            edges: { node: { id: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
            totalCount: number;
          };
        };
      } = await staff(LIST, { first: 3, after });
      seen.push(...data.credentials.edges.map(({ node }) => node.id));
      after = data.credentials.pageInfo.hasNextPage ? data.credentials.pageInfo.endCursor : null;
      if (after === null) expect(data.credentials.totalCount).toBe(seen.length);
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(one.id);
  });

  test('can be limited to a status, and needs a role', async () => {
    const { id, learner } = await issued();
    await staff(REVOKE, { key: randomUUID(), id, reason: 'Test' });
    expect((await learner(LIST, { status: 'ACTIVE' })).data.credentials.totalCount).toBe(0);
    expect((await learner(LIST, { status: 'REVOKED' })).data.credentials.totalCount).toBe(1);
    expect((await api.anonymous(LIST)).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('what verifiers fetch', () => {
  test('is there for issuers, badges and lists, and 404 for anything else', async () => {
    await issued();
    const did = (await (await fetch(`${api.url}/orgs/${world.organizationId}/did.json`)).json()) as {
      id: string;
      assertionMethod: string[];
      verificationMethod: { id: string; controller: string; type: string }[];
    };
    expect(did.id).toBe(`did:web:credentials.example:orgs:${world.organizationId}`);
    expect(did.verificationMethod).toHaveLength(1);
    expect(did.verificationMethod[0]).toMatchObject({ type: 'Multikey', controller: did.id });
    expect(did.assertionMethod).toEqual(did.verificationMethod.map(({ id }) => id));
    const badge = (await (await fetch(`${api.url}/achievements/${world.badgeVersionId}`)).json()) as object;
    expect(badge).toMatchObject({
      id: `https://credentials.example/achievements/${world.badgeVersionId}`,
      type: ['Achievement'],
      related: [{ version: '1' }],
    });
    const draft = await world.badge({ state: 'DRAFT' });
    for (const path of [
      '/orgs/none/did.json',
      `/achievements/${draft}`,
      '/achievements/none',
      '/status/none',
    ])
      expect((await fetch(api.url + path)).status).toBe(404);
  });
});
