import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/platform/ids.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher, makeOrganization, makeSkills } from '../../support/data.ts';
import { extensionsOf } from '../../support/errors.ts';
import { assessmentInput, made, publishBadge } from '../author.ts';

const LINT = `query ($id: ID!, $min: LintSeverity = ADVICE) { lintBadge(badgeVersionId: $id) {
  badgeVersion { id } score { score parts { part score share } }
  findings(first: 100, minSeverity: $min) { totalCount edges { node { rule severity part place subjectId message why mend example source } } }
  comparison { similar percentile median }
  discoverability { change sentence alignments { outcomeId skillUri } roleProfiles { totalCount edges { node { id title } } } } } }`;

let api: TestApi;
let staff: Caller;
let employer: Caller;
let organizationId: string;
let skillUri: string;

beforeAll(async () => {
  api = await startApi();
  organizationId = await makeOrganization('Linted');
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  const employerId = await makeOrganization('Hirers', ['EMPLOYER']);
  employer = await api.as({ role: 'EMPLOYER', organizationId: employerId });
  [skillUri = ''] = await makeSkills('keep networks apart');
});
afterAll(() => api.close());

async function lint(id: string, caller: Caller = staff, min = 'ADVICE') {
  const { data, errors } = await caller(LINT, { id, min });
  expect(errors).toEqual([]);
  return data.lintBadge;
}
const rulesOf = (report: { findings: { edges: { node: { rule: string } }[] } }) =>
  report.findings.edges.map(({ node }) => node.rule);

const createBadge =
  'mutation ($input: BadgeVersionInput!) { made: createBadge(input: $input) { versions { edges { node { id } } } } }';
async function draft(input: object): Promise<string> {
  const { data, errors } = await staff(createBadge, { input });
  expect(errors).toEqual([]);
  return data.made.versions.edges[0].node.id;
}
const outcomeOf = (input: object) =>
  made(
    staff('mutation ($input: CreateOutcomeInput!) { made: createOutcome(input: $input) { id } }', { input }),
  );
const assessmentOf = (input: object) =>
  made(
    staff('mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { id } }', {
      input: { ...assessmentInput, ...input },
    }),
  );
const publish = (id: string) =>
  staff('mutation ($id: ID!) { made: publishBadgeVersion(id: $id) { id state } }', { id });

async function seek(title: string, requirements: object[]): Promise<string> {
  const id = await made(
    employer('mutation ($input: RoleProfileInput!) { made: createRoleProfile(input: $input) { id } }', {
      input: { title, requirements },
    }),
  );
  return made(employer('mutation ($id: ID!) { made: publishRoleProfile(id: $id) { id } }', { id }));
}

describe('publishing', () => {
  test('a draft with an error is refused with the findings, and published once it is mended', async () => {
    const vague = await outcomeOf({ statement: 'Understand networks', alignments: [{ skillUri, level: 4 }] });
    const clear = await outcomeOf({ statement: 'Configure networks', alignments: [{ skillUri, level: 4 }] });
    const assessment = await assessmentOf({ outcomeIds: [vague, clear] });
    const version = await draft({ name: 'Networks', outcomeIds: [vague], assessmentIds: [assessment] });
    const refused = await publish(version);
    expect(extensionsOf(refused)).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'id',
      reason: 'LINT_ERRORS',
      findings: [
        {
          rule: 'vague-verb',
          severity: 'ERROR',
          place: 'outcomes[0].statement',
          subjectId: vague,
          mend: expect.stringContaining('verb'),
        },
      ],
    });
    expect(refused.errors[0]?.message).toContain('“understand”');
    const { errors } = await staff(
      'mutation ($id: ID!, $input: BadgeVersionInput!) { updateBadgeVersion(id: $id, input: $input) { id } }',
      { id: version, input: { name: 'Networks', outcomeIds: [clear], assessmentIds: [assessment] } },
    );
    expect(errors).toEqual([]);
    expect((await publish(version)).data.made.state).toBe('PUBLISHED');
  });

  test('a quiz for something to be done is refused; so is a rubric whose levels say the same', async () => {
    const outcome = await outcomeOf({ statement: 'Configure a switch', verb: 'configure' });
    const levels = [
      { title: 'No', points: 0, descriptor: 'The plan is complete.' },
      { title: 'Yes', points: 1, descriptor: 'The plan is complete', passing: true },
    ];
    const quiz = await assessmentOf({
      kind: 'QUIZ',
      outcomeIds: [outcome],
      rubric: { title: 'Q', criteria: [{ title: 'Plan', levels }] },
    });
    const version = await draft({ name: 'Quizzed', outcomeIds: [outcome], assessmentIds: [quiz] });
    const refused = extensionsOf(await publish(version));
    expect(refused).toMatchObject({ findings: [{ rule: 'quiz-only' }, { rule: 'rubric-levels-same' }] });
  });
});

