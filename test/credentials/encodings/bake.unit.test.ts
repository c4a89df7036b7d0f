import { describe, expect, test } from '@jest/globals';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { cleanSvg } from '../../../src/modules/catalog/images/svg.ts';
import { bakePng, bakeSvg } from '../../../src/modules/credentials/encodings/bake.ts';
import { linesOf, plainImage } from '../../../src/modules/credentials/encodings/plain-image.ts';
import { unbakePng, unbakeSvg } from '../../../src/modules/credentials/verification/unbake.ts';
import { png } from '../../support/png.ts';

const credential = fc.json().map((text) => text.replace(/[\ud800-\udfff]/gu, ''));
const nasty = fc.constantFrom(
  '{"a":"]]>"}',
  '{"a":"</openbadges:credential>"}',
  '{"a":"<openbadges:credential verify=\'x\'/>"}',
  '{"a":"&lt;]]&gt;</svg>"}',
);

describe('baking', () => {
  test('what is baked into a PNG comes out as it was, also when the image had another one', () => {
    fc.assert(
      fc.property(fc.oneof(credential, nasty), credential, (text, before) => {
        const baked = bakePng(bakePng(png, before) as Buffer, text) as Buffer;
        expect(unbakePng(baked)).toEqual({ text });
        expect(baked.length - png.length).toBe(12 + 24 + Buffer.byteLength(text));
      }),
      { numRuns: 100 },
    );
  });

  test('a PNG that is cut off anywhere, or no PNG, is not baked', () => {
    for (let length = 0; length < png.length; length += 1)
      expect(bakePng(png.subarray(0, length), '{}')).toBeNull();
    expect(bakePng(Buffer.from('<svg/>'), '{}')).toBeNull();
  });

  test('what is baked into an SVG comes out as it was, to us and to a parser of XML', () => {
    const svg = cleanSvg(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g/></svg>'),
    ).svg;
    fc.assert(
      fc.property(fc.oneof(credential, nasty), (text) => {
        const baked = bakeSvg(svg, text) as string;
        expect(unbakeSvg(baked)).toEqual({ text });
        const first = parseXml(baked).root?.children[0];
        expect(first).toBeInstanceOf(XmlElement);
        expect(first).toMatchObject({ name: 'openbadges:credential', text });
      }),
      { numRuns: 100 },
    );
  });

  test('an SVG with a credential in it, or written in another way, is not baked', () => {
    const baked = bakeSvg(plainImage({ name: 'A', issuer: 'B' }), '{}') as string;
    expect(bakeSvg(baked, '{}')).toBeNull();
    expect(bakeSvg('<?xml version="1.0"?><svg/>', '{}')).toBeNull();
  });
});

describe('the plain image', () => {
  test('is an SVG of which nothing would be taken out, whatever the badge is called, and says what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, issuer) => {
        const svg = plainImage({ name, issuer });
        expect(cleanSvg(Buffer.from(svg, 'utf8')).removed).toEqual([]);
        expect(svg).toMatch(/role="img"><title>[^<]*<\/title><desc>A badge awarded by [^<]*\.<\/desc>/);
      }),
      { numRuns: 200 },
    );
  });

  test('keeps its lines within what fits', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (text, width, most) => {
          const lines = linesOf(text, width, most);
          expect(lines.length).toBeGreaterThan(0);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 200 },
    );
    expect(linesOf('Graph data modelling for people who know tables and much more than that')).toEqual([
      'Graph data',
      'modelling for',
      'people who know',
      'tables and much …',
    ]);
  });
});
