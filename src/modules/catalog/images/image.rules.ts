import { z } from 'zod';

/** The SHA-256 of a file's bytes in hexadecimal; small letters are kept. */
export const sha256Hex = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, 'must be a SHA-256 in hexadecimal, 64 characters.')
  .transform((digest) => digest.toLowerCase());
