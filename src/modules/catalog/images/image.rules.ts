import { z } from 'zod';
import { invalidInput } from '../../../platform/errors.ts';
import { cleanSvg } from './svg.ts';

/** The SHA-256 of a file's bytes in hexadecimal, kept in small letters. */
export const sha256Hex = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, 'must be a SHA-256 in hexadecimal, 64 characters.')
  .transform((digest) => digest.toLowerCase());

/** The largest image that is taken, in bytes. */
export const MAX_IMAGE_BYTES = 1_048_576;

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** An image as it is kept: `bytes` are those sent, or of an SVG what is left of it; `removed` names what was taken out. */
export interface CheckedImage {
  readonly mediaType: ImageType;
  readonly bytes: Uint8Array;
  readonly removed: readonly string[];
}

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** What kind of image the bytes are, judged by how they begin; null for anything that is none we take. What a client says they are does not count. */
export function sniff(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'image/webp';
  const start = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const first = bytes.subarray(start).find((byte) => ![0x09, 0x0a, 0x0d, 0x20].includes(byte));
  return first === 0x3c ? 'image/svg+xml' : null;
}

/** Checks an uploaded file. INVALID_INPUT for `file`: empty, too large (`TOO_LARGE`), no image we take (`NOT_AN_IMAGE`), or an SVG that cannot be cleaned. */
export function checkImage(bytes: Uint8Array): CheckedImage {
  if (bytes.length > MAX_IMAGE_BYTES) throw tooLarge();
  const mediaType = sniff(bytes);
  if (mediaType === null)
    throw invalidInput(
      'file',
      `must be a PNG, JPEG, WebP or SVG image; these ${bytes.length} bytes are none.`,
      {
        reason: 'NOT_AN_IMAGE',
        allowed: IMAGE_TYPES,
      },
    );
  if (mediaType !== 'image/svg+xml') return { mediaType, bytes, removed: [] };
  const { svg, removed } = cleanSvg(bytes);
  return { mediaType, bytes: new TextEncoder().encode(svg), removed };
}

export const tooLarge = () =>
  invalidInput('file', `must have at most ${MAX_IMAGE_BYTES} bytes (1 MB).`, {
    reason: 'TOO_LARGE',
    max: MAX_IMAGE_BYTES,
  });
