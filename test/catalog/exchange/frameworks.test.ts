import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/platform/ids.ts';
import { startApi, type TestApi } from '../../support/api.ts';
import { makeSkills } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';
import { actions, importAs, imported, newIssuerOf } from './exchanging.ts';

let api: TestApi;
let skillUri: string;
beforeAll(async () => {
  api = await startApi();
  [skillUri = ''] = await makeSkills('of somebody else');
});
afterAll(() => api.close());
const newIssuer = (role?: 'ISSUER_ADMIN' | 'ISSUER_STAFF') => newIssuerOf(api, role);

describe('a framework of skills', () => {
  const framework = (home: string, version: string | null, texts: readonly string[]) =>
    JSON.stringify({
      '@graph': [
        {
          '@id': home,
          '@type': 'ceasn:CompetencyFramework',
          'ceasn:name': { en: 'Regional framework' },
          ...(version && { 'ceasn:dateModified': version }),
        },
        ...texts.map((text, at) => ({
          '@id': `${home}/${at}`,
          '@type': 'ceasn:Competency',
          'ceasn:isPartOf': home,
          'ceasn:competencyText': { en: text },
          ...(at > 0 && { 'ceasn:isChildOf': `${home}/0` }),
        })),
      ],
    });
  const newHome = () => `https://frameworks.example/${newId()}`;

  test('becomes a taxonomy that outcomes can be aligned to, with versions of its own', async () => {
    const owner = await newIssuer();
    const home = newHome();
    const first = await imported(
      owner.issuer,
      'CTDL',
      framework(home, '2024-05-01', ['Welding', 'Weld pipes zealously']),
    );
    expect(first.steps).toMatchObject([{ part: 'frameworks', action: 'CREATED', place: '/@graph/0' }]);
    const unit = await owner.issuer(
      'mutation ($input: CreateOutcomeInput!) { made: createOutcome(input: $input) { alignments { edges { node { skill { label broader { edges { node { uri } } } } } } } } }',
      { input: { statement: 'Welds pipes.', alignments: [{ skillUri: `${home}/1`, level: 3 }] } },
    );
    expect(unit.errors).toEqual([]);
    expect(unit.data.made.alignments.edges[0].node.skill).toMatchObject({
      label: 'Weld pipes zealously',
      broader: { edges: [{ node: { uri: `${home}/0` } }] },
    });
    const search = await api.anonymous(
      'query { search(query: "weld pipes zealously", types: [SKILL]) { edges { node { concept { uri } } } } }',
    );
    const found = search.data.search.edges.map(({ node }: { node: { concept: object } }) => node.concept);
    expect(found).toContainEqual({ uri: `${home}/1` });
    const second = await imported(
      owner.issuer,
      'CTDL',
      framework(home, '2025-01-01', ['Welding', 'Weld pipes']),
    );
    expect(actions(second)).toEqual(['NEW_VERSION']);
    expect(
      actions(await imported(owner.issuer, 'CTDL', framework(home, '2025-01-01', ['Welding', 'Weld pipes']))),
    ).toEqual(['SAME']);
    const { data } = await api.anonymous('query ($uri: ID!) { skill(uri: $uri) { label } }', {
      uri: `${home}/1`,
    });
    expect(data.skill.label).toBe('Weld pipes');
    const differs = await owner.issuer(importAs, {
      format: 'CTDL',
      document: framework(home, '2025-01-01', ['Welding', 'Something else']),
      dryRun: false,
    });
    expect(extensionsOf(differs)).toMatchObject({ code: 'CONFLICT', reason: 'VERSION_DIFFERS' });
    const undated = framework(home, null, ['Welding', 'Weld pipes again']);
    expect(actions(await imported(owner.issuer, 'CTDL', undated))).toEqual(['NEW_VERSION']);
  });

  test('is kept up to date by who imported it, and takes no concept of another', async () => {
    const owner = await newIssuer();
    const home = newHome();
    await imported(owner.issuer, 'CTDL', framework(home, '1.0', ['Baking']));
    const other = await newIssuer();
    const document = framework(home, '2.0', ['Baking bread']);
    const answer = await other.issuer(importAs, { format: 'CTDL', document, dryRun: false });
    expect(extensionsOf(answer)).toMatchObject({ code: 'CONFLICT', reason: 'FRAMEWORK_OF_OTHERS' });
    const stolen = framework(newHome(), '1.0', ['Baking']).replace(/https:[^"]+\/0"/, `${skillUri}"`);
    const theft = await other.issuer(importAs, { format: 'CTDL', document: stolen, dryRun: false });
    expect(extensionsOf(theft)).toMatchObject({ code: 'INVALID_INPUT', place: '/@graph/1' });
    const staff = await newIssuer('ISSUER_STAFF');
    const refused = await staff.issuer(importAs, {
      format: 'CTDL',
      document: framework(newHome(), '1.0', ['x']),
      dryRun: true,
    });
    expect(codeOf(refused)).toBe('FORBIDDEN');
  });
});
