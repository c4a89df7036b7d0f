import { distance, fold } from './fold.ts';

/** Tags shorter than this are told apart by a single letter (R, C, UX). */
const SHORTEST_NEAR = 7;

const singular = (word: string): string =>
  word.length > 4 ? word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1') : word;

/** A tag without what writers do differently: case, accents, hyphens and spaces, plural. */
const bare = (tag: string): string => fold(tag).split(' ').map(singular).join('');

/** Whether two tags are one word written differently: in case, plural, hyphen or, if long enough, one letter. */
export function sameTag(one: string, other: string): boolean {
  const a = bare(one);
  const b = bare(other);
  if (a === b) return true;
  if (Math.min(a.length, b.length) < SHORTEST_NEAR || /\d/.test(a + b)) return false;
  return distance(a, b, 1) <= 1;
}
