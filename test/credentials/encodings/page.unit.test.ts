import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { credentialPage } from '../../../src/modules/credentials/encodings/credential-page.ts';
import { reached, readSaid } from '../../../src/modules/credentials/encodings/said.ts';
import type { VerificationReport } from '../../../src/modules/credentials/verification/report.ts';

const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</style><b>',
    '&lt;b&gt;',
    'javascript:alert(1)',
    'https://x.example/"><b>',
  ),
);

const document = fc.record({
  name: hostile,
  validFrom: hostile,
  validUntil: hostile,
  issuer: fc.record({ id: hostile, name: hostile, url: hostile }),
  evidence: fc.array(fc.record({ id: hostile, name: hostile, narrative: hostile }), { maxLength: 2 }),
  credentialSubject: fc.record({
    result: fc.constant([{ resultDescription: '#c', achievedLevel: '#l' }]),
    achievement: fc.record({
      name: hostile,
      description: hostile,
      criteria: fc.record({ id: hostile, narrative: hostile }),
      image: fc.record({ id: hostile, caption: hostile }),
      alignment: fc.array(fc.record({ targetName: hostile, targetUrl: hostile, targetFramework: hostile }), {
        maxLength: 2,
      }),
      resultDescription: fc
        .tuple(hostile, hostile, hostile)
        .map(([name, level, description]) => [
          { id: '#c', name, rubricCriterionLevel: [{ id: '#l', name: level, description }] },
        ]),
    }),
  }),
});

const report = (reason: string): VerificationReport => ({
  verdict: 'FAILED',
  checkedAt: new Date(0),
  steps: [{ name: 'PROOF', outcome: 'FAIL', reason, milliseconds: 1 }],
  format: 'JSON',
  credentialId: null,
  issuer: null,
  trust: null,
  alignments: [],
});

/** The elements and attributes that the page itself has. */
const TAGS = new Set(
  'html head meta title style body main img h1 h2 p strong table tr th td time br ul li a code'.split(' '),
);
const ATTRIBUTES = /^( (lang|charset|name|content|src|alt|class|role|scope|datetime|href|rel)="[^"<>]*")*$/;

test('whatever a credential says, the page has only the markup of the page, and leads only to the web', () => {
  fc.assert(
    fc.property(document, hostile, (says, reason) => {
      const page = credentialPage(readSaid(JSON.stringify(says)), report(reason), 'c/image?share=x');
      for (const [, tag = '', attributes = ''] of page.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)) {
        if (tag === '!DOCTYPE') continue;
        expect([tag, TAGS.has(tag)]).toEqual([tag, true]);
        expect([attributes, ATTRIBUTES.test(attributes)]).toEqual([attributes, true]);
      }
      for (const [, address = ''] of page.matchAll(/href="([^"]*)"/g))
        expect(address).toMatch(/^https?:\/\//);
    }),
    { numRuns: 300 },
  );
});

test('the results are those of the rubric that the credential itself carries', () => {
  const said = readSaid(
    JSON.stringify({
      issuer: {},
      credentialSubject: {
        result: [
          { resultDescription: '#c', achievedLevel: '#high' },
          { resultDescription: '#c', achievedLevel: '#unknown' },
        ],
        achievement: {
          resultDescription: [
            { id: '#c', name: 'Correctness', rubricCriterionLevel: [{ id: '#high', name: 'Reached' }] },
          ],
        },
      },
    }),
  );
  expect(reached(said)).toEqual([{ criterion: 'Correctness', level: 'Reached', means: undefined }]);
});

test('a document that is no credential is refused', () => {
  for (const text of ['{}', '[]', '{"issuer": {}}', 'null']) expect(() => readSaid(text)).toThrow();
});
