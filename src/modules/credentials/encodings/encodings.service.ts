import { batch } from '../../../platform/batch.ts';
import { findImage } from '../../catalog/images/images.service.ts';
import type { IssuingDeps } from '../issuing/issuing-options.ts';
import { loadContexts } from '../veramo/contexts.ts';
import { PRESENTED_LIMIT } from '../verification/presented.ts';
import type { VerificationReport } from '../verification/report.ts';
import { graphSources } from '../verification/sources.ts';
import { verifyDocument } from '../verification/verify.ts';
import { bakePng, bakeSvg } from './bake.ts';
import { credentialPage } from './credential-page.ts';
import { disclose } from './disclose.ts';
import { assertLeaves, encodeAll, PASSING } from './encode.ts';
import type { Encoder, Encoding, HolderKey } from './encoding.ts';
import { plainImage } from './plain-image.ts';
import { readSaid } from './said.ts';

/** Other encodings of credentials, made when they are asked for from the signed document that is stored. */
export class EncodingsService implements Encoder {
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

  /**
   * A credential of the viewer in an encoding, signed now and stored nowhere, bound to the key of a wallet if one is given; null when it is not
   * theirs. INVALID_INPUT (`holderKey`) for a key that cannot be used.
   */
  async encode(id: string, as: Encoding, holder?: HolderKey): Promise<string | null> {
    const document = await this.deps.credentials.document(id);
    return document === null ? null : this.encodeDocument(document, as, holder);
  }

  /** The same for a signed document, for whoever decided that it may be had. */
  async encodeDocument(document: string, as: Encoding, holder?: HolderKey): Promise<string> {
    const [made] = await encodeAll([document], as, this.deps, holder);
    return made as string;
  }

  /**
   * A version of a credential of the viewer that shows what JSON pointers name and little else (`ecdsa-sd-2023`, derived from a base proof made
   * now); null when it is not theirs. Errors: see `disclose`.
   */
  async disclosed(id: string, pointers: readonly string[], holder?: HolderKey): Promise<string | null> {
    const base = await this.encode(id, 'SELECTIVE', holder);
    if (base === null) return null;
    const version = await disclose(base, pointers, loadContexts());
    assertLeaves(await this.#verified(version), PASSING);
    return version;
  }

  /** A signed document as a page for people, verified just now. `imageUrl` is where its image lies, for the same reader. */
  async page(document: string, imageUrl: string): Promise<string> {
    return credentialPage(readSaid(document), await this.#verified(document), imageUrl);
  }

  /**
   * The images a signed document can be baked into: always an SVG, that of the badge where it was uploaded here as one, else a plain one;
   * and the PNG of the badge, if it was uploaded here and is not larger than what our own verifier takes.
   */
  async images(document: string): Promise<{ readonly svg: Buffer; readonly png: Buffer | null }> {
    const { credentialSubject, issuer } = readSaid(document);
    const { achievement } = credentialSubject;
    const digest = this.deps.urls.idIn('images', achievement.image?.id ?? '');
    const own = digest === null ? null : await findImage(this.deps.graph, digest);
    const plain = plainImage({ name: achievement.name, issuer: issuer.name });
    const svg =
      (own?.mediaType === 'image/svg+xml' && bakeSvg(own.bytes.toString('utf8'), document)) ||
      bakeSvg(plain, document);
    if (!svg) throw new Error('The plain image cannot be baked.');
    const png = own?.mediaType === 'image/png' ? bakePng(own.bytes, document) : null;
    return { svg: Buffer.from(svg), png: png && png.length <= PRESENTED_LIMIT ? png : null };
  }

  #verified(document: string): Promise<VerificationReport> {
    return verifyDocument(document, graphSources(this.deps), this.deps.clock());
  }

  async #tokens(ids: readonly string[]): Promise<{ id: string; token: string }[]> {
    const documents = await Promise.all(ids.map((id) => this.deps.credentials.document(id)));
    const known = ids.flatMap((id, i) => (documents[i] ? [{ id, document: documents[i] }] : []));
    const tokens = await encodeAll(
      known.map(({ document }) => document),
      'JWT',
      this.deps,
    );
    return known.map(({ id }, i) => ({ id, token: tokens[i] as string }));
  }
}
