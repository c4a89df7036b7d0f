import { z } from 'zod';
import { createSealer, openFor, sealContext, sealFor, unwrap, wrap } from '../../platform/seal.ts';
import type { StoredLearner } from './learners.records.ts';

const profile = z.object({ name: z.string(), email: z.string() });
export type SealedProfile = z.output<typeof profile>;

/** A person's key as stored, beside the key itself. */
export interface WrappedKey {
  readonly id: string;
  readonly wrapped: string;
  readonly kek: string;
}

/** Wraps the key of a person by the key-encryption key. */
export function wrapPersonKey(keyEncryptionKey: Uint8Array, personKey: Uint8Array, id: string): WrappedKey {
  const kek = createSealer(keyEncryptionKey);
  return { id, wrapped: wrap(kek, personKey, id), kek: kek.keyId };
}

/** The key of a person, or null when it was destroyed: what it sealed is gone for good. */
export const personKeyOf = (keyEncryptionKey: Uint8Array, key: StoredLearner['key']): Buffer | null =>
  key && unwrap(createSealer(keyEncryptionKey), key.wrapped, key.id);

export const sealProfile = (personKey: Uint8Array, learnerId: string, value: SealedProfile): string =>
  sealFor(personKey, JSON.stringify(value), sealContext('Learner', learnerId, 'sealedProfile'));

/** Name and e-mail of a learner, in clear; null when their key was destroyed. */
export function openProfile(
  keyEncryptionKey: Uint8Array,
  learner: Pick<StoredLearner, 'id' | 'sealedProfile' | 'key'>,
): SealedProfile | null {
  const personKey = personKeyOf(keyEncryptionKey, learner.key);
  if (!personKey || !learner.sealedProfile) return null;
  const text = openFor(personKey, learner.sealedProfile, sealContext('Learner', learner.id, 'sealedProfile'));
  return profile.parse(JSON.parse(text));
}

export const sealNarrative = (personKey: Uint8Array, submissionId: string, narrative: string): string =>
  sealFor(personKey, narrative, sealContext('Submission', submissionId, 'sealedNarrative'));

export const openNarrative = (personKey: Uint8Array, submissionId: string, envelope: string): string =>
  openFor(personKey, envelope, sealContext('Submission', submissionId, 'sealedNarrative'));

/** Where a text of a learner is sealed: label, id and property. */
export type Place = readonly [
  label: 'Submission' | 'Result' | 'Evidence',
  id: string,
  property: 'sealedChange' | 'sealedReason' | 'sealedWords',
];

export const sealText = (personKey: Uint8Array, place: Place, text: string): string =>
  sealFor(personKey, text, sealContext(...place));

export const openText = (personKey: Uint8Array, place: Place, envelope: string): string =>
  openFor(personKey, envelope, sealContext(...place));
