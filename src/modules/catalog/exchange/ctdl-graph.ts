import { NAMESPACES, REGISTRY, UNPREFIXED } from './ctdl-words.ts';
import { cleanText, isObject, type Json, type JsonObject, listOf, unreadable } from './document.ts';
import { EXTENSION } from './extension.ts';
import { Fields } from './fields.ts';
import { type LossBook, pointer } from './loss.ts';

/** A thing a CTDL document describes, its words spelt with the usual prefixes. */
export interface CtdlNode {
  /** Its URI; null when the document gives it none. */
  readonly id: string | null;
  readonly types: readonly string[];
  readonly place: string;
  readonly fields: Fields;
}

type Prefixes = ReadonlyMap<string, string>;

/**
 * The things of a CTDL document in whatever JSON-LD shape it has: one object, a list, a `@graph`, a registry envelope, or what a Verifiable Credential is
 * about; things inside others are listed, too. No context is fetched: words are known by their prefix, their full address, or standing alone.
 */
export function ctdlNodes(document: Json, book: LossBook): CtdlNode[] {
  const { values, prefixes } = roots(document, book);
  const nodes: CtdlNode[] = [];
  for (const { value, place } of values) collect(value, place, { prefixes, nodes, book });
  return nodes;
}

interface Rooted {
  readonly values: readonly { value: Json; place: string }[];
  readonly prefixes: Prefixes;
}

function roots(document: Json, book: LossBook): Rooted {
  const members = (list: Json | undefined, place: string) =>
    Array.isArray(list)
      ? list.map((value: Json, index) => ({ value, place: `${place}${pointer(index)}` }))
      : listOf(list).map((value) => ({ value, place }));
  if (Array.isArray(document)) return { values: members(document, ''), prefixes: new Map() };
  if (!isObject(document)) throw unreadable('', 'it is not a JSON object or list.');
  const inner = document['decoded_resource'];
  if (isObject(inner)) {
    for (const [name, value] of Object.entries(document))
      if (name !== 'decoded_resource')
        book.note(pointer(name), value, 'The envelope of the registry is left aside.', 'INFO');
    return {
      values: members(
        inner['@graph'] ?? inner,
        pointer('decoded_resource', ...('@graph' in inner ? ['@graph'] : [])),
      ),
      prefixes: prefixesIn(inner),
    };
  }
  if (['CTID', 'PathwayComponents', 'SubjectWebpage'].some((name) => name in document))
    throw unreadable(
      '',
      'it is input for the registry’s assistant API, not CTDL in JSON-LD. Publish it, then take what the registry gives.',
    );
  const prefixes = prefixesIn(document);
  if ('@graph' in document) return { values: members(document['@graph'], pointer('@graph')), prefixes };
  const subject = document['credentialSubject'];
  if (isObject(subject) && subject['achievement'] !== undefined) {
    const rest = Object.entries(document).filter(
      ([name]) => !['@context', 'credentialSubject'].includes(name),
    );
    for (const [name, value] of rest)
      book.note(
        pointer(name),
        value,
        'Of a credential only what it is about is read, not to whom it was issued.',
        'INFO',
      );
    return { values: members(subject['achievement'], pointer('credentialSubject', 'achievement')), prefixes };
  }
  return { values: [{ value: document, place: '' }], prefixes };
}

/** The prefixes a document itself defines beside the contexts it names. */
function prefixesIn(document: JsonObject): Prefixes {
  const own = listOf(document['@context'])
    .filter(isObject)
    .flatMap((each) => Object.entries(each));
  return new Map(own.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
}

interface Collecting {
  readonly prefixes: Prefixes;
  readonly nodes: CtdlNode[];
  readonly book: LossBook;
}

function collect(value: Json, place: string, into: Collecting): void {
  if (Array.isArray(value)) {
    value.forEach((inner: Json, index) => {
      collect(inner, `${place}${pointer(index)}`, into);
    });
    return;
  }
  if (!isObject(value)) return;
  const types = '@value' in value ? [] : typesOf(value, into.prefixes);
  if (types.length > 0) into.nodes.push(node(value, types, place, into));
  for (const [name, inner] of Object.entries(value))
    if (!['@context', '@type', 'type', EXTENSION].includes(name) && typeof inner === 'object')
      collect(inner, `${place}${pointer(name)}`, into);
}

const typesOf = (value: JsonObject, prefixes: Prefixes): string[] =>
  listOf(value['@type'] ?? value['type']).flatMap((each) => {
    const word = cleanText(each);
    return word === null ? [] : [wordOf(word, prefixes)];
  });

function node(
  value: JsonObject,
  types: readonly string[],
  place: string,
  { prefixes, book }: Collecting,
): CtdlNode {
  const members = new Map<string, { name: string; value: Json }>();
  for (const [name, inner] of Object.entries(value)) {
    const word = wordOf(name === 'id' ? '@id' : name === 'type' ? '@type' : name, prefixes);
    if (!members.has(word)) members.set(word, { name, value: inner });
  }
  const fields = new Fields(place, members, book);
  for (const name of ['@id', '@type', '@context']) fields.take(name);
  return { id: idOf(value, prefixes), types, place, fields };
}

/** A word by its usual prefix: `https://purl.org/ctdl/terms/name`, `name` and `ceterms:name` are one. */
function wordOf(word: string, prefixes: Prefixes): string {
  if (word.startsWith('@') || word.startsWith('_:')) return word;
  const full = expanded(word, prefixes);
  const address = full.replace(/^https?:\/\//, '');
  for (const [prefix, ...homes] of NAMESPACES)
    for (const home of homes) if (address.startsWith(home)) return `${prefix}:${address.slice(home.length)}`;
  if (full.includes(':')) return full;
  return UNPREFIXED[full] ?? `ceterms:${full}`;
}

function expanded(word: string, prefixes: Prefixes): string {
  const [, prefix = '', rest = ''] = /^([A-Za-z][\w-]*):(?!\/\/)(.+)$/.exec(word) ?? [];
  const base = prefixes.get(prefix);
  return base === undefined || rest === '' ? word : `${base}${rest}`;
}

/** The URI of a thing; one that goes by its CTID alone lives in the registry. */
function idOf(value: JsonObject, prefixes: Prefixes): string | null {
  const named = cleanText(value['@id'] ?? value['id']);
  const ctid = cleanText(value['ceterms:ctid']);
  return named === null ? (ctid === null ? null : `${REGISTRY}${ctid}`) : uriOf(named, prefixes);
}

function uriOf(reference: string, prefixes: Prefixes = new Map()): string {
  if (reference.startsWith('res:') && !prefixes.has('res')) return `${REGISTRY}${reference.slice(4)}`;
  if (/^ce-[0-9a-f-]{36}$/i.test(reference)) return `${REGISTRY}${reference}`;
  return expanded(reference, prefixes);
}

/** What a member refers to: URIs, things inside, or alignment objects with a target; what has no URI is left to the caller as null. */
export function refsIn(value: Json | undefined): (string | null)[] {
  return listOf(value).map((each) => {
    if (typeof each === 'string') return uriOf(each.trim());
    if (!isObject(each)) return null;
    const target = cleanText(each['ceterms:targetNode'] ?? each['@id'] ?? each['id'] ?? each['@value']);
    return target === null ? idOf(each, new Map()) : uriOf(target);
  });
}
