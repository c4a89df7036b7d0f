import { z } from 'zod';
import { distinct, optionalText, webAddress } from '../../platform/input.ts';
import { openText, sealText } from './person-seal.ts';

const words = z.object({
  name: z.string().nullable(),
  narrative: z.string().nullable(),
  genre: z.string().nullable(),
  attribution: z.string().nullable(),
  audience: z.string().nullable(),
});

/** What is said of a piece of evidence; a person's own words, so they are sealed. */
export type EvidenceWords = z.output<typeof words>;

export const evidenceDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the file, as 64 lower-case hexadecimal digits.');

const evidenceRules = z
  .object({
    url: webAddress.nullish().transform((value) => value ?? null),
    digest: evidenceDigest.nullish().transform((value) => value ?? null),
    name: optionalText(200),
    narrative: optionalText(5_000),
    genre: optionalText(100),
    attribution: optionalText(500),
    audience: optionalText(500),
  })
  .refine(({ url, narrative }) => url !== null || narrative !== null, {
    path: ['url'],
    message: 'is missing, and so is narrative: say where it is, or what it is.',
  });
type CheckedEvidence = z.output<typeof evidenceRules>;

/** What is handed in: at most 20 pieces, each file once. */
export const evidenceList = distinct(evidenceRules, 20, ({ url, narrative }) => url ?? narrative)
  .nullish()
  .transform((value) => value ?? []);

/** A piece of evidence as it is stored. */
export function sealedEvidence(
  personKey: Uint8Array,
  id: string,
  { url, digest, ...said }: CheckedEvidence,
  position: number,
) {
  const silent = Object.values(said).every((value) => value === null);
  return {
    id,
    position,
    url,
    digest,
    sealedWords: silent ? null : sealText(personKey, ['Evidence', id, 'sealedWords'], JSON.stringify(said)),
  };
}

export const SILENT: EvidenceWords = {
  name: null,
  narrative: null,
  genre: null,
  attribution: null,
  audience: null,
};

/** What was said of a piece of evidence, opened. */
export const openWords = (personKey: Uint8Array, id: string, envelope: string): EvidenceWords =>
  words.parse(JSON.parse(openText(personKey, ['Evidence', id, 'sealedWords'], envelope)));
