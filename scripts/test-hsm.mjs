// @ts-check
/**
 * npm run test:hsm: signing keys in a device behind PKCS#11, tried with SoftHSM2 (Debian: apt install softhsm2) in a token of its own that is
 * gone afterwards. The native binding has to be compiled, so it is no dependency: it is installed into .data/hsm the first time.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, Failure, run } from './lib/command.mjs';
import { ROOT } from './lib/environment.mjs';
import { report, runJest } from './lib/jest.mjs';
import { prepare } from './lib/prepare.mjs';
import { progress } from './lib/progress.mjs';
import { stopSignal } from './lib/signals.mjs';
import { withThrowAwayNeo4j } from './lib/throw-away.mjs';

const BINDING = 'pkcs11js@2.1.7';
const TOKEN = 'credential-graph';
const folder = join(ROOT, '.data', 'hsm');
const compiled = join(folder, 'node_modules', 'pkcs11js', 'build', 'Release', 'pkcs11.node');
const module = [
  process.env['PKCS11_MODULE'] ?? '',
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
].find((path) => path !== '' && existsSync(path));

/** @param {AbortSignal} signal */
async function installBinding(signal) {
  if (existsSync(compiled)) return;
  await progress('Compiling the binding to PKCS#11', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"private": true}\n');
    const { code } = await run(
      'npm',
      ['install', '--prefix', folder, '--no-save', '--no-audit', '--ignore-scripts=false', BINDING],
      { signal },
    );
    if (code !== 0 || !existsSync(compiled))
      throw new Failure(`${BINDING} could not be installed: it needs npm, Python 3, make and a C compiler.`);
  });
}

/**
 * @param {string} home
 * @param {AbortSignal} signal
 */
async function makeToken(home, signal) {
  await mkdir(join(home, 'tokens'));
  const settings = join(home, 'softhsm2.conf');
  await writeFile(settings, `directories.tokendir = ${join(home, 'tokens')}\nlog.level = ERROR\n`);
  const pin = randomBytes(8).toString('hex');
  const env = { ...process.env, SOFTHSM2_CONF: settings };
  const made = await run(
    'softhsm2-util',
    ['--init-token', '--free', '--label', TOKEN, '--pin', pin, '--so-pin', randomBytes(8).toString('hex')],
    { env, signal },
  );
  if (made.code !== 0) throw new Failure('softhsm2-util could not make a token.');
  return {
    SOFTHSM2_CONF: settings,
    PKCS11_MODULE: module,
    PKCS11_TOKEN: TOKEN,
    PKCS11_PIN: pin,
    PKCS11_BINDING: folder,
  };
}

await command(async () => {
  const signal = stopSignal();
  if (!module) throw new Failure('SoftHSM2 is not installed (Debian: apt install softhsm2).');
  await prepare({ signal });
  await installBinding(signal);
  const home = await mkdtemp(join(tmpdir(), 'credential-graph-hsm-'));
  try {
    const device = await makeToken(home, signal);
    const tally = await withThrowAwayNeo4j({ signal }, (env) =>
      runJest({ projects: ['hsm'], args: process.argv.slice(2), env: { ...env, ...device }, signal }),
    );
    return report(tally);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
