import { batch } from '../../../platform/batch.ts';
import type { IssuingDeps } from '../issuing.ts';
import { tokensOf } from './tokens.ts';

/** Other encodings of credentials, made when they are asked for from the signed document that is stored. */
export class EncodingsService {
  readonly #tokenById;

  constructor(
    private readonly deps: IssuingDeps & {
      /** Who may see a signed document is decided there. */
      readonly credentials: { document(id: string): Promise<string | null> };
    },
  ) {
    this.#tokenById = batch(
      (ids) => this.#tokens(ids),
      ({ id }) => id,
    );
  }

  /** A credential as a compact JWT, for the learner who holds it; to anybody else it is not there. */
  async jwt(id: string): Promise<string | null> {
    return (await this.#tokenById.load(id))?.token ?? null;
  }

  async #tokens(ids: readonly string[]): Promise<{ id: string; token: string }[]> {
    const documents = await Promise.all(ids.map((id) => this.deps.credentials.document(id)));
    const known = ids.flatMap((id, i) => (documents[i] ? [{ id, document: documents[i] }] : []));
    const tokens = await tokensOf(
      known.map(({ document }) => document),
      this.deps,
    );
    return known.map(({ id }, i) => ({ id, token: tokens[i] as string }));
  }
}
