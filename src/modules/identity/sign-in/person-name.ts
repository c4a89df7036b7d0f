import {
  createPersonKey,
  createSealer,
  openFor,
  sealContext,
  sealFor,
  unwrap,
  wrap,
} from '../../../platform/seal.ts';

/** A person's key as the graph holds it. */
export interface WrappedKey {
  readonly id: string;
  readonly wrapped: string;
  readonly kek: string;
}

/** A new key for a person, wrapped by the key-encryption key. */
export function newWrappedKey(keyEncryptionKey: Uint8Array, id: string): WrappedKey {
  const kek = createSealer(keyEncryptionKey);
  return { id, wrapped: wrap(kek, createPersonKey(), id), kek: kek.keyId };
}

/** Seals what a person calls themselves, with their own key. */
export const sealName = (
  keyEncryptionKey: Uint8Array,
  key: WrappedKey,
  personId: string,
  name: string,
): string =>
  sealFor(
    unwrap(createSealer(keyEncryptionKey), key.wrapped, key.id),
    name,
    sealContext('Person', personId, 'sealedName'),
  );

/** Opens what {@link sealName} sealed. */
export const openName = (
  keyEncryptionKey: Uint8Array,
  { personId, sealedName, key }: { personId: string; sealedName: string; key: WrappedKey },
): string =>
  openFor(
    unwrap(createSealer(keyEncryptionKey), key.wrapped, key.id),
    sealedName,
    sealContext('Person', personId, 'sealedName'),
  );
