import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testConfig } from '../../support/config.ts';
import { type Report, startIssuer, type TestIssuer } from '../../support/issuer.ts';

let issuer: TestIssuer;
let world: TestIssuer['world'];
let staff: TestIssuer['staff'];
beforeAll(async () => {
  issuer = await startIssuer();
  ({ world, staff } = issuer);
  await world.badge({ stacks: true });
});
afterAll(() => issuer.close());

const MINE = '{ credentials(first: 10) { edges { node { id via document clr } } } }';
const RECORD = 'query ($ids: [ID!]!, $name: String!) { learnerRecord(credentialIds: $ids, name: $name) }';

interface Held {
  readonly id: string;
  readonly via: string;
  readonly document: string;
  readonly clr: string | null;
}

/** A learner who holds a badge and the stacked credential that it completes. */
async function holder() {
  const { learner } = await issuer.held();
  const { data, errors } = await learner(MINE);
  expect(errors).toEqual([]);
  const held: Held[] = data.credentials.edges.map(({ node }: { node: Held }) => node);
  const of = (via: string) => held.find((each) => each.via === via) as Held;
  return { learner, part: of('ASSESSED'), whole: of('STACKED') };
}

const verify = (document: string) => issuer.verify(document);
const step = ({ steps }: Report, name: string) => steps.find((each) => each.name === name);

describe('a Comprehensive Learner Record', () => {
  test('of a stacked credential holds it and its parts as they were signed, signed by the issuer of the stack', async () => {
    const { part, whole } = await holder();
    expect(part.clr).toBeNull();
    const record = JSON.parse(whole.clr ?? '');
    const [stacked, earned] = [JSON.parse(whole.document), JSON.parse(part.document)];
    expect(record).toMatchObject({
      type: ['VerifiableCredential', 'ClrCredential'],
      name: stacked.name,
      issuer: stacked.issuer.id,
      partial: true,
      credentialSubject: {
        type: ['ClrSubject'],
        identifier: [{ type: 'IdentityObject', hashed: true }],
        verifiableCredential: [stacked, earned],
        association: [
          {
            type: 'Association',
            associationType: 'isParentOf',
            sourceId: stacked.credentialSubject.achievement.id,
            targetId: earned.credentialSubject.achievement.id,
          },
        ],
      },
    });
    expect(record.proof[0].verificationMethod).toContain(stacked.issuer.id);
    const report = await verify(whole.clr ?? '');
    expect(report).toMatchObject({ verdict: 'VERIFIED', format: 'JSON' });
    expect(step(report, 'CREDENTIALS')).toMatchObject({ reason: '2 credentials in it hold.' });
  });

  test('of the learner’s choice is signed by this service, as often as they ask', async () => {
    const { learner, part, whole } = await holder();
    const ids = [part.id, whole.id, part.id];
    const answers = await Promise.all(
      [1, 2, 3].map((n) => learner(RECORD, { ids, name: `What I can do ${n}` })),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const records = answers.map(({ data }) => data.learnerRecord as string);
    expect(new Set(records.map((record) => JSON.parse(record).id)).size).toBe(3);
    const [record = ''] = records;
    const { host } = new URL(testConfig().publicUrl);
    expect(JSON.parse(record)).toMatchObject({
      name: 'What I can do 1',
      issuer: { type: ['Profile'], name: host, url: testConfig().publicUrl },
      credentialSubject: { verifiableCredential: [JSON.parse(part.document), JSON.parse(whole.document)] },
    });
    expect(await verify(record)).toMatchObject({ verdict: 'VERIFIED' });
  });

  test('does not verify when a credential in it was changed, exchanged or left out', async () => {
    const { part, whole } = await holder();
    const other = await holder();
    const mutants: readonly [
      (record: { credentialSubject: { verifiableCredential: object[] } }) => void,
      string,
    ][] = [
      [({ credentialSubject }) => credentialSubject.verifiableCredential.pop(), 'PROOF'],
      [
        ({ credentialSubject }) =>
          credentialSubject.verifiableCredential.splice(1, 1, JSON.parse(other.part.document)),
        'PROOF',
      ],
      // what the outer proof cannot see, as the other credential says it of the same node, the inner one does
      [
        ({ credentialSubject }) => {
          const { issuer } = credentialSubject.verifiableCredential[1] as { issuer: { name?: string } };
          delete issuer.name;
        },
        'CREDENTIALS',
      ],
    ];
    for (const [alter, failed] of mutants) {
      const record = JSON.parse(whole.clr ?? '');
      alter(record);
      const report = await verify(JSON.stringify(record));
      expect(report.verdict).toBe('FAILED');
      expect(step(report, failed)).toMatchObject({ outcome: 'FAIL' });
    }
    expect(part.document).not.toBe(other.part.document);
  });

  test('fails when a credential in it was withdrawn, and holds no such credential', async () => {
    const { learner, part, whole } = await holder();
    await issuer.revoke(part.id);
    const report = await verify(whole.clr ?? '');
    expect(step(report, 'CREDENTIALS')).toMatchObject({
      outcome: 'FAIL',
      reason: expect.stringContaining('withdr'),
    });
    const { errors } = await learner(RECORD, { ids: [part.id, whole.id], name: 'Mine' });
    expect(errors).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'CONFLICT', reason: 'CREDENTIAL_NOT_VALID' }),
      }),
    ]);
    const { data } = await learner(MINE);
    expect(data.credentials.edges.map(({ node }: { node: Held }) => node.clr)).toEqual([null, null]);
  });

  test('is for the learner alone, and names what is wrong with a choice', async () => {
    const { learner, part, whole } = await holder();
    const other = await holder();
    const seen = await staff('query ($id: ID!) { credential(id: $id) { id clr } }', { id: whole.id });
    expect(seen.data.credential).toEqual({ id: whole.id, clr: null });
    for (const ids of [[other.part.id], [part.id, randomUUID()]])
      expect((await learner(RECORD, { ids, name: 'Mine' })).data.learnerRecord).toBeNull();
    for (const [variables, argument] of [
      [{ ids: [], name: 'Mine' }, 'credentialIds'],
      [{ ids: Array.from({ length: 51 }, () => randomUUID()), name: 'Mine' }, 'credentialIds'],
      [{ ids: [part.id], name: ' ' }, 'name'],
      [{ ids: [part.id], name: 'x'.repeat(201) }, 'name'],
    ] as const)
      expect((await learner(RECORD, variables)).errors).toEqual([
        expect.objectContaining({ extensions: expect.objectContaining({ code: 'INVALID_INPUT', argument }) }),
      ]);
  });
});
