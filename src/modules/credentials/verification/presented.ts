import { credentialIn, type DecodedJwt, decodeJwt } from './jwt.ts';
import { DOCUMENT_LIMITS, readJson } from './read-json.ts';
import { type DecodedSdJwt, decodeSdJwt } from './sd-jwt.ts';
import { isPng, type Unbaked, unbakePng, unbakeSvg } from './unbake.ts';
import type { Web } from './web.ts';

type Json = Readonly<Record<string, unknown>>;

interface Unwrapped {
  /** In words, where it was found. */
  readonly how: string;
  /** What was signed, as it was written; empty for a part of a larger document. */
  readonly text: string;
}

/** What somebody showed, once it is out of its wrapping. */
export type Presented =
  | (Unwrapped & { readonly format: 'JSON'; readonly document: Json })
  | (Unwrapped & { readonly format: 'JWT'; readonly document: Json; readonly jwt: DecodedJwt })
  | (Unwrapped & { readonly format: 'SD_JWT'; readonly sdJwt: DecodedSdJwt })
  /** `away`: it could not be fetched, which says nothing about the credential. */
  | { readonly problem: string; readonly away?: true };

/** The most that is taken: an image, or a text. Documents inside are held to {@link DOCUMENT_LIMITS}. */
export const PRESENTED_LIMIT = 512 * 1024;

const DATA_IMAGE = /^data:image\/(png|svg\+xml)(;charset=utf-8)?;base64,([A-Za-z0-9+/]+={0,2})$/;
const JWT_LIMIT = DOCUMENT_LIMITS.bytes * 2;

/**
 * Tells what a text is: a JSON document, a compact JWT, an SD-JWT, an SVG image or a `data:` address of an image with a credential baked in,
 * or an https address where one of these lies.
 */
export async function readPresented(text: string, web: Web): Promise<Presented> {
  const given = text.trim();
  if (given.length > PRESENTED_LIMIT)
    return { problem: `It has ${given.length} characters; at most ${PRESENTED_LIMIT} are read.` };
  if (/^https?:\/\/\S+$/i.test(given)) {
    const answer = await web.get(given);
    if ('problem' in answer) return { problem: answer.problem, away: true };
    return readBytes(answer.body, 'fetched from its address');
  }
  const [, kind, , data] = DATA_IMAGE.exec(given) ?? [];
  if (kind && data) return readBytes(Buffer.from(data, 'base64'), 'as given');
  if (/^data:image/.test(given)) return { problem: 'Only PNG and SVG images in base64 are read.' };
  return given.startsWith('<') ? inside(unbakeSvg(given), 'an SVG image') : readText(given, '');
}

/** The same for bytes, such as those of an uploaded file. */
export function readBytes(bytes: Buffer, how: string): Presented {
  if (bytes.length > PRESENTED_LIMIT)
    return { problem: `It has ${bytes.length} bytes; at most ${PRESENTED_LIMIT} are read.` };
  if (isPng(bytes)) return inside(unbakePng(bytes), `a PNG image, ${how}`);
  const text = bytes.toString('utf8').trim();
  return text.startsWith('<') ? inside(unbakeSvg(text), `an SVG image, ${how}`) : readText(text, how);
}

const inside = (unbaked: Unbaked, image: string): Presented =>
  'problem' in unbaked ? unbaked : readText(unbaked.text.trim(), `baked into ${image}`);

function readText(text: string, where: string): Presented {
  const how = where && `, ${where}`;
  if (/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*~/.test(text)) {
    if (text.length > JWT_LIMIT) return { problem: `The SD-JWT has more than ${JWT_LIMIT} characters.` };
    const sdJwt = decodeSdJwt(text);
    return 'problem' in sdJwt ? sdJwt : { format: 'SD_JWT', how: `An SD-JWT${how}.`, text, sdJwt };
  }
  if (/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*$/.test(text)) return readJwt(text, how);
  const read = readJson(text);
  if ('problem' in read) return read;
  const { type, id } = read.document;
  if ([type].flat().includes('EnvelopedVerifiableCredential')) return readEnveloped(id, how);
  return { format: 'JSON', how: `A JSON object within the limits${how}.`, text, document: read.document };
}

function readJwt(text: string, how: string): Presented {
  if (text.length > JWT_LIMIT) return { problem: `The JWT has more than ${JWT_LIMIT} characters.` };
  const jwt = decodeJwt(text);
  if ('problem' in jwt) return jwt;
  const read = credentialIn(jwt);
  if ('problem' in read) return read;
  return { format: 'JWT', how: `A compact JWT${how}.`, text, document: read.document, jwt };
}

/** VCDM 2.0, section 4.13: a credential in a `data:` address. */
function readEnveloped(id: unknown, how: string): Presented {
  const [, token = ''] =
    /^data:application\/(?:vc\+jwt|vc\+sd-jwt|dc\+sd-jwt)(?:;[^,]*)?,(.+)$/.exec(String(id)) ?? [];
  return token
    ? readText(token, `${how}, enveloped`.slice(2))
    : { problem: 'The envelope holds no credential that is read.' };
}
