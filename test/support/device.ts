import type { Pkcs11Settings } from '../../src/modules/credentials/keys/vault/pkcs11-vault.ts';
import { testConfig } from './config.ts';

/** The throw-away token that `npm run test:hsm` made. */
export function deviceSettings(): Pkcs11Settings {
  const { pkcs11 } = testConfig();
  if (!pkcs11) throw new Error('There is no device: run npm run test:hsm.');
  return pkcs11;
}
