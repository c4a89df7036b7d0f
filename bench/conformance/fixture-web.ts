import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { Web } from '../../src/modules/credentials/verification/web.ts';

const UPSTREAM =
  'https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/inspector-vc/src/test/resources/';

/** The web as far as it lies in the corpus: files the documents name by their address in its repository. Everything else is not found. */
export const fixtureWeb = (folder: string): Web => ({
  async get(url) {
    const path = url.startsWith(UPSTREAM) ? normalize(url.slice(UPSTREAM.length)) : '..';
    if (path.startsWith('..')) return { problem: `${url} answered with status 404.`, gone: true };
    try {
      return { body: await readFile(join(folder, path)) };
    } catch {
      return { problem: `${url} answered with status 404.`, gone: true };
    }
  },
});
