import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { invalidInput } from '../../../platform/errors.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** What draws and nothing else: no scripts, styles, links, images, animation, foreign content, and nothing that multiplies itself. */
const ELEMENTS = new Set(
  (
    'svg g defs title desc path rect circle ellipse line polyline polygon text tspan ' +
    'linearGradient radialGradient stop clipPath mask'
  ).split(' '),
);

const ATTRIBUTES = new Set(
  (
    'id d x y x1 x2 y1 y2 cx cy r rx ry fx fy fr dx dy width height viewBox points transform offset rotate lang version ' +
    'preserveAspectRatio gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits pathLength ' +
    'textLength lengthAdjust role aria-label aria-hidden ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'stroke-dasharray stroke-dashoffset opacity color display visibility clip-path clip-rule mask stop-color stop-opacity ' +
    'font-family font-size font-style font-weight letter-spacing word-spacing text-anchor text-decoration dominant-baseline ' +
    'paint-order shape-rendering text-rendering vector-effect'
  ).split(' '),
);

const LIMITS = { depth: 64, elements: 20_000 } as const;

/** Functions that may stand in a value; `url` only with a place in the same image. */
const HARMLESS = /^(rgb|rgba|hsl|hsla|matrix|translate|scale|rotate|skewX|skewY)$/;

/** A value that draws: no escapes that hide something, no function but the harmless, no address outside the image. */
export function isHarmless(value: string): boolean {
  if (/[\\@;{}]|\/\*/.test(value)) return false;
  const rest = value.replace(/url\(\s*(["']?)#[\w.-]+\1\s*\)/g, '');
  return [...rest.matchAll(/([^\s,()]*)\s*\(/g)].every(([, name]) => HARMLESS.test(name ?? ''));
}

/**
 * An SVG of which only what draws is left, written anew from what was understood of it. `removed` names what was taken out, each
 * once. INVALID_INPUT for `file` when it is no well-formed SVG in UTF-8 (`NOT_AN_IMAGE`), or too deep or too large (`TOO_COMPLEX`).
 */
export function cleanSvg(bytes: Uint8Array): { svg: string; removed: string[] } {
  const root = rootOf(bytes);
  const removed = new Set<string>();
  let elements = 0;
  const write = (element: XmlElement, depth: number): string => {
    elements += 1;
    if (depth > LIMITS.depth || elements > LIMITS.elements)
      throw invalidInput(
        'file',
        `is an SVG with more than ${LIMITS.elements} elements or ${LIMITS.depth} levels. Simplify it.`,
        {
          reason: 'TOO_COMPLEX',
        },
      );
    const kept = attributesOf(element, removed);
    if (depth === 0) kept.unshift(['xmlns', NAMESPACE]);
    const inner = element.children.map((child) => {
      if (child instanceof XmlText) return quoted(child.text);
      if (!(child instanceof XmlElement)) return '';
      if (ELEMENTS.has(child.name)) return write(child, depth + 1);
      removed.add(`<${child.name}>`);
      return '';
    });
    const attributes = kept.map(([name, value]) => ` ${name}="${quoted(value)}"`).join('');
    return `<${element.name}${attributes}>${inner.join('')}</${element.name}>`;
  };
  return { svg: write(root, 0), removed: [...removed].sort() };
}

function rootOf(bytes: Uint8Array): XmlElement {
  try {
    const { root } = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (root?.name === 'svg' && root.attributes['xmlns'] === NAMESPACE) return root;
  } catch {
    // said below, whatever was wrong with it
  }
  throw invalidInput(
    'file',
    `begins like an SVG but is no well-formed one in UTF-8 with the namespace ${NAMESPACE}.`,
    {
      reason: 'NOT_AN_IMAGE',
    },
  );
}

/** What may stay of what an element says. A style, into which drawing programs put what may stand in attributes, goes before these. */
function attributesOf(element: XmlElement, removed: Set<string>): [string, string][] {
  const kept = new Map<string, string>();
  const styles: [string, string][] = [];
  for (const [name, value] of Object.entries(element.attributes)) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    if (name === 'style') styles.push(...declarationsOf(value));
    else if (ATTRIBUTES.has(name) && isHarmless(value)) kept.set(name, value);
    else if (/^(xlink:)?href$/.test(name) && isGradientReference(element, value)) kept.set('href', value);
    else removed.add(name);
  }
  for (const [name, value] of styles)
    if (ATTRIBUTES.has(name) && isHarmless(value)) kept.set(name, value);
    else removed.add(`style: ${name}`);
  return [...kept];
}

const isGradientReference = (element: XmlElement, value: string): boolean =>
  /Gradient$/.test(element.name) && /^#[\w.-]+$/.test(value);

const declarationsOf = (style: string): [string, string][] =>
  style
    .split(';')
    .map((declaration): [string, string] => {
      const [name = '', ...rest] = declaration.split(':');
      return [name.trim(), rest.join(':').trim()];
    })
    .filter(([name]) => name !== '');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const quoted = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter);
