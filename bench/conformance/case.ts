/** One thing a suite says, and what came of it here. */
export interface Case {
  readonly name: string;
  readonly expected: string;
  readonly found: string;
  readonly agrees: boolean;
  /** Why it differs, where that is known and stands by design; null where it agrees or nobody knows. */
  readonly difference: string | null;
}

export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** A case, with its reason looked up in the differences that are known. */
export const caseOf = (
  name: string,
  expected: string,
  found: string,
  agrees: boolean,
  differences: Readonly<Record<string, string>> = {},
): Case => ({ name, expected, found, agrees, difference: agrees ? null : (differences[name] ?? null) });
