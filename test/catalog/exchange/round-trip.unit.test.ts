import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { z } from 'zod';
import { EXTENSION } from '../../../src/modules/catalog/exchange/extension.ts';
import { FORMATS, formats } from '../../../src/modules/catalog/exchange/formats.ts';
import {
  type CataloguePackage,
  emptyOf,
  type Part,
  SHAPES,
} from '../../../src/modules/catalog/exchange/package.ts';
import { catalogue, framework, WRITING } from './arbitraries.ts';

/** What the losses name, taken out of a package: a whole thing, or a field of one. */
function without(content: CataloguePackage, paths: readonly string[]): CataloguePackage {
  const copy = structuredClone(content) as never;
  const gone: [unknown[], number][] = [];
  for (const path of paths) {
    const steps = path.slice(1).split('/');
    const last = steps.pop() ?? '';
    // biome-ignore lint/suspicious/noExplicitAny: a path leads anywhere in a package
    const parent = steps.reduce<any>((value, step) => value[step], copy);
    if (Array.isArray(parent)) gone.push([parent, Number(last)]);
    else {
      const shape = steps.length === 2 ? (SHAPES[steps[0] as Part].shape as Record<string, z.ZodType>) : {};
      parent[last] = shape[last] ? emptyOf(shape[last]) : typeof parent[last] === 'boolean' ? false : null;
    }
  }
  for (const [list, at] of gone.sort(([, a], [, b]) => b - a)) list.splice(at, 1);
  return copy;
}

/** The things of a package have no order; this gives them one. */
const inOrder = (content: CataloguePackage): CataloguePackage =>
  Object.fromEntries(
    Object.entries(content).map(([part, things]) => [
      part,
      [...things].sort((a: { uri: string }, b: { uri: string }) => (a.uri < b.uri ? -1 : 1)),
    ]),
  ) as unknown as CataloguePackage;

/** A document as other software would hand it on: without what only this software reads. */
const stripped = (document: string): string =>
  JSON.stringify(JSON.parse(document), (name, value) => (name === EXTENSION ? undefined : value));

/** Without the assessments that Open Badges and CASE only know as the rubric they carry. */
function comparable(content: CataloguePackage): CataloguePackage {
  const known = content.assessments.filter(({ uri, title }) => !uri.includes('#') && title !== null);
  const uris = known.map(({ uri }) => uri);
  return inOrder({
    ...content,
    assessments: known,
    badges: content.badges.map((badge) => ({
      ...badge,
      assessments: badge.assessments.filter((uri) => uris.includes(uri)),
    })),
  });
}

describe.each(FORMATS)('%s', (format) => {
  const { read, write } = formats[format];

  test('export then import gives the same catalogue', () => {
    fc.assert(
      fc.property(catalogue, (content) => {
        const { document, losses } = write(content, WRITING);
        const lost = losses.filter(({ severity }) => severity !== 'INFO').map(({ path }) => path);
        fc.pre(format !== 'CTDL' || Object.values(content).some((things) => things.length > 0));
        expect(inOrder(read(document).content)).toEqual(without(content, lost));
        expect(lost).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('what is read says where it stands', () => {
    fc.assert(
      fc.property(catalogue, (content) => {
        fc.pre(format !== 'CTDL' || Object.values(content).some((things) => things.length > 0));
        const { places } = read(write(content, WRITING).document);
        const uris = Object.values(content).flatMap((things) =>
          things.map(({ uri }: { uri: string }) => uri),
        );
        for (const uri of uris) expect(places.has(uri)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe.each(['OPEN_BADGES', 'CTDL', 'CASE'] as const)('%s handed on by other software', (format) => {
  const { read, write } = formats[format];

  test('keeps all that the loss report does not name', () => {
    fc.assert(
      fc.property(catalogue, (content) => {
        fc.pre(format !== 'CTDL' || Object.values(content).some((things) => things.length > 0));
        const { document, losses } = write(content, WRITING);
        const kept = without(
          content,
          losses.map(({ path }) => path),
        );
        expect(comparable(read(stripped(document)).content)).toEqual(comparable(kept));
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(['CTDL', 'CASE'] as const)('a framework as %s', (format) => {
  const { read, write } = formats[format];

  test('comes back as it was', () => {
    fc.assert(
      fc.property(framework, (each) => {
        const content = { badges: [], outcomes: [], assessments: [], units: [], frameworks: [each] };
        expect(read(write(content, WRITING).document).content).toEqual(content);
      }),
      { numRuns: 300 },
    );
  });
});
