import { createReadStream, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Input, InputFile } from './input-file.ts';
import { refused } from './refused.ts';
import { openZip } from './zip.ts';

const MAX_FILES = 2_000;

/** Opens a zip or a folder. Refuses what is neither, and archives that are broken or that unpack to absurd sizes. */
export async function openInput(path: string): Promise<Input> {
  const name = basename(path);
  const stats = await stat(path).catch((cause: unknown) => {
    throw refused(path, 'cannot be found', 'Check the path.', cause);
  });
  if (stats.isDirectory()) return { name, files: await filesIn(path, name), close: async () => {} };
  if (stats.size === 0) throw refused(path, 'is empty', 'Download it again.');
  return openZip(path);
}

/** A single file that is an input of its own (the crosswalk). */
export async function openFile(path: string): Promise<InputFile> {
  const stats = await stat(path).catch((cause: unknown) => {
    throw refused(path, 'cannot be found', 'Check the path.', cause);
  });
  if (!stats.isFile()) throw refused(path, 'is not a file', 'Give the CSV itself.');
  return {
    name: basename(path),
    shown: basename(path),
    size: stats.size,
    tally: { rows: 0 },
    open: async () => createReadStream(path),
  };
}

/** The regular files of a folder and of its sub-folders one level down: an unpacked archive often has a folder of its own inside. Links are not followed. */
async function filesIn(folder: string, shown: string): Promise<InputFile[]> {
  const top = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    top
      .filter((entry) => entry.isDirectory())
      .map(async (entry) =>
        within(await readdir(join(folder, entry.name), { withFileTypes: true }), join(folder, entry.name)),
      ),
  );
  const paths = [...within(top, folder), ...nested.flat()];
  if (paths.length > MAX_FILES)
    throw refused(folder, `holds more than ${MAX_FILES} files`, 'Give the folder of one release only.');
  return Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      shown: `${shown}/${basename(path)}`,
      size: (await stat(path)).size,
      tally: { rows: 0 },
      open: async () => createReadStream(path),
    })),
  );
}

const within = (entries: readonly Dirent[], folder: string): string[] =>
  entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
