import { createHash } from 'node:crypto';
import type { KeyType } from '../key-type.ts';
import type { KeyVault, NewVaultKey, VaultKey } from './key-vault.ts';
import { type Attribute, CK, type Handle, loadPkcs11, type Pkcs11, unless } from './pkcs11-binding.ts';

/** Where the device is. Plain values, so that a worker thread can be handed them. */
export interface Pkcs11Settings {
  /** The shared library of its maker, such as `/usr/lib/softhsm/libsofthsm2.so`. */
  readonly module: string;
  /** The label of the token in it. */
  readonly token: string;
  readonly pin: string;
  /** The folder the native binding was installed into; null: where this service's own packages are. */
  readonly binding: string | null;
}

interface Open {
  readonly pkcs11: Pkcs11;
  readonly session: Handle;
}

const { attribute, mechanism } = CK;

/** What each type of key is called there: parameters as DER (RFC 8410, RFC 5480), mechanisms, length of the public half. */
const KINDS = {
  Ed25519: {
    parameters: Buffer.from('06032b6570', 'hex'),
    generate: mechanism.EC_EDWARDS_KEY_PAIR_GEN,
    sign: mechanism.EDDSA,
    bytes: 32,
  },
  Secp256r1: {
    parameters: Buffer.from('06082a8648ce3d030107', 'hex'),
    generate: mechanism.EC_KEY_PAIR_GEN,
    sign: mechanism.ECDSA,
    bytes: 65,
  },
} as const;

/**
 * Keys in a device behind PKCS#11 (a hardware module, or SoftHSM): made there as sensitive and not extractable, found again by their
 * name (`CKA_ID`), used there. Only the public half and signatures come out.
 */
export class Pkcs11Vault implements KeyVault {
  #open: Open | null = null;
  #last: Promise<unknown> = Promise.resolve();
  readonly #handles = new Map<string, Handle>();

  constructor(private readonly settings: Pkcs11Settings) {}

  make(kid: string, type: KeyType): Promise<NewVaultKey> {
    return this.#inTurn(async ({ pkcs11, session }) => {
      const { generate, parameters, bytes } = KINDS[type];
      const named = [
        { type: attribute.TOKEN, value: true },
        { type: attribute.ID, value: Buffer.from(kid) },
        { type: attribute.LABEL, value: kid },
      ];
      const { publicKey, privateKey } = pkcs11.C_GenerateKeyPair(
        session,
        { mechanism: generate, parameter: null },
        [...named, { type: attribute.VERIFY, value: true }, { type: attribute.EC_PARAMS, value: parameters }],
        [
          ...named,
          { type: attribute.PRIVATE, value: true },
          { type: attribute.SENSITIVE, value: true },
          { type: attribute.EXTRACTABLE, value: false },
          { type: attribute.SIGN, value: true },
        ],
      );
      const [point] = pkcs11.C_GetAttributeValue(session, publicKey, [{ type: attribute.EC_POINT }]);
      this.#handles.set(kid, privateKey);
      return { publicKey: pointOf(point?.value, bytes), sealedPrivateKey: null };
    });
  }

  sign(key: VaultKey, data: Uint8Array): Promise<Uint8Array> {
    return this.#inTurn(async (open) => {
      // a device signs ECDSA over the digest it is given, and Ed25519 over the message
      const given = key.type === 'Ed25519' ? Buffer.from(data) : createHash('sha256').update(data).digest();
      open.pkcs11.C_SignInit(
        open.session,
        { mechanism: KINDS[key.type].sign, parameter: null },
        this.#privateKey(open, key.kid),
      );
      return open.pkcs11.C_SignAsync(open.session, given, Buffer.alloc(64));
    });
  }

  destroy(kid: string): Promise<void> {
    return this.#inTurn(async (open) => {
      this.#handles.delete(kid);
      for (const kind of [CK.class.PRIVATE, CK.class.PUBLIC])
        for (const handle of find(open, kind, kid)) open.pkcs11.C_DestroyObject(open.session, handle);
    });
  }

  async close(): Promise<void> {
    await this.#last;
    if (this.#open) this.#open.pkcs11.C_CloseSession(this.#open.session);
    this.#open = null;
    this.#handles.clear();
  }

  /** A session does one thing at a time. One that failed is opened anew for the next: a device that was away may be back. */
  #inTurn<T>(work: (open: Open) => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      const open = this.#session();
      try {
        return await work(open);
      } catch (error) {
        this.#open = null;
        this.#handles.clear();
        letGo(open);
        throw error;
      }
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  #session(): Open {
    if (this.#open) return this.#open;
    const { module, binding, token, pin } = this.settings;
    const pkcs11 = loadPkcs11(module, binding);
    const slot = pkcs11
      .C_GetSlotList(true)
      .find((each) => pkcs11.C_GetTokenInfo(each).label.trim() === token);
    if (!slot) throw new Error(`The PKCS#11 device has no token with the label ${token}.`);
    const session = pkcs11.C_OpenSession(slot, CK.flags.RW_SESSION | CK.flags.SERIAL_SESSION);
    // who is logged in, all sessions of the process are
    unless(CK.error.USER_ALREADY_LOGGED_IN, () => pkcs11.C_Login(session, CK.user, pin));
    this.#open = { pkcs11, session };
    return this.#open;
  }

  #privateKey(open: Open, kid: string): Handle {
    const known = this.#handles.get(kid);
    if (known) return known;
    const [found, ...more] = find(open, CK.class.PRIVATE, kid);
    if (!found || more.length > 0)
      throw new Error(
        `key_not_found: the PKCS#11 device has ${more.length + (found ? 1 : 0)} keys named ${kid}`,
      );
    this.#handles.set(kid, found);
    return found;
  }
}

function find({ pkcs11, session }: Open, kind: number, kid: string): Handle[] {
  const wanted: Attribute[] = [
    { type: attribute.CLASS, value: kind },
    { type: attribute.ID, value: Buffer.from(kid) },
  ];
  pkcs11.C_FindObjectsInit(session, wanted);
  try {
    return pkcs11.C_FindObjects(session, 2);
  } finally {
    pkcs11.C_FindObjectsFinal(session);
  }
}

/** Devices answer the point as an OCTET STRING (PKCS#11 2.40), some bare. */
function pointOf(value: Buffer | undefined, bytes: number): Buffer {
  if (value?.length === bytes) return value;
  if (value?.length === bytes + 2 && value[0] === 4 && value[1] === bytes) return value.subarray(2);
  throw new Error(`The PKCS#11 device answered a public key of ${value?.length ?? 0} bytes.`);
}

function letGo({ pkcs11, session }: Open): void {
  try {
    pkcs11.C_CloseSession(session);
  } catch {
    // it was closed by what went wrong
  }
}
