import { invalidInput } from '../../../platform/errors.ts';
import type { Loss } from './loss.ts';
import type { CataloguePackage } from './package.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** What a format is read into. */
export interface ReadDocument {
  readonly content: CataloguePackage;
  readonly losses: readonly Loss[];
  /** Where in the document each thing stands: a JSON pointer, or a line of CSV, by its URI. */
  readonly places: ReadonlyMap<string, string>;
}

/** What a package is written as. */
export interface WrittenDocument {
  readonly document: string;
  readonly losses: readonly Loss[];
}

/** What the formats name beside the package itself. */
export interface WritingFacts {
  /** Who publishes the catalogue. */
  readonly publisher: { readonly name: string; readonly url: string | null; readonly uri: string };
  /** What skills are called, for readers who do not know their taxonomy. */
  readonly skills: ReadonlyMap<string, SkillName>;
  readonly now: Date;
}

export interface SkillName {
  readonly label: string;
  readonly code: string | null;
  readonly framework: string | null;
}

/** A document that cannot be used. `place` is a JSON pointer, or a line of CSV; empty for the whole. */
export const unreadable = (place: string, message: string) =>
  invalidInput('document', place === '' ? message : `${place}: ${message}`, {
    reason: 'UNREADABLE_DOCUMENT',
    place,
  });

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value as Json];

/** How deep a document may nest: far more than any needs, far less than would exhaust a stack. */
const DEPTH = 40;

/** Parses JSON, a byte order mark allowed. Refuses what is none, naming the line, and what nests absurdly. */
export function parseJson(text: string): Json {
  let parsed: Json;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const position = Number(/position (\d+)/.exec(said)?.[1] ?? Number.NaN);
    const line = Number.isNaN(position) ? '' : ` from line ${text.slice(0, position).split('\n').length} on`;
    throw unreadable('', `it is not JSON${line}. Give the whole document, as it was published.`);
  }
  refuseDepth(parsed, 0);
  return parsed;
}

function refuseDepth(value: Json, depth: number): void {
  if (depth > DEPTH) throw unreadable('', `it nests deeper than ${DEPTH} levels.`);
  if (Array.isArray(value)) for (const inner of value) refuseDepth(inner, depth + 1);
  else if (isObject(value)) for (const inner of Object.values(value)) refuseDepth(inner, depth + 1);
}

/** A text that says something, without space around it; null for everything else. */
export const cleanText = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** An address a thing can be known by. */
export const isUri = (value: string): boolean =>
  /^[a-z][a-z0-9+.-]*:\S+$/i.test(value) && value.length <= 500;

/** Each once, in the order they came. */
export const distinctOf = <T>(values: readonly T[]): T[] => [...new Set(values)];
