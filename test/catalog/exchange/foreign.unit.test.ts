import { describe, expect, test } from '@jest/globals';
import {
  guarded,
  joinList,
  splitList,
  unguarded,
} from '../../../src/modules/catalog/exchange/csv-columns.ts';
import { asKept } from '../../../src/modules/catalog/exchange/fitting.ts';
import { versionAfter, versionOf } from '../../../src/modules/catalog/exchange/framework-release.ts';
import { grouped } from '../../../src/modules/catalog/exchange/loss.ts';
import { majorUnits, minorUnits } from '../../../src/modules/catalog/exchange/money.ts';
import { readCase } from '../../../src/modules/catalog/exchange/read-case.ts';
import { readCsv } from '../../../src/modules/catalog/exchange/read-csv.ts';
import { readCtdl } from '../../../src/modules/catalog/exchange/read-ctdl.ts';
import { readOpenBadges } from '../../../src/modules/catalog/exchange/read-open-badges.ts';

/* Documents as others write them. */

describe('an Open Badges Achievement of another publisher', () => {
  const achievement = {
    id: 'https://college.example/achievements/welding',
    type: ['Achievement'],
    name: { en: 'Welding', de: 'Schweißen' },
    description: 'Welds.',
    criteria: { narrative: 'Weld two pipes.' },
    creditsAvailable: 2.5,
    alignment: [
      {
        type: ['Alignment'],
        targetName: 'weld',
        targetUrl: 'http://skills.example/weld',
        targetDescription: 'EQF level 4',
      },
      { type: ['Alignment'], targetName: 'nowhere' },
    ],
    resultDescription: [
      {
        id: 'urn:r',
        type: ['ResultDescription'],
        name: 'Seam',
        resultType: 'RubricCriterionLevel',
        requiredLevel: 'urn:good',
        rubricCriterionLevel: [
          { id: 'urn:bad', type: ['RubricCriterionLevel'], name: 'Leaks', points: '0' },
          { id: 'urn:good', type: ['RubricCriterionLevel'], name: 'Holds', points: '2' },
        ],
      },
    ],
    endorsementJwt: ['x.y.z'],
  };

  test.each([
    ['by itself', achievement, ''],
    ['in a list', [achievement], '/0'],
    ['in a graph', { '@graph': [achievement] }, '/@graph/0'],
    [
      'in a credential',
      { type: ['VerifiableCredential'], credentialSubject: { id: 'did:example:1', achievement } },
      '/credentialSubject/achievement',
    ],
  ])('%s is a badge with an outcome and a rubric', (_name, document, place) => {
    const { content, losses, places } = readOpenBadges(JSON.stringify(document));
    const [badge] = content.badges;
    expect(badge).toMatchObject({ name: 'Welding', criteria: 'Weld two pipes.', creditValue: 250 });
    expect(content.outcomes).toMatchObject([
      {
        statement: 'Weld two pipes.',
        alignments: [{ skillUri: 'http://skills.example/weld', level: 4, relation: 'EXACT' }],
      },
    ]);
    expect(content.assessments[0]?.rubric?.criteria).toMatchObject([
      {
        title: 'Seam',
        levels: [
          { title: 'Leaks', points: 0, passing: false },
          { title: 'Holds', points: 2, passing: true },
        ],
      },
    ]);
    expect(places.get(badge?.uri ?? '')).toBe(place);
    const lost = losses.filter(({ severity }) => severity === 'WARNING').map(({ path }) => path);
    expect(lost).toEqual([`${place}/name`, `${place}/alignment/1`, `${place}/endorsementJwt`]);
  });
});

describe('a CFPackage of another publisher', () => {
  const now = '2025-01-01T00:00:00Z';
  const item = (name: string, more: object = {}) => ({
    identifier: name,
    uri: `https://case.example/${name}`,
    fullStatement: name,
    lastChangeDateTime: now,
    ...more,
  });
  const link = (name: string) => ({ title: name, identifier: name, uri: `https://case.example/${name}` });
  const child = (from: string, to: string) => ({
    identifier: `${from}${to}`,
    uri: `urn:${from}${to}`,
    associationType: 'isChildOf',
    originNodeURI: link(from),
    destinationNodeURI: link(to),
    lastChangeDateTime: now,
  });
  const framework = (associations: object[]) =>
    JSON.stringify({
      CFDocument: {
        identifier: 'doc',
        uri: 'https://case.example/doc',
        title: 'Trades',
        creator: 'Region',
        language: 'en',
        lastChangeDateTime: now,
      },
      CFItems: [
        item('trade'),
        item('weld', { abbreviatedStatement: 'W', humanCodingScheme: '1.1', CFItemType: 'Skill' }),
      ],
      CFAssociations: associations,
    });

  test('is a framework with its hierarchy', () => {
    const { content, losses } = readCase(
      framework([
        child('weld', 'trade'),
        child('trade', 'doc'),
        { ...child('weld', 'trade'), associationType: 'isPeerOf' },
      ]),
    );
    expect(content.frameworks).toMatchObject([
      {
        name: 'Trades',
        concepts: [
          { code: null, broader: [], texts: [{ language: 'en', label: 'trade', description: null }] },
          {
            code: '1.1',
            skillType: 'SKILL',
            broader: ['https://case.example/trade'],
            texts: [{ label: 'W', description: 'weld' }],
          },
        ],
      },
    ]);
    expect(losses.map(({ path }) => path)).toEqual(['/CFDocument/creator', '/CFAssociations/2']);
  });

  test('is refused where something stands above itself', () => {
    const circle = framework([child('weld', 'trade'), child('trade', 'weld')]);
    expect(() => readCase(circle)).toThrow(/stands above itself/);
  });
});

