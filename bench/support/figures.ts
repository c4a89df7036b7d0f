/** One row of a table: the column's heading and what stands below it. */
export type Row = Readonly<Record<string, string | number>>;

/** Rows as a Markdown table, so that what a benchmark prints can be pasted into `docs/`. Numbers stand to the right. */
export function table(rows: readonly Row[]): string {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => headings.map((heading) => format(row[heading])));
  const numeric = headings.map((heading) => rows.every((row) => typeof row[heading] !== 'string'));
  const widths = headings.map((heading, i) =>
    Math.max(3, heading.length, ...cells.map((row) => row[i]?.length ?? 0)),
  );
  const line = (values: readonly string[]) =>
    `| ${values.map((value, i) => (numeric[i] ? value.padStart(widths[i] ?? 0) : value.padEnd(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (numeric[i] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(headings), line(rule), ...cells.map(line)].join('\n');
}

/** The value below which a share (0 to 1) of the samples lies, by the nearest-rank method. Throws on an empty list. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('a percentile needs at least one sample');
  return value;
}

/** Runs the work `times` times after `warmUps` uncounted runs; how long each run took, in milliseconds. */
export async function sample(times: number, work: () => Promise<unknown>, warmUps = 3): Promise<number[]> {
  for (let i = 0; i < warmUps; i += 1) await work();
  const samples: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const started = performance.now();
    await work();
    samples.push(performance.now() - started);
  }
  return samples;
}

/** Prints the table, then the figures as one JSON object on the last line, numbers rounded to four significant digits. */
export function publish(rows: readonly Row[], figures: Readonly<Record<string, number>>): void {
  console.log(table(rows));
  console.log('');
  const rounded = Object.entries(figures).map(([key, value]) => [key, round(value)]);
  console.log(JSON.stringify(Object.fromEntries(rounded)));
}

const round = (value: number): number =>
  Number.isInteger(value) || Math.abs(value) >= 10_000 ? Math.round(value) : Number(value.toPrecision(4));

const format = (value: string | number | undefined): string =>
  typeof value === 'number' ? String(round(value)) : (value ?? '');
