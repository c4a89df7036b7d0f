export const WORD_CHANGES = ['KEPT', 'REMOVED', 'ADDED'] as const;
export type WordChange = (typeof WORD_CHANGES)[number];

/** Words that stayed, went or came. */
export interface WordRun {
  readonly change: WordChange;
  readonly text: string;
}

/**
 * How one text becomes another, word by word: what is kept and removed is the first, what is kept and added the second. As much as can be is
 * kept (longest common subsequence of words and spaces); neighbours of one kind are one run.
 */
export function wordDiff(before: string, after: string): WordRun[] {
  const a = tokens(before);
  const b = tokens(after);
  const common = commonLengths(a, b);
  const runs: { change: WordChange; text: string }[] = [];
  const put = (change: WordChange, text: string): void => {
    const last = runs.at(-1);
    if (last?.change === change) last.text += text;
    else runs.push({ change, text });
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const was = a[i];
    const is = b[j];
    if (was !== undefined && was === is) {
      put('KEPT', was);
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      put('REMOVED', was);
      i += 1;
    } else if (is !== undefined) {
      put('ADDED', is);
      j += 1;
    }
  }
  return runs;
}

const tokens = (text: string): string[] => text.match(/\s+|\S+/gu) ?? [];

/** `at(table, i, j)`: the length of the longest common subsequence of what follows `i` in `a` and `j` in `b`. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row)
        row[j] =
          a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  return table;
}

const at = (table: readonly Uint16Array[], i: number, j: number): number => table[i]?.[j] ?? 0;
