import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, instant } from '../../../platform/graph/types.ts';
import { IMAGE_TYPES } from './image.rules.ts';

/** Bytes as the graph keeps them. */
const bytes = z.instanceof(Int8Array);

export const imageStatements = {
  putImage: write('catalog/images/put-image', {
    params: { organizationId: id, digest: id, mediaType: id, bytes, now: instant },
    row: { digest: id },
    returns: 'one',
  }),
  image: read('catalog/images/image', {
    params: { digest: id },
    row: { mediaType: z.enum(IMAGE_TYPES), bytes },
    returns: 'maybe',
  }),
  knownImages: read('catalog/images/known-images', {
    params: { digests: z.array(id) },
    row: { digest: id },
    returns: 'many',
  }),
};