test('CTDL is read in every shape it is published in', () => {
  const course = (name: object) => ({ '@id': 'https://x.example/c', '@type': 'ceterms:Course', ...name });
  const shapes = [
    course({ 'ceterms:name': { 'en-US': 'Welding' } }),
    [
      {
        '@id': 'https://x.example/c',
        '@type': ['https://purl.org/ctdl/terms/Course'],
        'https://purl.org/ctdl/terms/name': [{ '@language': 'en', '@value': 'Welding' }],
      },
    ],
    { '@graph': [{ '@id': 'https://x.example/c', '@type': 'Course', name: 'Welding' }] },
    { decoded_resource: { '@graph': [course({ 'ceterms:name': 'Welding' })] } },
    {
      '@context': [{ x: 'https://x.example/' }],
      '@id': 'x:c',
      '@type': 'ceterms:Course',
      'ceterms:name': 'Welding',
    },
  ];
  for (const shape of shapes)
    expect(readCtdl(JSON.stringify(shape)).content.units).toMatchObject([
      { uri: 'https://x.example/c', title: 'Welding' },
    ]);
});

describe('a table', () => {
  test('with semicolons, other columns and rows with levels is read', () => {
    const { content, losses } = readCsv(
      '\uFEFFuri;type;title;rubricTitle;criterionNumber;criterion;points;passing;Remark\n' +
        'x:a;assessment;Task;Rubric;;;;;\nx:a;level;Low;;1;Seam;0;;mine\nx:a;level;High;;1;Seam;2;yes;\n',
    );
    expect(content.assessments[0]?.rubric).toEqual({
      title: 'Rubric',
      criteria: [
        {
          title: 'Seam',
          levels: [
            { title: 'Low', points: 0, descriptor: null, passing: false },
            { title: 'High', points: 2, descriptor: null, passing: true },
          ],
        },
      ],
    });
    expect(losses.map(({ path }) => path)).toEqual(['line 1, column 9']);
  });

  test.each(['=1+1', '+49', '-5', '@sum', "'=x", '＝1'])('is no formula: %s', (cell) => {
    expect(guarded(cell)).toBe(`'${cell}`);
    expect(unguarded(guarded(cell))).toBe(cell);
  });

  test('keeps what else begins with an apostrophe', () => {
    expect(guarded("'t is")).toBe("'t is");
    expect(unguarded("'t is")).toBe("'t is");
    expect(splitList(joinList(['a|b', '\\', 'c\\|']))).toEqual(['a|b', '\\', 'c\\|']);
  });
});

test('versions of frameworks are in order, whatever publishers write', () => {
  expect(versionOf('1.2')?.ordinal).toBe(10_200);
  expect(versionOf('2011')).toEqual({ name: '2011', ordinal: 20_110_000 });
  expect(versionOf('2002-06-01T00:00:00Z')).toEqual({ name: '2002-06-01', ordinal: 20_020_601 });
  expect(versionOf('Draft')).toBeNull();
  expect(versionAfter(undefined)).toEqual({ name: '1.0', ordinal: 10_000 });
  expect(versionAfter(20_110_000).ordinal).toBe(20_110_001);
});

test('amounts keep the decimals of their currency', () => {
  expect([majorUnits(1250, 'EUR'), majorUnits(1250, 'JPY'), minorUnits(12.5, 'EUR')]).toEqual([
    12.5, 1250, 1250,
  ]);
});

test('losses that differ only by number are told once, worst first', () => {
  const loss = (path: string, severity: 'INFO' | 'ERROR') =>
    ({ side: 'DOCUMENT', path, kind: 'TEXT', why: 'x', severity }) as const;
  expect(grouped([loss('/a/0/b', 'INFO'), loss('/a/7/b', 'INFO'), loss('/a/1', 'ERROR')])).toMatchObject([
    { path: '/a/1', count: 1 },
    { path: '/a/0/b', count: 2 },
  ]);
  expect(grouped([loss('line 2', 'INFO'), loss('line 12', 'INFO')])).toMatchObject([{ count: 2 }]);
});

test('a rubric is kept lowest level first, with the lowest that passes marked', () => {
  const level = (points: number, passing: boolean) => ({
    title: `${points}`,
    points,
    descriptor: null,
    passing,
  });
  const levels = [level(3, true), level(0, false), level(2, true)];
  expect(asKept({ title: null, criteria: [{ title: 'x', levels }] })?.criteria[0]?.levels).toEqual([
    level(0, false),
    level(2, true),
    level(3, false),
  ]);
});