describe('lintBadge', () => {
  test('says what is weak about a version, where, why it matters, how to mend it, and how good it is', async () => {
    const { version, outcome, assessment } = await publishBadge(staff, { skillUri });
    const report = await lint(version, api.anonymous);
    expect(report.badgeVersion.id).toBe(version);
    expect(rulesOf(report)).toEqual(
      expect.arrayContaining([
        'description-missing',
        'rubric-descriptors',
        'evidence-statement',
        'review-policy',
      ]),
    );
    expect(report.findings.totalCount).toBe(rulesOf(report).length);
    const nodes = report.findings.edges.map((edge: { node: object }) => edge.node);
    expect(nodes).toContainEqual(
      expect.objectContaining({
        rule: 'rubric-descriptors',
        severity: 'WARNING',
        part: 'ASSESSMENT',
        place: 'assessments[0].rubric.criteria[0].levels',
        subjectId: assessment,
        message: '2 of 3 levels of “Separation” have no descriptor.',
      }),
    );
    expect(nodes).toContainEqual(
      expect.objectContaining({ rule: 'outcome-success-criteria', subjectId: outcome }),
    );
    expect(report.score.score).toBeGreaterThan(0);
    expect(report.score.score).toBeLessThan(100);
    expect(report.score.parts.map(({ part }: { part: string }) => part)).toEqual([
      'OUTCOMES',
      'ASSESSMENT',
      'ALIGNMENT',
      'DESCRIPTION',
      'ACCESSIBILITY',
      'QUALITY_ASSURANCE',
    ]);
    const errors = await lint(version, staff, 'ERROR');
    expect(errors.findings.totalCount).toBe(0);
  });

  test('a draft is for its issuer alone; what is not there is null', async () => {
    const version = await draft({ name: 'Hidden' });
    expect(rulesOf(await lint(version))).toContain('outcomes-missing');
    expect(await lint(version, api.anonymous)).toBeNull();
    expect(await lint(version, employer)).toBeNull();
    expect(await lint(newId())).toBeNull();
  });

  test('names the successor of a skill, and calls one without a successor an error', async () => {
    const [replaced = '', next = '', ended = ''] = await makeSkills('old', 'new', 'gone');
    await cypher(
      `MATCH (old:Skill {uri: $replaced}), (next:Skill {uri: $next}), (ended:Skill {uri: $ended})
       SET old.until = 20000, ended.until = 20000 CREATE (old)-[:REPLACED_BY {since: 20000}]->(next)`,
      { replaced, next, ended },
    );
    const outcome = await outcomeOf({
      statement: 'Configure both',
      alignments: [
        { skillUri: replaced, level: 4 },
        { skillUri: ended, level: 4 },
      ],
    });
    const assessment = await assessmentOf({ outcomeIds: [outcome] });
    const version = await draft({ name: 'Aged', outcomeIds: [outcome], assessmentIds: [assessment] });
    const report = await lint(version);
    const of = (rule: string) =>
      report.findings.edges.filter((edge: { node: { rule: string } }) => edge.node.rule === rule);
    expect(of('skill-replaced')).toHaveLength(1);
    expect(of('skill-replaced')[0].node).toMatchObject({
      subjectId: replaced,
      message: `The skill “old” was replaced by “new” (${next}).`,
    });
    expect(of('skill-ended')[0].node).toMatchObject({ subjectId: ended, severity: 'ERROR' });
  });

  test('knows which skills age fast, and how the issuer writes its tags elsewhere', async () => {
    const [coding = ''] = await makeSkills('write programs');
    await cypher(
      `MERGE (ict:Concept {uri: 'http://data.europa.eu/esco/isced-f/06'})
         ON CREATE SET ict:SkillGroup, ict.framework = 'esco', ict.since = 1, ict.until = 2147483647
       CREATE (group:Concept:SkillGroup {uri: $coding + '/group', framework: 'test', since: 1, until: 2147483647})
       WITH ict, group MATCH (skill:Skill {uri: $coding})
       CREATE (skill)-[:BROADER {since: 1, until: 2147483647}]->(group)-[:BROADER {since: 1, until: 2147483647}]->(ict)`,
      { coding },
    );
    const outcome = await outcomeOf({
      statement: 'Write a parser',
      alignments: [{ skillUri: coding, level: 5 }],
    });
    const assessment = await assessmentOf({ outcomeIds: [outcome] });
    const content = { outcomeIds: [outcome], assessmentIds: [assessment] };
    for (const name of ['One', 'Two'])
      expect((await publish(await draft({ ...content, name, tags: ['parsers'] }))).errors).toEqual([]);
    const report = await lint(await draft({ ...content, name: 'Three', tags: ['parser'] }));
    const messages = report.findings.edges.map((edge: { node: { message: string } }) => edge.node.message);
    expect(messages).toContainEqual(expect.stringContaining('Credentials never expire'));
    expect(messages).toContain('“parser” is written “parsers” on 2 other badges of the issuer.');
  });

  test('compares a badge with those that share skills or tags', async () => {
    const [own = ''] = await makeSkills('juggle');
    const weak = await publishBadge(staff, { name: 'Weak juggling', skillUri: own });
    expect((await lint(weak.version)).comparison).toBeNull();
    const input = {
      name: 'Strong juggling',
      description: 'Keeps five balls in the air.',
      criteria: 'Pass the demonstration.',
      languages: ['en'],
      tags: [`tag ${newId()}`],
      validMonths: 24,
      outcomeIds: [weak.outcome],
      assessmentIds: [weak.assessment],
    };
    const strong = await draft(input);
    await publish(strong);
    const above = await lint(strong);
    const below = await lint(weak.version);
    expect(above.score.score).toBeGreaterThan(below.score.score);
    expect(above.comparison).toEqual({ similar: 1, percentile: 100, median: below.score.score });
    expect(below.comparison).toEqual({ similar: 1, percentile: 0, median: above.score.score });
  });
});

