import { crc32 } from 'node:zlib';

/** What an image carries, or why nothing could be taken out of it. */
export type Unbaked = { readonly text: string } | { readonly problem: string };

const PNG = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const KEYWORD = 'openbadgecredential';

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, PNG.length).equals(PNG);

/**
 * Takes the credential out of a PNG (Open Badges 3.0, baking): the one `iTXt` chunk with the keyword `openbadgecredential`, uncompressed.
 * Two of them would be two credentials, so they are refused.
 */
export function unbakePng(bytes: Buffer): Unbaked {
  if (!isPng(bytes)) return { problem: 'That is not a PNG image.' };
  const found: Buffer[] = [];
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const end = at + 12 + size;
    if (end > bytes.length) return { problem: 'The PNG image is cut off.' };
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + size);
    if (type === 'iTXt' && data.toString('latin1', 0, KEYWORD.length + 1) === `${KEYWORD}\0`) {
      if (crc32(bytes.subarray(at + 4, at + 8 + size)) !== bytes.readUInt32BE(at + 8 + size))
        return { problem: 'The credential in the PNG image is damaged (wrong checksum).' };
      found.push(data);
    }
    if (type === 'IEND') break;
    at = end;
  }
  const [only] = found;
  if (!only) return { problem: 'The PNG image carries no credential.' };
  if (found.length > 1) return { problem: 'The PNG image carries more than one credential.' };
  return textOf(only);
}

/** After the keyword: compression flag and method, language and translated keyword (each ended by a zero), then the text. */
function textOf(data: Buffer): Unbaked {
  if (data[KEYWORD.length + 1] !== 0) return { problem: 'The credential in the PNG image is compressed.' };
  const language = data.indexOf(0, KEYWORD.length + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return { problem: 'The chunk of the PNG image has no text.' };
  return { text: data.toString('utf8', translated + 1) };
}

const ELEMENT = /<openbadges:credential\b([^>]*?)(?:\/>|>([\s\S]*?)<\/openbadges:credential\s*>)/g;

/**
 * Takes the credential out of an SVG image: the one element `openbadges:credential`, a JWT in its attribute `verify`, or JSON
 * in its content. The XML is not parsed beyond that, so nothing in it can be made to happen.
 */
export function unbakeSvg(svg: string): Unbaked {
  const found = [...svg.matchAll(ELEMENT)];
  const [only] = found;
  if (!only) return { problem: 'The SVG image carries no credential.' };
  if (found.length > 1) return { problem: 'The SVG image carries more than one credential.' };
  const [, attributes = '', content = ''] = only;
  const [, , token] = /\bverify\s*=\s*(["'])(.*?)\1/s.exec(attributes) ?? [];
  if (token !== undefined) return { text: token.trim() };
  const parts = [...content.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g)].map(([, part = '']) => part);
  return { text: parts.length > 0 ? parts.join('') : unescapeXml(content) };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescapeXml = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
