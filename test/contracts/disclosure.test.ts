import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { Statement } from '../../src/platform/graph/statement.ts';
import { startApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { allStatements } from '../support/statements.ts';

const fragment = readFileSync('cypher/fragments/disclosed-learners.cypher', 'utf8').trim();
const statements = await allStatements();
/** What belongs to a learner. */
const touchesLearners = ({ text }: Statement) =>
  /:(Learner|Credential|Submission|Result|Consent|RevealRequest|PersonKey)\b/.test(text);
const isDisclosing = ({ text, params }: Statement) => text.includes(fragment) && 'disclosure' in params.shape;
/** Reads what its holder has just presented, for this request alone, and proved to hold the key of. */
const PRESENTED = 'matching/asking/presented-claims';
/** Reads what is the viewer's own, as learner. */
const isOwn = ({ params }: Statement) => 'learnerId' in params.shape;

test('whatever employers can ask about people goes through the one disclosure', () => {
  const askedByEmployers = statements.filter(
    ({ file, mode }) =>
      mode === 'READ' &&
      /^(matching|employers|identity\/consent)\/|^catalog\/quality\/sample-for-outsiders$/.test(file),
  );
  const beside = askedByEmployers.filter(
    (statement) =>
      statement.file !== PRESENTED &&
      touchesLearners(statement) &&
      !isDisclosing(statement) &&
      !isOwn(statement),
  );
  expect(beside.map(({ file }) => file)).toEqual([]);
  expect(askedByEmployers.filter(isDisclosing).map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      'matching/claims-of-candidates',
      'identity/consent/revealed-learners',
      'catalog/quality/sample-for-outsiders',
    ]),
  );
});

test('a statement that discloses cannot be asked without a disclosure', () => {
  const copy = {
    organizationId: 'org-public-services',
    at: new Date(),
    use: { purpose: 'MATCHING', scopes: ['SKILLS'], campaignId: null },
  };
  for (const { params } of statements.filter(isDisclosing)) {
    const { error } = params.safeParse({ disclosure: copy });
    expect(error?.issues.map(({ path }) => path[0])).toContain('disclosure');
  }
});

test('an employer who asks everything there is to ask reads people through it only', async () => {
  const read = new Set<string>();
  const config = testConfig();
  const api = await startApi({
    config: { ...config, graph: { ...config.graph, onStatement: (file) => void read.add(file) } },
  });
  try {
    const employer = await api.as({ role: 'EMPLOYER', organizationId: 'org-public-services' });
    const examples = readdirSync('schema/examples').filter((name) =>
      /^(employer|portal|supervisor)-/.test(name),
    );
    for (const name of examples) {
      const text = readFileSync(`schema/examples/${name}`, 'utf8');
      const variables = /^# Variables: (\{.*\})$/m.exec(text)?.[1];
      await employer(text, JSON.parse(variables ?? '{}') as Record<string, unknown>);
    }
    await employer('{ revealedCandidate(pseudonym: "nobody") { name } }');
  } finally {
    await api.close();
  }
  const people = statements.filter(
    (statement) =>
      read.has(statement.file) &&
      statement.mode === 'READ' &&
      touchesLearners(statement) &&
      !statement.file.startsWith('identity/sign-in/') &&
      // what a learner wrote to the organisation itself, to be answered
      statement.file !== 'credentials/portfolio/validations/of-organization',
  );
  expect(people.length).toBeGreaterThan(1);
  expect(people.filter((statement) => !isDisclosing(statement)).map(({ file }) => file)).toEqual([]);
});
