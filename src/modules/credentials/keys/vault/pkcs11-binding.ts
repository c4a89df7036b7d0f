import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A handle, as the module gives it out. */
export type Handle = Buffer;

export interface Attribute {
  readonly type: number;
  readonly value?: number | boolean | string | Buffer;
}

interface Mechanism {
  readonly mechanism: number;
  readonly parameter?: Buffer | null;
}

/** The part of the native binding `pkcs11js` (2.x) that is used here, in the words of PKCS#11 2.40. */
export interface Pkcs11 {
  load(path: string): void;
  C_Initialize(options: { readonly flags: number }): void;
  C_GetSlotList(tokenPresent: boolean): Handle[];
  C_GetTokenInfo(slot: Handle): { readonly label: string };
  C_OpenSession(slot: Handle, flags: number): Handle;
  C_CloseSession(session: Handle): void;
  C_Login(session: Handle, user: number, pin: string): void;
  C_GenerateKeyPair(
    session: Handle,
    mechanism: Mechanism,
    publicTemplate: readonly Attribute[],
    privateTemplate: readonly Attribute[],
  ): { readonly publicKey: Handle; readonly privateKey: Handle };
  C_FindObjectsInit(session: Handle, template: readonly Attribute[]): void;
  C_FindObjects(session: Handle, count: number): Handle[];
  C_FindObjectsFinal(session: Handle): void;
  C_GetAttributeValue(
    session: Handle,
    object: Handle,
    template: readonly Attribute[],
  ): { readonly value: Buffer }[];
  C_DestroyObject(session: Handle, object: Handle): void;
  C_SignInit(session: Handle, mechanism: Mechanism, key: Handle): void;
  C_SignAsync(session: Handle, data: Buffer, signature: Buffer): Promise<Buffer>;
}

/** Numbers of PKCS#11 3.0 (OASIS), as far as they are used here. */
export const CK = {
  flags: { OS_LOCKING_OK: 2, RW_SESSION: 2, SERIAL_SESSION: 4 },
  user: 1,
  class: { PUBLIC: 2, PRIVATE: 3 },
  attribute: {
    CLASS: 0x0,
    TOKEN: 0x1,
    PRIVATE: 0x2,
    LABEL: 0x3,
    ID: 0x102,
    SENSITIVE: 0x103,
    SIGN: 0x108,
    VERIFY: 0x10a,
    EXTRACTABLE: 0x162,
    EC_PARAMS: 0x180,
    EC_POINT: 0x181,
  },
  mechanism: { EC_KEY_PAIR_GEN: 0x1040, EC_EDWARDS_KEY_PAIR_GEN: 0x1055, ECDSA: 0x1041, EDDSA: 0x1057 },
  error: { USER_ALREADY_LOGGED_IN: 0x100, ALREADY_INITIALIZED: 0x191 },
} as const;

/**
 * Loads the native binding from where it was installed (a folder with `node_modules`, or this service's own when null) and the module of
 * the device with it. It is no dependency of this service, because it has to be compiled; the message says how to get it.
 */
export function loadPkcs11(module: string, binding: string | null): Pkcs11 {
  const require = createRequire(
    binding === null ? import.meta.url : pathToFileURL(join(binding, 'package.json')),
  );
  let Binding: new () => Pkcs11;
  try {
    Binding = (require('pkcs11js') as { PKCS11: new () => Pkcs11 }).PKCS11;
  } catch (cause) {
    throw new Error(
      'Signing keys are to lie in a PKCS#11 device, but the binding is not installed: npm install --prefix <folder> pkcs11js@2.1.7, and PKCS11_BINDING=<folder>.',
      { cause },
    );
  }
  const pkcs11 = new Binding();
  pkcs11.load(module);
  unless(CK.error.ALREADY_INITIALIZED, () => pkcs11.C_Initialize({ flags: CK.flags.OS_LOCKING_OK }));
  return pkcs11;
}

/** Calls the device, at ease with one answer: what is asked for was done before, perhaps by another thread of this process. */
export function unless(code: number, call: () => void): void {
  try {
    call();
  } catch (error) {
    if ((error as { code?: unknown }).code !== code) throw error;
  }
}
