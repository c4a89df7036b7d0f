import { cleanText, isObject, isUri, type JsonObject, listOf, unreadable } from './document.ts';
import { EXTENSION } from './extension.ts';
import type { Fields } from './fields.ts';
import type { LossBook } from './loss.ts';

export const NO_PLACE = 'The catalogue has no place for it.';

/** What a CFPackage is being read into. */
export interface CaseReading {
  readonly book: LossBook;
  readonly places: Map<string, string>;
}

/** What the extension of a thing says; that of other software is left as lost. */
export function extensionIn(fields: Fields): JsonObject {
  const value = fields.take('extensions');
  const own = listOf(value).find((each) => isObject(each) && EXTENSION in each);
  if (isObject(own) && isObject(own[EXTENSION])) return own[EXTENSION];
  if (isObject(value) ? Object.keys(value).length > 0 : listOf(value).length > 0)
    fields.lose('extensions', 'An extension of other software.');
  return {};
}

/** Registers a thing of the document under its URI, or the UUID that CASE gives it. */
export function uriIn(fields: Fields, { places }: CaseReading): string {
  const uri = cleanText(fields.take('uri'));
  const identifier = cleanText(fields.take('identifier'));
  fields.take('lastChangeDateTime');
  const named = uri !== null && isUri(uri) ? uri : identifier === null ? null : `urn:uuid:${identifier}`;
  if (named === null) throw unreadable(`${fields.place}/uri`, 'a URI belongs here.');
  const before = places.get(named);
  if (before !== undefined) throw unreadable(`${fields.place}/uri`, `"${named}" stands at ${before}, too.`);
  places.set(named, fields.place);
  return named;
}
