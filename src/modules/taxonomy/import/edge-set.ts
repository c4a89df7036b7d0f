/** How many edges there is room for at first. */
const FIRST = 1_024;

const limits = { from: 2 ** 17, to: 2 ** 18, variant: 2 ** 18 };

/**
 * Edges as numbers: 8 bytes each and 8 for each value, so that a hundred thousand of them cost a megabyte and the importer
 * stays flat. Add all, then `seal`, then ask.
 */
export class EdgeSet {
  private keys = new Float64Array(FIRST);
  private values: Float64Array;
  private count = 0;
  private readonly width: number;

  constructor(width: number) {
    this.width = width;
    this.values = new Float64Array(FIRST * width);
  }

  get size(): number {
    return this.count;
  }

  add(from: number, to: number, variant: number, values: readonly number[] = []): void {
    if (from >= limits.from || to >= limits.to || variant >= limits.variant)
      throw new Error('More concepts, tasks or examples than an edge set can number.');
    if (this.count === this.keys.length) this.grow();
    this.keys[this.count] = keyOf(from, to, variant);
    for (let column = 0; column < this.width; column += 1)
      this.values[this.count * this.width + column] = values[column] ?? Number.NaN;
    this.count += 1;
  }

  /** Sorts the edges and joins those that are the same. Answers how many said nothing new. */
  seal(): number {
    const order = Uint32Array.from({ length: this.count }, (_, index) => index).sort(
      (a, b) => this.key(a) - this.key(b) || a - b,
    );
    const keys = new Float64Array(this.count);
    const values = new Float64Array(this.count * this.width);
    let kept = 0;
    let repeated = 0;
    for (const index of order) {
      const same = kept > 0 && keys[kept - 1] === this.key(index);
      const target = same ? kept - 1 : kept;
      if (!same) {
        keys[target] = this.key(index);
        values.fill(Number.NaN, target * this.width, (target + 1) * this.width);
        kept += 1;
      }
      const news = this.join(values, target, index);
      if (same && !news) repeated += 1;
    }
    this.keys = keys.slice(0, kept);
    this.values = values.slice(0, kept * this.width);
    this.count = kept;
    return repeated;
  }

  /** The position of an edge in the sealed set, or -1. */
  find(from: number, to: number, variant: number): number {
    const key = keyOf(from, to, variant);
    let low = 0;
    let high = this.count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.key(middle);
      if (found === key) return middle;
      if (found < key) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  at(position: number): { from: number; to: number; variant: number; values: number[] } {
    const key = this.key(position);
    const pair = Math.floor(key / limits.variant);
    return {
      from: Math.floor(pair / limits.to),
      to: pair % limits.to,
      variant: key % limits.variant,
      values: [...this.values.subarray(position * this.width, (position + 1) * this.width)],
    };
  }

  private key(index: number): number {
    return this.keys[index] ?? Number.NaN;
  }

  /** Fills what is not stated yet; the first statement of a value stays. */
  private join(values: Float64Array, target: number, index: number): boolean {
    let news = false;
    for (let column = 0; column < this.width; column += 1) {
      const value = this.values[index * this.width + column] ?? Number.NaN;
      if (Number.isNaN(value) || !Number.isNaN(values[target * this.width + column] ?? Number.NaN)) continue;
      values[target * this.width + column] = value;
      news = true;
    }
    return news;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    keys.set(this.keys);
    const values = new Float64Array(this.values.length * 2);
    values.set(this.values);
    this.keys = keys;
    this.values = values;
  }
}

const keyOf = (from: number, to: number, variant: number): number =>
  (from * limits.to + to) * limits.variant + variant;
