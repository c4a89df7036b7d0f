import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 9162 (Certificate Transparency 2.0, section 2.1) over SHA-256, kept in tiles: a tile of level 0 holds the hashes of
 * `2^bits` leaves in a row, one of the next level the roots of as many tiles below it. A full tile never changes, so a log is
 * its full tiles and one unfinished tile a level.
 */
export const TILE_BITS = 8;

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const leafHash = (entry: string): Buffer => sha256(Buffer.of(0), Buffer.from(entry, 'utf8'));
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.of(1), left, right);
export const EMPTY_ROOT: Buffer = sha256();

/** The unfinished tile of each level, the lowest first. */
export type Edge = readonly (readonly Buffer[])[];

/** A tile that was filled. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: readonly Buffer[];
}

export interface Grown {
  readonly size: number;
  readonly root: Buffer;
  readonly edge: Edge;
  readonly filled: readonly FullTile[];
}

/** Appends leaves to a log of so many. The answer holds the tiles that were filled on the way. */
export function grow(size: number, edge: Edge, leaves: readonly Buffer[], bits = TILE_BITS): Grown {
  const width = 2 ** bits;
  const open = edge.map((tile) => [...tile]);
  const filled: FullTile[] = [];
  const push = (level: number, hash: Buffer, position: number): void => {
    const tile = open[level] ?? [];
    open[level] = tile;
    tile.push(hash);
    if (tile.length < width) return;
    const index = Math.floor(position / width);
    filled.push({ level, index, hashes: [...tile] });
    tile.length = 0;
    push(level + 1, completeRoot(filled.at(-1)?.hashes ?? []), index);
  };
  leaves.forEach((leaf, at) => {
    push(0, leaf, size + at);
  });
  return { size: size + leaves.length, root: rootOf(open), edge: open, filled };
}

/** The root of the log whose unfinished tiles these are. */
export function rootOf(edge: Edge): Buffer {
  // the complete subtrees at the right edge, the largest first: those of higher levels lie to the left
  const peaks = [...edge].reverse().flatMap(peaksOf);
  return peaks.length === 0 ? EMPTY_ROOT : peaks.reduceRight((right, left) => nodeHash(left, right));
}

function peaksOf(tile: readonly Buffer[]): Buffer[] {
  const peaks: Buffer[] = [];
  for (let start = 0; start < tile.length; ) {
    const width = 2 ** Math.floor(Math.log2(tile.length - start));
    peaks.push(completeRoot(tile.slice(start, start + width)));
    start += width;
  }
  return peaks;
}

/** The root over a power of two of hashes. */
function completeRoot(hashes: readonly Buffer[]): Buffer {
  let row = [...hashes];
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, at) =>
      nodeHash(row[2 * at] as Buffer, row[2 * at + 1] as Buffer),
    );
  return row[0] as Buffer;
}

/** Answers the hashes of a tile, full or not. */
export type ReadTile = (level: number, index: number) => Promise<readonly Buffer[]>;

const splitOf = (count: number): number => 2 ** (Math.ceil(Math.log2(count)) - 1);

/** Reads a log through its tiles. */
export class LogReader {
  constructor(
    private readonly tile: ReadTile,
    private readonly bits: number = TILE_BITS,
  ) {}

  /** That the leaf at `index` is in the log of the first `size` (RFC 9162, section 2.1.3.1). */
  async inclusion(index: number, size: number): Promise<Buffer[]> {
    return this.#path(index, 0, size);
  }

  /** That the log of the first `first` is the beginning of that of the first `size` (RFC 9162, section 2.1.4.1). Both at least 1. */
  async consistency(first: number, size: number): Promise<Buffer[]> {
    return first === size ? [] : this.#subproof(first, 0, size, true);
  }

  async #path(index: number, start: number, end: number): Promise<Buffer[]> {
    if (end - start <= 1) return [];
    const middle = start + splitOf(end - start);
    return index < middle
      ? [...(await this.#path(index, start, middle)), await this.#root(middle, end)]
      : [...(await this.#path(index, middle, end)), await this.#root(start, middle)];
  }

  async #subproof(first: number, start: number, end: number, whole: boolean): Promise<Buffer[]> {
    if (first === end) return whole ? [] : [await this.#root(start, end)];
    const middle = start + splitOf(end - start);
    return first <= middle
      ? [...(await this.#subproof(first, start, middle, whole)), await this.#root(middle, end)]
      : [...(await this.#subproof(first, middle, end, false)), await this.#root(start, middle)];
  }

  /** The root over leaves in a row, that begin where a complete subtree may begin. */
  async #root(start: number, end: number): Promise<Buffer> {
    const count = end - start;
    const height = Math.log2(count);
    if (Number.isInteger(height)) return this.#complete(start, height);
    const middle = start + splitOf(count);
    return nodeHash(await this.#root(start, middle), await this.#root(middle, end));
  }

  async #complete(start: number, height: number): Promise<Buffer> {
    const level = Math.floor(height / this.bits);
    const first = start / 2 ** (level * this.bits);
    const width = 2 ** this.bits;
    const hashes = await this.tile(level, Math.floor(first / width));
    const from = first % width;
    return completeRoot(hashes.slice(from, from + 2 ** (height % this.bits)));
  }
}

/** Whether a leaf is at `index` of the log with this size and root (RFC 9162, section 2.1.3.2). */
export function holdsInclusion(
  leaf: Buffer,
  at: { readonly index: number; readonly size: number },
  path: readonly Buffer[],
  root: Buffer,
): boolean {
  if (at.index < 0 || at.index >= at.size) return false;
  let [node, last, hash] = [at.index, at.size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}

/** Whether the log of size `first` is the beginning of the one of size `second` (RFC 9162, section 2.1.4.2). */
export function holdsConsistency(
  first: { readonly size: number; readonly root: Buffer },
  second: { readonly size: number; readonly root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (first.size < 1 || first.size > second.size) return false;
  if (first.size === second.size) return path.length === 0 && first.root.equals(second.root);
  const rest = Number.isInteger(Math.log2(first.size)) ? [first.root, ...path] : [...path];
  const [start, ...siblings] = rest;
  if (!start) return false;
  let [node, last] = [first.size - 1, second.size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [older, newer] = [start, start];
  for (const sibling of siblings) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else newer = nodeHash(newer, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && older.equals(first.root) && newer.equals(second.root);
}
