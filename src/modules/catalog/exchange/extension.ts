import { z } from 'zod';
import { isObject, type Json, type JsonObject, unreadable } from './document.ts';
import type { LossBook } from './loss.ts';
import { pointer } from './loss.ts';
import { type PackageAlignment, type Part, SHAPES, saysNothing } from './package.ts';

/*
 * What a format has no words for is kept in one member that only this software reads, so that nothing is lost between two of us; the loss report
 * names each such field, because for everybody else it is lost.
 */

/** The member in JSON-LD documents; its context makes it a JSON literal, which other software carries along unread. */
export const EXTENSION = 'credentialGraph';
export const EXTENSION_CONTEXT = {
  [EXTENSION]: { '@id': 'urn:credential-graph:facts', '@type': '@json' },
} as const;

/** The fields of a thing that `held` does not name, as the extension member; each is noted. Empty when there is none. */
export function restOf(
  part: Part,
  index: number,
  thing: { readonly uri: string },
  held: readonly string[],
  book: LossBook,
): { readonly [EXTENSION]?: Json } {
  const rest = Object.entries(thing).filter(
    ([name, value]) => name !== 'uri' && !held.includes(name) && !saysNothing(part, name, value),
  );
  for (const [name, value] of rest) book.note(pointer(part, index, name), value, KEPT, 'INFO');
  return rest.length === 0 ? {} : { [EXTENSION]: Object.fromEntries(rest) as Json };
}

/** What an alignment says beside skill and relation, each noted; null when nothing. */
export function restOfAlignment(
  { level, confidence, reason }: PackageAlignment,
  outcome: number,
  at: number,
  book: LossBook,
): JsonObject | null {
  const stated = Object.entries({ level, confidence, reason }).filter(([, value]) => value !== null);
  for (const [name, value] of stated)
    book.note(pointer('outcomes', outcome, 'alignments', at, name), value, KEPT, 'INFO');
  return stated.length === 0 ? null : Object.fromEntries(stated);
}

export const KEPT =
  'The format has no word for it; it is kept in an extension that other software may not read.';

/** What an extension member says of a thing. Refuses one that is not as this software writes it. */
export function readRest<P extends Part>(
  part: P,
  value: Json | undefined,
  place: string,
): Partial<z.infer<(typeof SHAPES)[P]>> {
  if (value === undefined || value === null) return {};
  const { data, error } = SHAPES[part].partial().safeParse(isObject(value) ? value : null);
  if (error) {
    const [issue] = error.issues;
    throw unreadable(
      `${place}${pointer(...(issue?.path ?? []).map(String))}`,
      `the extension is not as this software writes it: ${issue?.message}`,
    );
  }
  return data as Partial<z.infer<(typeof SHAPES)[P]>>;
}

/** A package part carried whole in an extension, for formats without any such thing. */
export const readWhole = <P extends Part>(part: P, value: Json | undefined, place: string) => {
  const { data, error } = z.array(SHAPES[part] as z.ZodType).safeParse(value ?? []);
  if (error) {
    const [issue] = error.issues;
    throw unreadable(
      `${place}${pointer(...(issue?.path ?? []).map(String))}`,
      `the extension is not as this software writes it: ${issue?.message}`,
    );
  }
  return data as z.infer<(typeof SHAPES)[P]>[];
};
