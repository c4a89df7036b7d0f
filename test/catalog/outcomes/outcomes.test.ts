import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher } from '../../support/data.ts';
import { World } from '../../support/world.ts';
import { made, publishBadge } from '../author.ts';

let api: TestApi;
let organizationId: string;
let reviewerOrganizationId: string;
let staff: Caller;
let colleague: Caller;
let reviewer: Caller;
let stranger: Caller;
const world = new World();
beforeAll(async () => {
  api = await startApi();
  organizationId = await world.organization(['ISSUER', 'PROVIDER']);
  reviewerOrganizationId = await world.organization(['REVIEWER']);
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  colleague = await api.as({ role: 'ISSUER_ADMIN', organizationId });
  reviewer = await api.as({ role: 'EXTERNAL_REVIEWER', organizationId: reviewerOrganizationId });
  stranger = await api.as({ role: 'ISSUER_ADMIN', organizationId: await world.organization(['ISSUER']) });
});
afterAll(async () => {
  await api.close();
  await world.close();
});

const CREATE = 'mutation ($input: CreateOutcomeInput!) { made: createOutcome(input: $input) { id } }';
const UPDATE =
  'mutation ($id: ID!, $input: UpdateOutcomeInput!) { made: updateOutcome(id: $id, input: $input) { id } }';
const DELETE = 'mutation ($id: ID!) { deleteOutcome(id: $id) }';
const PROPOSE =
  'mutation ($id: ID!, $input: AlignmentInput!) { proposeAlignment(outcomeId: $id, input: $input) { id } }';
const APPROVE =
  'mutation ($id: ID!, $skill: ID!) { approveAlignment(outcomeId: $id, skillUri: $skill, note: "Agreed.") { id } }';
const REJECT =
  'mutation ($id: ID!, $skill: ID!, $note: String = "Too broad.") { rejectAlignment(outcomeId: $id, skillUri: $skill, note: $note) { id } }';
const CLAIMS = `alignments { edges { node { skillUri level relation source confidence reason author createdAt reviewState reviewer
  reviewedAt reviewNote reviewedFor { id } outcome { id } } } }`;
const READ = `query ($id: ID!) { outcome(id: $id) {
  statement verb bloom object conditions tools constraints successCriteria textLanguage
  german: text(language: "de") { language statement tools } texts { edges { node { language } } }
  ${CLAIMS} rejectedAlignments { edges { node { skillUri reviewState reviewNote } } }
} }`;
const TO_REVIEW = `query ($first: Int, $after: String, $org: ID) { alignmentsToReview(first: $first, after: $after, organizationId: $org) {
  totalCount edges { node { skillUri outcome { id } } } pageInfo { hasNextPage endCursor } } }`;
const extensions = ({ errors }: Answer<unknown>) => errors[0]?.extensions;
const read = async (id: string) => (await reviewer(READ, { id })).data.outcome;
const claims = async (id: string) =>
  (await read(id)).alignments.edges.map(({ node }: { node: Record<string, unknown> }) => node);

