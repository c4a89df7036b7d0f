import { describe, expect, test } from '@jest/globals';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { checkImage, sniff } from '../../../src/modules/catalog/images/image.rules.ts';
import { cleanSvg, isHarmless } from '../../../src/modules/catalog/images/svg.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const svg = (inner: string, attributes = '') =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inner}</svg>`);
const clean = (inner: string, attributes = '') => cleanSvg(svg(inner, attributes));
const reason = (file: Uint8Array) => {
  try {
    checkImage(file);
    return null;
  } catch (error) {
    return (error as { details: { reason?: string } }).details.reason;
  }
};

describe('the kind of an image', () => {
  test('is told by its first bytes', () => {
    expect(sniff(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('image/png');
    expect(sniff(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
    expect(sniff(bytes('RIFF....WEBPVP8 '))).toBe('image/webp');
    expect(sniff(bytes('\ufeff \n<?xml version="1.0"?><svg/>'))).toBe('image/svg+xml');
    for (const other of ['GIF89a', 'RIFF....WAVE', '%PDF-1.7', '', 'PK'])
      expect(sniff(bytes(other))).toBeNull();
  });

  test('decides with the size whether it is taken', () => {
    expect(reason(bytes('GIF89a'))).toBe('NOT_AN_IMAGE');
    expect(reason(new Uint8Array(1_048_577).fill(0xff))).toBe('TOO_LARGE');
    expect(reason(bytes('<html><body>no</body></html>'))).toBe('NOT_AN_IMAGE');
    expect(reason(bytes('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'))).toBe('NOT_AN_IMAGE');
    expect(reason(Uint8Array.of(0x3c, 0x73, 0x76, 0x67, 0xff))).toBe('NOT_AN_IMAGE');
    expect(reason(svg('<g>'.repeat(80) + '</g>'.repeat(80)))).toBe('TOO_COMPLEX');
    expect(reason(svg('<g>'.repeat(80_000) + '</g>'.repeat(80_000)))).toMatch(/TOO_COMPLEX|NOT_AN_IMAGE/);
    expect(reason(svg('<g/>'.repeat(20_001)))).toBe('TOO_COMPLEX');
  });
});

describe('of an SVG', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script in another spelling', '<SCRIPT href="https://evil.example/x.js"/>'],
    [
      'foreign content',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script/></body></foreignObject>',
    ],
    ['an image of elsewhere', '<image href="https://evil.example/pixel.png" width="1" height="1"/>'],
    ['a style sheet', '<style>@import url(https://evil.example/x.css);</style>'],
    ['a link', '<a href="javascript:alert(1)"><text>x</text></a>'],
    ['an animation that sets a handler', '<set attributeName="onclick" to="alert(1)"/>'],
    ['what multiplies itself', '<use href="#a"/>'],
    ['an event handler', '<rect onload="alert(1)" width="1"/>'],
    ['a fill from elsewhere', '<rect fill="url(https://evil.example/#x)" width="1"/>'],
    ['a fill from elsewhere with an escape', '<rect fill="u\\72l(https://evil.example/#x)" width="1"/>'],
    ['a style from elsewhere', '<rect style="fill: url(//evil.example/#x)" width="1"/>'],
    ['a base address', '<g xml:base="https://evil.example/"/>'],
    ['a gradient of elsewhere', '<linearGradient href="https://evil.example/#g"/>'],
  ])('%s is taken out and named', (_what, inner) => {
    const { svg: left, removed } = clean(inner);
    expect(left).not.toMatch(/evil|alert|javascript|script|import/i);
    expect(removed).toHaveLength(1);
  });

  test('what draws stays, also from the styles of drawing programs', () => {
    const { svg: left, removed } = clean(
      '<defs><linearGradient id="g" xlink:href="#h"><stop offset="0" style="stop-color:#fff;stop-opacity:1"/></linearGradient></defs>' +
        '<title>A &amp; B</title><path d="M0 0L9 9" fill="url(#g)" transform="rotate(45, 1 2)"/><!-- drawn by hand -->',
      ' xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"',
    );
    expect(left).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="g" href="#h">' +
        '<stop offset="0" stop-color="#fff" stop-opacity="1"></stop></linearGradient></defs>' +
        '<title>A &amp; B</title><path d="M0 0L9 9" fill="url(#g)" transform="rotate(45, 1 2)"></path></svg>',
    );
    expect(removed).toEqual([]);
  });

  test('a document type with entities is refused or loses them', () => {
    const entity = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(reason(bytes(`${entity}<svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`))).toBe(
      'NOT_AN_IMAGE',
    );
    const { svg: left } = cleanSvg(bytes(`${entity}<svg xmlns="http://www.w3.org/2000/svg"/>`));
    expect(left).toBe('<svg xmlns="http://www.w3.org/2000/svg"></svg>');
  });
});

const names = fc.constantFrom(
  'g',
  'rect',
  'script',
  'style',
  'use',
  'a',
  'text',
  'linearGradient',
  'image',
  'svg',
);
const attributes = fc.constantFrom(
  'id',
  'fill',
  'style',
  'href',
  'xlink:href',
  'onclick',
  'd',
  'class',
  'mask',
);
const values = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'abu(r)l#:;/\\"\'<>& @{}.0-', 'url(', 'url(#a)', 'javascript:'),
    maxLength: 12,
  }),
  fc.constantFrom('url(#a)', 'fill: red; stroke: url(x)', '#a', 'url("#a")', 'expression(1)'),
);
const quoted = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const element = (inner: fc.Arbitrary<string>) =>
  fc.tuple(names, fc.dictionary(attributes, values, { maxKeys: 4 }), inner).map(([name, said, within]) => {
    const spoken = Object.entries(said).map(([key, value]) => ` ${key}="${quoted(value)}"`);
    return `<${name}${spoken.join('')}>${within}</${name}>`;
  });
const some = (item: fc.Arbitrary<string>) => fc.array(item, { maxLength: 3 }).map((all) => all.join(''));
const content = some(element(some(element(some(element(fc.constant('')))))));

const everyElement = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.filter((child) => child instanceof XmlElement).flatMap(everyElement),
];

describe('whatever an SVG holds', () => {
  test('nothing is left that runs, loads or multiplies, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(content, (inner) => {
        const { svg: left } = clean(inner, ' xmlns:xlink="http://www.w3.org/1999/xlink"');
        const { root } = parseXml(left);
        for (const { name, attributes: said } of everyElement(root as XmlElement)) {
          expect(['script', 'style', 'use', 'a', 'image']).not.toContain(name);
          for (const [key, value] of Object.entries(said)) {
            expect(key).not.toMatch(/^on|^style$|:/);
            if (key === 'href') expect(value).toMatch(/^#/);
            if (key !== 'xmlns') expect(value.replace(/url\((["']?)#/g, '')).not.toMatch(/url\(|\\/);
          }
        }
        expect(cleanSvg(bytes(left))).toEqual({ svg: left, removed: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('a value with any function but the harmless is none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ maxLength: 8 }), (name, inner) => {
        const harmless = ['rgb', 'rgba', 'hsl', 'hsla', 'matrix', 'translate', 'scale', 'rotate'];
        fc.pre(!harmless.includes(name));
        expect(isHarmless(`${name}(${inner})`) && !inner.startsWith('#')).toBe(false);
      }),
    );
  });
});
