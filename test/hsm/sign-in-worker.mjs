// @ts-check
import { parentPort, workerData } from 'node:worker_threads';
import { Pkcs11Vault } from '../../dist/src/modules/credentials/keys/vault/pkcs11-vault.js';

// plain JavaScript over what was built: a worker thread has no compiler at hand
const { settings, key, data } = workerData;
const vault = new Pkcs11Vault(settings);
const signature = await vault.sign(key, data);
await vault.close();
parentPort?.postMessage(signature);