describe('an outcome', () => {
  test('says how one sees that it is reached, in the language asked for', async () => {
    const id = await made(
      staff(CREATE, {
        input: {
          statement: 'Configure a switch for two networks.',
          verb: 'configure',
          bloom: 'APPLY',
          object: 'a switch',
          conditions: 'with a colleague to ask',
          tools: ['a managed switch', 'a laptop'],
          constraints: 'within 40 minutes',
          successCriteria: ['The networks do not see each other.'],
          translations: [{ language: 'de', statement: 'Einen Switch einrichten.', tools: ['ein Switch'] }],
        },
      }),
    );
    expect(await read(id)).toMatchObject({
      bloom: 'APPLY',
      tools: ['a managed switch', 'a laptop'],
      constraints: 'within 40 minutes',
      successCriteria: ['The networks do not see each other.'],
      textLanguage: 'en',
      german: { language: 'de', statement: 'Einen Switch einrichten.', tools: ['ein Switch'] },
      texts: { edges: [{ node: { language: 'en' } }, { node: { language: 'de' } }] },
    });
  });

  test('is replaced as a whole, and a claim that stays keeps its review', async () => {
    const [kept, changed, gone, added] = await skills('Kept', 'Changed', 'Gone', 'Added');
    const claim = { skillUri: kept, level: 3, confidence: 80 };
    const id = await made(
      staff(CREATE, {
        input: {
          statement: 'Configure.',
          tools: ['a switch'],
          alignments: [claim, { skillUri: changed, level: 3 }, { skillUri: gone, level: 3 }],
        },
      }),
    );
    for (const skill of [kept, changed]) await reviewer(APPROVE, { id, skill });
    await made(
      staff(UPDATE, {
        id,
        input: {
          statement: 'Configure and document.',
          alignments: [claim, { skillUri: changed, level: 4 }, { skillUri: added, level: 2 }],
        },
      }),
    );
    expect(await read(id)).toMatchObject({ statement: 'Configure and document.', tools: [] });
    const now = new Map(
      (await claims(id)).map((one: Record<string, unknown>) => [one.skillUri, one.reviewState]),
    );
    expect([kept, changed, gone, added].map((uri) => now.get(uri))).toEqual([
      'REVIEWED',
      'PROPOSED',
      undefined,
      'PROPOSED',
    ]);
    const other = { statement: 'Take over.' };
    expect(extensions(await stranger(UPDATE, { id, input: other }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(extensions(await staff(UPDATE, { id: 'none', input: other }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(
      extensions(
        await staff(UPDATE, { id, input: { ...other, alignments: [{ skillUri: 'urn:none', level: 2 }] } }),
      ),
    ).toMatchObject({ code: 'NOT_FOUND', argument: 'input.alignments[0].skillUri' });
  });

  test('that a published badge certifies never changes and stays', async () => {
    const [skillUri, other] = await skills('Certified', 'Other');
    const ids = await publishBadge(staff, { skillUri });
    const certified = { code: 'CONFLICT', reason: 'CERTIFIED', badgeIds: [ids.badge] };
    expect(extensions(await staff(UPDATE, { id: ids.outcome, input: { statement: 'Else.' } }))).toMatchObject(
      certified,
    );
    expect(
      extensions(await staff(PROPOSE, { id: ids.outcome, input: { skillUri: other, level: 3 } })),
    ).toMatchObject(certified);
    expect(extensions(await colleague(REJECT, { id: ids.outcome, skill: skillUri }))).toMatchObject(
      certified,
    );
    expect((await reviewer(APPROVE, { id: ids.outcome, skill: skillUri })).errors).toEqual([]);
    expect(extensions(await staff(DELETE, { id: ids.outcome }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'IN_USE',
      usedBy: { badges: [ids.badge] },
    });
  });

  test('is taken away while nothing uses it', async () => {
    const id = await made(
      staff(CREATE, { input: { statement: 'Go.', translations: [{ language: 'fr', statement: 'Aller.' }] } }),
    );
    const asking = await made(
      staff(
        'mutation ($input: CreateLearningUnitInput!) { made: createLearningUnit(input: $input) { id } }',
        {
          input: { title: 'After', effortMinutes: 10, mode: 'LIVE', prerequisites: { outcomeId: id } },
        },
      ),
    );
    expect(extensions(await staff(DELETE, { id }))).toMatchObject({
      code: 'CONFLICT',
      usedBy: { 'learning units': [asking] },
    });
    await staff('mutation ($id: ID!) { deleteLearningUnit(id: $id) }', { id: asking });
    expect(extensions(await stranger(DELETE, { id }))).toMatchObject({ code: 'FORBIDDEN' });
    expect((await staff(DELETE, { id })).data).toEqual({ deleteOutcome: id });
    expect(await read(id)).toBeNull();
    expect(extensions(await staff(DELETE, { id }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

interface Waiting {
  readonly totalCount: number;
  readonly edges: { readonly node: { readonly outcome: { readonly id: string } } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('a claim of alignment', () => {
  test('is made by one person and judged by another; what is rejected counts no more', async () => {
    const [right, wrong] = await skills('Right', 'Wrong');
    const id = await made(staff(CREATE, { input: { statement: 'Switch.' } }));
    const input = { skillUri: right, level: 4, source: 'SUGGESTED', confidence: 70, reason: 'Same task.' };
    expect((await staff(PROPOSE, { id, input })).errors).toEqual([]);
    expect(extensions(await staff(PROPOSE, { id, input }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_ALIGNED',
    });
    await staff(PROPOSE, { id, input: { skillUri: wrong, level: 2, relation: 'BROAD' } });
    expect(await claims(id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          ...input,
          relation: 'EXACT',
          reviewState: 'PROPOSED',
          author: expect.stringMatching(/^key:/),
          reviewer: null,
          reviewedFor: null,
          outcome: { id },
        }),
      ]),
    );
    expect(extensions(await staff(APPROVE, { id, skill: right }))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'SEPARATION_OF_DUTIES',
    });
    expect(extensions(await stranger(APPROVE, { id, skill: right }))).toMatchObject({ code: 'FORBIDDEN' });
    expect((await colleague(APPROVE, { id, skill: right })).errors).toEqual([]);
    expect(extensions(await reviewer(APPROVE, { id, skill: right }))).toMatchObject({ code: 'CONFLICT' });
    expect(extensions(await reviewer(APPROVE, { id, skill: 'urn:none' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(extensions(await colleague(REJECT, { id, skill: wrong, note: ' ' }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'note',
    });
    expect(extensions(await reviewer(REJECT, { id, skill: wrong }))).toMatchObject({ code: 'FORBIDDEN' });
    expect((await colleague(REJECT, { id, skill: wrong })).errors).toEqual([]);
    expect(await read(id)).toMatchObject({
      alignments: {
        edges: [
          {
            node: {
              skillUri: right,
              reviewState: 'REVIEWED',
              reviewNote: 'Agreed.',
              reviewedFor: { id: organizationId },
            },
          },
        ],
      },
      rejectedAlignments: {
        edges: [{ node: { skillUri: wrong, reviewState: 'REJECTED', reviewNote: 'Too broad.' } }],
      },
    });
    const chains = await cypher(
      "MATCH (e:AuditEvent {action: 'rejectAlignment'}) WHERE $id IN e.objects RETURN e.chain AS chain",
      { id },
    );
    expect(chains.map(({ chain }) => chain)).toEqual([organizationId]);
  });

  test('names people only to those who work with the catalogue', async () => {
    const [skillUri] = await skills('Named');
    const id = await made(
      staff(CREATE, { input: { statement: 'Name.', alignments: [{ skillUri, level: 2 }] } }),
    );
    const open = '{ alignments { edges { node { reviewState source createdAt } } } }';
    const { data } = await api.anonymous(`query ($id: ID!) { outcome(id: $id) ${open} }`, { id });
    expect(data.outcome.alignments.edges).toMatchObject([
      { node: { reviewState: 'PROPOSED', source: 'STATED' } },
    ]);
    const asked = await api.anonymous(
      'query ($id: ID!) { outcome(id: $id) { alignments { edges { node { author } } } } }',
      { id },
    );
    expect(extensions(asked)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('waits for review in a list, longest first, of one’s own issuer or, for reviewers, of any', async () => {
    const owner = await world.organization(['ISSUER']);
    const writer = await api.as({ role: 'ISSUER_STAFF', organizationId: owner });
    const made3 = await skills('One', 'Two', 'Three');
    const ids: string[] = [];
    for (const skillUri of made3)
      ids.push(
        await made(writer(CREATE, { input: { statement: 'Wait.', alignments: [{ skillUri, level: 2 }] } })),
      );
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors }: Answer<{ alignmentsToReview: Waiting }> = await reviewer<{
        alignmentsToReview: Waiting;
      }>(TO_REVIEW, {
        first: 2,
        after,
        org: owner,
      });
      expect(errors).toEqual([]);
      expect(data.alignmentsToReview.totalCount).toBe(3);
      for (const { node } of data.alignmentsToReview.edges) walked.push(node.outcome.id);
      const { hasNextPage, endCursor }: Waiting['pageInfo'] = data.alignmentsToReview.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after);
    expect(walked).toEqual(ids);
    await reviewer(APPROVE, { id: ids[0], skill: made3[0] });
    const own = (await writer(TO_REVIEW, {})).data.alignmentsToReview;
    expect(own.edges.map(({ node }: { node: { outcome: { id: string } } }) => node.outcome.id)).toEqual(
      ids.slice(1),
    );
    expect((await writer(TO_REVIEW, { org: organizationId })).data.alignmentsToReview.totalCount).toBe(2);
  });
});

describe('suggestions', () => {
  const SUGGEST = `query ($id: ID, $text: String, $framework: ID) { suggestAlignments(outcomeId: $id, text: $text, framework: $framework, first: 50) {
    edges { node { skillUri score matchedText matchKind why rejectedBefore skill { uri } } } } }`;
  interface Suggested {
    node: { skillUri: string; score: number; matchKind: string; why: string; rejectedBefore: boolean };
  }
  const suggest = async (asked: Record<string, unknown>): Promise<Suggested[]> =>
    (await staff(SUGGEST, asked)).data.suggestAlignments.edges;

  test('come from the taxonomies with a reason, and nothing is written until somebody claims one', async () => {
    const found = await suggest({
      text: 'Apply statistical analysis techniques to survey data',
      framework: 'esco',
    });
    const best = found.find(({ node }) => node.why.includes('apply statistical analysis techniques'));
    expect(best?.node).toMatchObject({ rejectedBefore: false });
    expect(best?.node.score).toBeGreaterThan(0);
    const id = await made(
      staff(CREATE, {
        input: { statement: 'Works.', verb: 'apply', object: 'statistical analysis techniques' },
      }),
    );
    const [first] = await suggest({ id, framework: 'esco' });
    expect(first?.node.skillUri).toBe(best?.node.skillUri);
    expect(first?.node.why).toBe('Its label is exactly that: “apply statistical analysis techniques”.');
    expect(await claims(id)).toEqual([]);
    const skillUri = first?.node.skillUri;
    await staff(PROPOSE, { id, input: { skillUri, level: 4, source: 'SUGGESTED' } });
    const still = async () =>
      (await suggest({ id, framework: 'esco' })).find(({ node }) => node.skillUri === skillUri);
    expect(await still()).toBeUndefined();
    await colleague(REJECT, { id, skill: skillUri });
    expect((await still())?.node.rejectedBefore).toBe(true);
  });

  test('follow reviewed mappings from what is claimed', async () => {
    const [here, there, unsure] = await skills('Here', 'There', 'Unsure');
    await world.mapping(here, there, 'EXACT');
    await world.mapping(here, unsure, 'EXACT', 'PROPOSED');
    const id = await made(
      staff(CREATE, { input: { statement: '!', alignments: [{ skillUri: here, level: 3 }] } }),
    );
    expect(await suggest({ id })).toMatchObject([
      {
        node: {
          skillUri: there,
          matchKind: 'MAPPED',
          why: 'A reviewed mapping says it is the same as “Here”, which the outcome is aligned to.',
        },
      },
    ]);
  });

  test('need either an outcome or a text', async () => {
    for (const asked of [{}, { id: 'x', text: 'y' }])
      expect(extensions(await staff(SUGGEST, asked))).toMatchObject({
        code: 'INVALID_INPUT',
        argument: 'outcomeId',
      });
    expect(extensions(await staff(SUGGEST, { text: 'x'.repeat(1_001) }))).toMatchObject({ argument: 'text' });
    expect((await staff(SUGGEST, { id: 'none' })).data).toEqual({ suggestAlignments: null });
    expect(extensions(await api.anonymous(SUGGEST, { text: 'x' }))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

async function skills<const T extends readonly string[]>(...labels: T): Promise<{ [K in keyof T]: string }> {
  const uris: string[] = [];
  for (const label of labels) uris.push(await world.skill(label));
  return uris as unknown as { [K in keyof T]: string };
}
