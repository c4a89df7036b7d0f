import { crc32 } from 'node:zlib';
import { isPng, unbakePng, unbakeSvg } from '../verification/unbake.ts';
import { xml } from './markup.ts';

const SIGNATURE = 8;
const KEYWORD = 'openbadgecredential';
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';

/**
 * A PNG with a credential baked in (Open Badges 3.0, section 5.3.1): an uncompressed `iTXt` chunk after the header, in place of any the
 * image had. Null when the image is no PNG that can be read to its end.
 */
export function bakePng(png: Buffer, credential: string): Buffer | null {
  if (!isPng(png)) return null;
  const kept: Buffer[] = [];
  let ended = false;
  for (let at = SIGNATURE; at + 12 <= png.length && !ended; ) {
    const end = at + 12 + png.readUInt32BE(at);
    if (end > png.length) return null;
    const type = png.toString('latin1', at + 4, at + 8);
    const keyword = png.toString('latin1', at + 8, at + 8 + KEYWORD.length + 1);
    if (type !== 'iTXt' || keyword !== `${KEYWORD}\0`) kept.push(png.subarray(at, end));
    ended = type === 'IEND';
    at = end;
  }
  const [header, ...rest] = kept;
  if (!ended || header?.toString('latin1', 4, 8) !== 'IHDR') return null;
  const text = Buffer.from(`${KEYWORD}\0\0\0\0\0${credential}`, 'utf8');
  const baked = Buffer.concat([png.subarray(0, SIGNATURE), header, chunk('iTXt', text), ...rest]);
  return holds(unbakePng(baked), credential) ? baked : null;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/**
 * An SVG with a credential baked in (Open Badges 3.0, section 5.3.2): the element `openbadges:credential` directly after the start of the root. Null
 * when the image is not written as this service writes SVGs, or has a credential in it.
 */
export function bakeSvg(svg: string, credential: string): string | null {
  const [start] = /^<svg(?: [\w:-]+="[^"<>]*")*>/.exec(svg) ?? [];
  if (start === undefined) return null;
  const isPlain = !credential.includes(']]>') && !credential.includes('</');
  const content = isPlain ? `<![CDATA[${credential}]]>` : xml(credential);
  const root = `${start.slice(0, -1)} xmlns:openbadges="${NAMESPACE}">`;
  const element = `<openbadges:credential>${content}</openbadges:credential>`;
  const baked = `${root}${element}${svg.slice(start.length)}`;
  return holds(unbakeSvg(baked), credential) ? baked : null;
}

/** Nothing is handed out that cannot be taken out again as it was put in. */
const holds = (unbaked: ReturnType<typeof unbakePng>, credential: string): boolean =>
  'text' in unbaked && unbaked.text === credential;
