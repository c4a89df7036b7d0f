/** A queue of whole numbers, the smallest key first; of equal keys, the smaller number. A binary heap. */
export class Queue {
  readonly #keys: number[] = [];
  readonly #items: number[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** The key of what `pop` would answer next; infinite when there is nothing. */
  get least(): number {
    return this.#keys[0] ?? Number.POSITIVE_INFINITY;
  }

  push(item: number, key: number): void {
    let at = this.#items.length;
    this.#items.push(item);
    this.#keys.push(key);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** Throws a RangeError when there is nothing. */
  pop(): number {
    const [top] = this.#items;
    if (top === undefined) throw new RangeError('the queue is empty');
    const last = this.#items.length - 1;
    this.#swap(0, last);
    this.#items.pop();
    this.#keys.pop();
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      if (left >= last) break;
      const child = left + 1 < last && this.#before(left + 1, left) ? left + 1 : left;
      if (!this.#before(child, at)) break;
      this.#swap(at, child);
      at = child;
    }
    return top;
  }

  #before(a: number, b: number): boolean {
    const [keyA, keyB] = [this.#keys[a] as number, this.#keys[b] as number];
    return keyA < keyB || (keyA === keyB && (this.#items[a] as number) < (this.#items[b] as number));
  }

  #swap(a: number, b: number): void {
    const [key, item] = [this.#keys[a] as number, this.#items[a] as number];
    this.#keys[a] = this.#keys[b] as number;
    this.#items[a] = this.#items[b] as number;
    this.#keys[b] = key;
    this.#items[b] = item;
  }
}
