import { Names } from './names.ts';
import { type HeldConcept, holdsAt } from './plan-concept.ts';
import type { Kind } from './release.ts';

/** What one release says of a concept: not named, named, or named as no longer valid. */
type Stated = 'unnamed' | 'named' | 'obsolete';

interface Entry {
  readonly held: HeldConcept | null;
  kind: Kind;
  stated: Stated;
}

/** The concepts of one framework during an import, each with a number: those the graph holds and those the release names. */
export class Concepts {
  private readonly names = new Names();
  private readonly entries: Entry[] = [];
  private readonly version: number;
  private readonly joins: boolean;

  /** `joins`: what the release does not name may still be used, if it holds (a partial edition, or texts alone). */
  constructor(version: number, joins: boolean) {
    this.version = version;
    this.joins = joins;
  }

  get size(): number {
    return this.entries.length;
  }

  hold(uri: string, held: HeldConcept): void {
    this.entries[this.names.add(uri)] = { held, kind: held.kind, stated: 'unnamed' };
  }

  /** Notes that the release names a concept. False when it did so before. */
  state(uri: string, kind: Kind, obsolete: boolean): boolean {
    const number = this.names.add(uri);
    const entry = this.entries[number];
    if (entry && entry.stated !== 'unnamed') return false;
    this.entries[number] = { held: entry?.held ?? null, kind, stated: obsolete ? 'obsolete' : 'named' };
    return true;
  }

  number(uri: string): number | undefined {
    return this.names.number(uri);
  }

  uri(number: number): string {
    return this.names.name(number);
  }

  kind(number: number): Kind {
    return this.entry(number).kind;
  }

  held(number: number): HeldConcept | null {
    return this.entry(number).held;
  }

  named(number: number): boolean {
    return this.entry(number).stated === 'named';
  }

  obsolete(number: number): boolean {
    return this.entry(number).stated === 'obsolete';
  }

  /** Whether the release may say something of this concept. */
  usable(number: number): boolean {
    const { held, stated } = this.entry(number);
    return (
      stated === 'named' ||
      (stated === 'unnamed' && this.joins && held !== null && holdsAt(held, this.version))
    );
  }

  /** Those that were there before, in batches. */
  *heldBefore(size: number, wanted: (number: number) => boolean = () => true): Generator<number[]> {
    let batch: number[] = [];
    for (const [number, entry] of this.entries.entries()) {
      if (entry.held === null || !wanted(number)) continue;
      batch.push(number);
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  private entry(number: number): Entry {
    const entry = this.entries[number];
    if (!entry) throw new Error(`No concept has the number ${number}.`);
    return entry;
  }
}
