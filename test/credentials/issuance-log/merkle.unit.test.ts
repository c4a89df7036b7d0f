import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Edge,
  EMPTY_ROOT,
  type FullTile,
  grow,
  holdsConsistency,
  holdsInclusion,
  LogReader,
  leafHash,
  nodeHash,
} from '../../../src/modules/credentials/issuance-log/merkle.ts';

/** The definition of RFC 9162, section 2.1.1, word for word. */
function definition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return leaves[0] as Buffer;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(definition(leaves.slice(0, k)), definition(leaves.slice(k)));
}

const leavesOf = (count: number) => Array.from({ length: count }, (_, at) => leafHash(`entry ${at}`));

/** A log grown in several steps, with tiles of so many bits. */
function grown(steps: readonly number[], bits: number) {
  const tiles = new Map<string, FullTile>();
  let [size, edge, root]: [number, Edge, Buffer] = [0, [], EMPTY_ROOT];
  const all = leavesOf(steps.reduce((sum, step) => sum + step, 0));
  for (const step of steps) {
    const after = grow(size, edge, all.slice(size, size + step), bits);
    for (const tile of after.filled) {
      const place = `${tile.level}/${tile.index}`;
      expect(tiles.has(place)).toBe(false);
      tiles.set(place, tile);
    }
    ({ size, edge, root } = after);
  }
  const reader = new LogReader(
    async (level, index) => tiles.get(`${level}/${index}`)?.hashes ?? edge[level] ?? [],
    bits,
  );
  return { all, size, root, reader };
}

const steps = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 });
const bits = fc.integer({ min: 1, max: 4 });

describe('a log in tiles', () => {
  test('has the root of the definition, however it grew', () => {
    fc.assert(
      fc.property(steps, bits, (growth, width) => {
        const { all, root, size } = grown(growth, width);
        expect(size).toBe(all.length);
        expect(root.equals(definition(all))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('proves each of its entries, and with that proof no other', async () => {
    await fc.assert(
      fc.asyncProperty(steps, bits, fc.nat(), async (growth, width, pick) => {
        const { all, root, size, reader } = grown([...growth, 2], width);
        const index = pick % size;
        const path = await reader.inclusion(index, size);
        const leaf = all[index] as Buffer;
        expect(holdsInclusion(leaf, { index, size }, path, root)).toBe(true);
        expect(holdsInclusion(leafHash('another'), { index, size }, path, root)).toBe(false);
        const elsewhere = (index + 1) % size;
        expect(holdsInclusion(leaf, { index: elsewhere, size }, path, root)).toBe(false);
        expect(holdsInclusion(leaf, { index, size }, path.slice(1), root)).toBe(false);
        expect(holdsInclusion(leaf, { index, size }, [...path, leaf], root)).toBe(false);
        expect(holdsInclusion(leaf, { index, size }, path, leafHash('root'))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('proves that an earlier state is its beginning, and no other state', async () => {
    await fc.assert(
      fc.asyncProperty(steps, bits, fc.nat(), async (growth, width, pick) => {
        const { all, root, size, reader } = grown([...growth, 2], width);
        const first = 1 + (pick % size);
        const path = await reader.consistency(first, size);
        const before = { size: first, root: definition(all.slice(0, first)) };
        expect(holdsConsistency(before, { size, root }, path)).toBe(true);
        const forged = { size: first, root: leafHash('forged') };
        expect(holdsConsistency(forged, { size, root }, path)).toBe(false);
        expect(holdsConsistency(before, { size, root: leafHash('forged') }, path)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('of the width that is stored does the same across full tiles', async () => {
    const { all, root, size, reader } = grown([255, 1, 1, 300], 8);
    expect(root.equals(definition(all))).toBe(true);
    for (const index of [0, 255, 256, 511, 512, 556])
      expect(
        holdsInclusion(all[index] as Buffer, { index, size }, await reader.inclusion(index, size), root),
      ).toBe(true);
  });
});

describe('the hashes of RFC 9162', () => {
  test('are those of the vectors of Certificate Transparency', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(leafHash('').toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
  });
});
