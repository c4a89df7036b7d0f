import { createHash } from 'node:crypto';
import type { AlignmentRelation } from '../catalog.records.ts';

/** What marks a package of ours: its items are outcomes of a catalogue, not the competencies of a framework. */
export const CATALOGUE_TYPE = 'Catalogue of learning outcomes';
export const OUTCOME_ITEM = 'Learning Outcome';

/** How an item stands to the item it is associated with; CASE 1.1 names two of these, others begin with `ext:`. */
export const ASSOCIATIONS: Readonly<Record<AlignmentRelation, string>> = {
  EXACT: 'exactMatchOf',
  CLOSE: 'ext:closeMatchOf',
  NARROW: 'ext:narrowMatchOf',
  BROAD: 'ext:broadMatchOf',
  RELATED: 'isRelatedTo',
};

/** CASE identifies everything by a UUID beside its URI. The same URI gives the same UUID (a hash, marked as version 5 of RFC 9562). */
export function uuidOf(uri: string): string {
  const hash = createHash('sha1').update(uri).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
