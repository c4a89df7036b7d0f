import { refused } from './refused.ts';

/** A release of a framework: the publisher's name for it and its place in the order of releases. */
export interface ReleaseVersion {
  readonly name: string;
  /** major × 10 000 + minor × 100 + patch */
  readonly ordinal: number;
}

/** What still holds has this as its `until`. */
export const OPEN = 2147483647;

const pattern = /(?<!\d)(\d{1,4})[._](\d{1,2})(?:[._](\d{1,2}))?(?!\d)/;

/** The order of a version: 1.2.0 → 10200, 29.2 → 290200. Null when the text is not `major.minor` or `major.minor.patch`. */
export function ordinalOf(version: string): number | null {
  const match = new RegExp(`^v?${pattern.source}$`).exec(version.trim());
  return match ? Number(match[1]) * 10_000 + Number(match[2]) * 100 + Number(match[3] ?? 0) : null;
}

/** The version that the name of a file or folder tells (`esco-1.2.0-en.zip`, `ESCO dataset - v1.2.0 - …`, `db_29_2_text.zip`), or null. */
export function versionInName(name: string): string | null {
  const match = pattern.exec(name);
  return match ? [match[1], match[2], match[3]].filter((part) => part !== undefined).join('.') : null;
}

/**
 * The one version of a run, from the names of its inputs and what the user says. `parts` is how many numbers the publisher
 * writes (ESCO 3, O*NET 2). Refuses names that tell different versions, and names that tell none when the user does not either.
 */
export function releaseVersion(
  names: readonly string[],
  stated: string | undefined,
  parts: 2 | 3,
): ReleaseVersion {
  const asked = stated === undefined ? null : ordinalOf(stated);
  if (stated !== undefined && asked === null)
    throw refused(`--version ${stated}`, 'is not a version', 'Write it as the publisher does, e.g. 1.2.0.');
  let found = asked;
  for (const name of names) {
    const told = versionInName(name);
    const ordinal = told === null ? null : ordinalOf(told);
    if (ordinal === null) continue;
    if (found !== null && found !== ordinal)
      throw refused(
        name,
        `is version ${told}, not ${format(found, parts)}`,
        'One run imports one version: give the files of one release, or correct --version.',
      );
    found = ordinal;
  }
  if (found === null)
    throw refused(
      names[0] ?? 'The input',
      'does not tell its version',
      'Add --version, e.g. --version 1.2.0.',
    );
  return { name: format(found, parts), ordinal: found };
}

function format(ordinal: number, parts: 2 | 3): string {
  const numbers = [Math.floor(ordinal / 10_000), Math.floor(ordinal / 100) % 100, ordinal % 100];
  return numbers.slice(0, numbers[2] === 0 ? parts : 3).join('.');
}
