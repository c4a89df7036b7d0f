/** Where something had no place: in what was read (`DOCUMENT`) or in what was written out (`CATALOGUE`). */
export const LOSS_SIDES = ['DOCUMENT', 'CATALOGUE'] as const;
/**
 * `INFO`: it is kept, though in another form or where other software may not look. `WARNING`: it is left out. `ERROR`: a whole thing is left out.
 */
export const LOSS_SEVERITIES = ['INFO', 'WARNING', 'ERROR'] as const;
export const VALUE_KINDS = ['TEXT', 'NUMBER', 'BOOLEAN', 'LIST', 'OBJECT'] as const;

export type LossSide = (typeof LOSS_SIDES)[number];
export type LossSeverity = (typeof LOSS_SEVERITIES)[number];
export type ValueKind = (typeof VALUE_KINDS)[number];

/** One thing that had no place. */
export interface Loss {
  readonly side: LossSide;
  /** JSON pointer (RFC 6901) into the document, or into the catalogue as a package (`/badges/0/renewal`). */
  readonly path: string;
  readonly kind: ValueKind;
  readonly why: string;
  readonly severity: LossSeverity;
}

/** A JSON pointer from the names and numbers that lead there. */
export const pointer = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const kindOf = (value: unknown): ValueKind => {
  if (Array.isArray(value)) return 'LIST';
  if (typeof value === 'number') return 'NUMBER';
  if (typeof value === 'boolean') return 'BOOLEAN';
  return typeof value === 'object' ? 'OBJECT' : 'TEXT';
};

/** Collects what has no place while a document is read or written. */
export class LossBook {
  readonly losses: Loss[] = [];

  constructor(private readonly side: LossSide) {}

  note(path: string, value: unknown, why: string, severity: LossSeverity = 'WARNING'): void {
    this.losses.push({ side: this.side, path, kind: kindOf(value), why, severity });
  }
}

/** Losses of one sort: `path` is that of the first, `count` how many there are. */
export interface LossGroup extends Loss {
  readonly count: number;
}

/** The same report in fewer lines: what differs only in the positions of list members is told once, worst first. */
export function grouped(losses: readonly Loss[]): LossGroup[] {
  const groups = new Map<string, LossGroup>();
  for (const loss of losses) {
    const place = loss.path.replace(/\/\d+(?=\/|$)/g, '/*').replace(/^line \d+/, 'line *');
    const key = JSON.stringify([loss.side, place, loss.kind, loss.why, loss.severity]);
    groups.set(key, { ...(groups.get(key) ?? loss), count: (groups.get(key)?.count ?? 0) + 1 });
  }
  const weight = ({ severity }: Loss) => -LOSS_SEVERITIES.indexOf(severity);
  return [...groups.values()].sort((a, b) => weight(a) - weight(b));
}
