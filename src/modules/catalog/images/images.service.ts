import { createHash } from 'node:crypto';
import { forbidden } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import type { MutationRequest, Mutations } from '../../identity/mutations.ts';
import { asMember, type Member, type Viewer } from '../../identity/viewer.ts';
import { checkImage, type ImageType, sha256Hex } from './image.rules.ts';
import { imageStatements } from './images.repository.ts';

/** An image that was taken in, by the SHA-256 of the bytes that are kept. */
export interface UploadedImage {
  readonly digest: string;
  readonly url: string;
  readonly mediaType: ImageType;
  /** Bytes that are kept. */
  readonly size: number;
  /** What was taken out of an SVG because it does more than draw. */
  readonly removed: readonly string[];
}

/** Takes in and gives out images of badges and learning units. */
export class ImagesService {
  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      mutations: Mutations;
      urls: { image(digest: string): string };
    },
  ) {}

  /** Who uploads: issuer staff and admins, with a key that may write the catalogue; else UNAUTHENTICATED or FORBIDDEN. */
  author(): Member {
    const author = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    if (author.scopes && !author.scopes.includes('CATALOGUE_WRITE'))
      throw forbidden('This key may not upload images: that needs the scope CATALOGUE_WRITE.', {
        reason: 'OUT_OF_SCOPE',
        scopes: ['CATALOGUE_WRITE'],
      });
    return author;
  }

  /** Keeps an image under the digest of its bytes; the same image twice is one. INVALID_INPUT when it is none, see {@link checkImage}. */
  async upload(file: Uint8Array, idempotencyKey?: MutationRequest['idempotencyKey']): Promise<UploadedImage> {
    const { organizationId } = this.author();
    const { mediaType, bytes, removed } = checkImage(file);
    const digest = createHash('sha256').update(bytes).digest('hex');
    await this.deps.mutations.perform(
      { name: 'uploadImage', input: digest, idempotencyKey },
      async ({ run, now, audit }) => {
        await repository(run, imageStatements).putImage({
          organizationId,
          digest,
          mediaType,
          bytes: new Int8Array(bytes),
          now,
        });
        audit({
          chain: organizationId,
          action: 'uploadImage',
          purpose: null,
          subject: null,
          objects: [digest],
        });
        return digest;
      },
    );
    return { digest, url: this.deps.urls.image(digest), mediaType, size: bytes.length, removed };
  }
}

/** The image with this digest, for anybody; null when there is none. */
export async function findImage(
  graph: Graph,
  digest: string,
): Promise<{ mediaType: ImageType; bytes: Buffer } | null> {
  if (!sha256Hex.safeParse(digest).success) return null;
  const image = await repository(graph.run, imageStatements).image({ digest: digest.toLowerCase() });
  return (
    image && {
      mediaType: image.mediaType,
      bytes: Buffer.from(image.bytes.buffer, image.bytes.byteOffset, image.bytes.length),
    }
  );
}
