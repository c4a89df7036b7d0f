import { basename } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { Input, InputFile } from './input-file.ts';
import { refused } from './refused.ts';

/** Far above any release (ESCO in one language unpacks to 43 MB, O*NET to 60 MB at a ratio of 10), far below a bomb. */
const limits = { entries: 2_000, entryBytes: 1 << 30, totalBytes: 2 ** 31, ratio: 200, ratioFrom: 1 << 20 };

/** Opens a zip and checks its directory; the files stay packed until they are read, one stream at a time. */
export async function openZip(path: string): Promise<Input> {
  const name = basename(path);
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw refused(
      name,
      'is not a complete zip archive',
      'The download was probably cut short, or is a web page: download it again.',
      cause,
    );
  });
  try {
    return { name, files: await filesOf(zip, name), close: async () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function filesOf(zip: ZipFile, zipName: string): Promise<InputFile[]> {
  if (zip.entryCount > limits.entries)
    throw refused(
      zipName,
      `holds ${zip.entryCount} files, more than ${limits.entries}`,
      'Give a release as published.',
    );
  const files: InputFile[] = [];
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      total += entry.uncompressedSize;
      refuseBomb(entry, total, zipName);
      files.push(fileOf(zip, entry, zipName));
    }
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'DomainError') throw cause;
    throw refused(zipName, 'has a broken or unsafe directory', 'Download it again.', cause);
  }
  return files;
}

function refuseBomb(entry: Entry, total: number, zipName: string): void {
  const absurd =
    entry.uncompressedSize > limits.entryBytes ||
    total > limits.totalBytes ||
    (entry.uncompressedSize > limits.ratioFrom &&
      entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize));
  if (absurd)
    throw refused(
      `${zipName}: ${entry.fileName}`,
      'would unpack to an absurd size',
      'Give a release as published.',
    );
  if (entry.isEncrypted())
    throw refused(`${zipName}: ${entry.fileName}`, 'is encrypted', 'Give a release as published.');
}

function fileOf(zip: ZipFile, entry: Entry, zipName: string): InputFile {
  const name = basename(entry.fileName);
  const shown = `${zipName}: ${name}`;
  return {
    name,
    shown,
    size: entry.uncompressedSize,
    tally: { rows: 0 },
    open: async () => {
      const packed = await zip.openReadStreamPromise(entry).catch((cause: unknown) => {
        throw damaged(shown, cause);
      });
      return checked(packed, entry.crc32, shown);
    },
  };
}

/** The same bytes; fails where they cannot be unpacked or are not those that were packed. */
function checked(packed: Readable, expected: number, shown: string): Readable {
  let actual = 0;
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      actual = crc32(chunk, actual);
      done(null, chunk);
    },
    flush(done) {
      done(actual === expected >>> 0 ? null : damaged(shown));
    },
  });
  packed.on('error', (cause) => check.destroy(damaged(shown, cause)));
  check.on('close', () => packed.destroy());
  return packed.pipe(check);
}

const damaged = (shown: string, cause?: unknown) =>
  refused(shown, 'is damaged inside the zip', 'Download the archive again.', cause);
