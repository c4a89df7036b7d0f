import { batch } from '../../platform/batch.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { openFor, sealContext, sealFor } from '../../platform/seal.ts';
import { learnerStatements } from './learners.repository.ts';
import { personKeyOf } from './person-seal.ts';

/** Seals and opens what learners write, with their own keys. Who may have it opened is for the caller to know. */
export class LearnerSeal {
  private readonly people;

  constructor(private readonly deps: { graph: Graph; keys: { readonly keyEncryptionKey: Uint8Array } }) {
    const graph = repository(deps.graph.run, learnerStatements);
    this.people = batch(
      (ids) => graph.learnersByIds({ ids }),
      ({ id }) => id,
    );
  }

  /** The key of a learner; null when they were erased. */
  async keyOf(learnerId: string): Promise<Buffer | null> {
    const person = await this.people.load(learnerId);
    return person && personKeyOf(this.deps.keys.keyEncryptionKey, person.key);
  }

  seal(personKey: Uint8Array, label: string, id: string, property: string, text: string): string {
    return sealFor(personKey, text, sealContext(label, id, property));
  }

  /** What a learner wrote, in clear; null when nothing was written or they were erased. */
  async open(
    learnerId: string,
    label: string,
    id: string,
    property: string,
    envelope: string | null,
  ): Promise<string | null> {
    const personKey = envelope === null ? null : await this.keyOf(learnerId);
    return personKey && envelope ? openFor(personKey, envelope, sealContext(label, id, property)) : null;
  }
}
