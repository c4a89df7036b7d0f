/** Numbers for names: each name gets the next one the first time it is added. */
export class Names {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];

  get size(): number {
    return this.names.length;
  }

  add(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  number(name: string): number | undefined {
    return this.numbers.get(name);
  }

  name(number: number): string {
    const name = this.names[number];
    if (name === undefined) throw new Error(`Nothing has the number ${number}.`);
    return name;
  }
}
