import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Envelopes for what must not lie in the database in clear: `v1.<key id>.<iv>.<tag>.<ciphertext>`, AES-256-GCM, base64url.
 * The place it is stored in is authenticated with it, so an envelope moved to another node or property does not open.
 */
const VERSION = 'v1';
const KEY_BYTES = 32;

/** Seals and opens with one key. `context` says where the envelope lives; use {@link sealContext}. */
export interface Sealer {
  /** Names the key without revealing it; stands in every envelope. */
  readonly keyId: string;
  seal(plain: Uint8Array | string, context: string): string;
  /** Throws a {@link SealError} for another key, another context or an altered envelope; never answers wrong bytes. */
  open(envelope: string, context: string): Buffer;
}

/** Why an envelope did not open. `WRONG_KEY`: sealed by another key; `ALTERED`: not what was sealed for this place. */
export class SealError extends Error {
  override readonly name = 'SealError';

  constructor(
    readonly reason: 'MALFORMED' | 'WRONG_KEY' | 'ALTERED',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Makes a sealer of 32 key bytes, such as the key-encryption key of the configuration or the key of one person. */
export function createSealer(key: Uint8Array): Sealer {
  if (key.length !== KEY_BYTES)
    throw new RangeError(`A sealing key has ${KEY_BYTES} bytes, not ${key.length}.`);
  const keyId = derive(key, 'key id', 8).toString('hex');
  const cipherKey = derive(key, 'seal', KEY_BYTES);
  const header = `${VERSION}.${keyId}`;
  return {
    keyId,
    seal(plain, context) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv).setAAD(
        Buffer.from(`${header}\n${context}`),
      );
      const text = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()]);
      return [header, ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
    },
    open(envelope, context) {
      const { sealedBy, iv, tag, text } = parse(envelope);
      if (sealedBy !== keyId)
        throw new SealError('WRONG_KEY', `Sealed by the key ${sealedBy}, but the key at hand is ${keyId}.`);
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, iv, { authTagLength: 16 })
        .setAAD(Buffer.from(`${header}\n${context}`))
        .setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(text), decipher.final()]);
      } catch (cause) {
        throw new SealError('ALTERED', `This envelope was not sealed for ${context}, or was altered.`, {
          cause,
        });
      }
    },
  };
}

/** Where an envelope lives, in the words of the graph: label, id, property. */
export const sealContext = (label: string, id: string, property: string): string =>
  `${label}/${id}/${property}`;

/** The key of one person: 32 random bytes. Everything personal is sealed with it, so destroying it erases them. */
export const createPersonKey = (): Buffer => randomBytes(KEY_BYTES);

/** Wraps a person's key by the key-encryption key, for `PersonKey.wrapped`. `id` is that of the `PersonKey`. */
export const wrap = (kek: Sealer, personKey: Uint8Array, id: string): string =>
  kek.seal(personKey, sealContext('PersonKey', id, 'wrapped'));

/** Unwraps `PersonKey.wrapped`. Throws a {@link SealError} as {@link Sealer.open} does. */
export const unwrap = (kek: Sealer, wrapped: string, id: string): Buffer =>
  kek.open(wrapped, sealContext('PersonKey', id, 'wrapped'));

/** Seals text of a person with the person's own key. */
export const sealFor = (personKey: Uint8Array, plain: Uint8Array | string, context: string): string =>
  createSealer(personKey).seal(plain, context);

/** Opens what {@link sealFor} sealed, as text. */
export const openFor = (personKey: Uint8Array, envelope: string, context: string): string =>
  createSealer(personKey).open(envelope, context).toString('utf8');

/** An e-mail address however it was typed: what two spellings of one have in common. */
export const plainEmail = (email: string): string => email.trim().toLowerCase().normalize('NFC');

/** A value that finds an e-mail address without revealing it: HMAC-SHA-256 of the trimmed, lower-cased address. */
export const blindIndex = (indexKey: Uint8Array, email: string): string =>
  createHmac('sha256', derive(indexKey, 'blind index', KEY_BYTES))
    .update(plainEmail(email))
    .digest('base64url');

/** A number from 0 to below 1 that belongs to an id, and that nobody can know without the key. */
export const secretDraw = (indexKey: Uint8Array, purpose: string, id: string): number =>
  createHmac('sha256', derive(indexKey, purpose, KEY_BYTES))
    .update(id)
    .digest()
    .readUInt32BE() /
  2 ** 32;

const derive = (key: Uint8Array, purpose: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, new Uint8Array(), `credential-graph ${purpose}`, length));

function parse(envelope: string) {
  const parts = envelope.split('.');
  const [version, sealedBy, iv, tag, text] = parts;
  if (parts.length !== 5 || version !== VERSION || !sealedBy || !iv || !tag || text === undefined)
    throw new SealError('MALFORMED', `Not an envelope of version ${VERSION}.`);
  const bytes = { iv: strict(iv), tag: strict(tag), text: strict(text) };
  if (bytes.iv.length !== 12 || bytes.tag.length !== 16) throw new SealError('MALFORMED', 'Not an envelope.');
  return { sealedBy, ...bytes };
}

/** Node's decoder skips what it does not know; an envelope has exactly one spelling. */
function strict(part: string): Buffer {
  const bytes = Buffer.from(part, 'base64url');
  if (bytes.toString('base64url') !== part) throw new SealError('MALFORMED', 'Not canonical base64url.');
  return bytes;
}