describe('discoverability', () => {
  test('counts the role profiles that more alignments would bring, and no others', async () => {
    const [level = '', close = '', old = '', next = '', mapped = '', other = '', met = ''] = await makeSkills(
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
    );
    const outcome = await outcomeOf({
      statement: 'Configure everything',
      alignments: [level, close, old, mapped, met].map((uri) => ({
        skillUri: uri,
        level: 4,
        relation: uri === close ? 'CLOSE' : 'EXACT',
      })),
    });
    await cypher(
      `MATCH (:Outcome {id: $outcome})-[aligned:ALIGNED_TO]->(:Skill {uri: $level}) REMOVE aligned.level
       WITH 1 AS one MATCH (old:Skill {uri: $old}), (next:Skill {uri: $next})
       SET old.until = 20000 CREATE (old)-[:REPLACED_BY {since: 20000}]->(next)
       WITH 1 AS one MATCH (mapped:Skill {uri: $mapped}), (other:Skill {uri: $other})
       CREATE (mapped)<-[:MAPS_FROM]-(:Mapping {id: $mapping, relation: 'CLOSE', reviewState: 'PROPOSED'})-[:MAPS_TO]->(other)`,
      { outcome, level, old, next, mapped, other, mapping: newId() },
    );
    const requires = (skill: string, step = 4) => [{ skillUri: skill, level: step }];
    const [byLevel, byRelation, bySuccessor, byCounterpart] = [
      await seek('By level', requires(level)),
      await seek('By relation', requires(close)),
      await seek('By successor', requires(next)),
      await seek('By counterpart', requires(other)),
    ];
    await seek('Too high', requires(close, 6));
    await seek('Met already', [...requires(met), ...requires(level)]);
    const assessment = await assessmentOf({ outcomeIds: [outcome] });
    const version = await draft({ name: 'Everything', outcomeIds: [outcome], assessmentIds: [assessment] });
    const { discoverability } = await lint(version);
    const found = discoverability.map(
      (gain: { change: string; sentence: string; roleProfiles: { edges: { node: { id: string } }[] } }) => [
        gain.change,
        gain.sentence,
        gain.roleProfiles.edges.map(({ node }) => node.id),
      ],
    );
    expect(found).toEqual([
      ['LEVEL', '1 more role profile would match if the level were given.', [byLevel]],
      ['RELATION', expect.stringContaining('exactly, not only closely'), [byRelation]],
      ['SUCCESSOR', expect.stringContaining('took the place'), [bySuccessor]],
      ['COUNTERPART', expect.stringContaining('other framework'), [byCounterpart]],
    ]);
    expect(discoverability[0].alignments).toEqual([{ outcomeId: outcome, skillUri: level }]);
  });
});
