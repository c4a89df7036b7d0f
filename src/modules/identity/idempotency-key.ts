import { Arg } from 'type-graphql';

const MEANING =
  'A key of your choice, 8 to 128 printable characters without spaces (a UUID does well): sent again with the same key and input, the mutation happens once and answers the same. CONFLICT (KEY_REUSED) for other input';

/** The argument every mutation takes, so that a client that got no answer can ask again. */
export const IdempotencyKey = (): ReturnType<typeof Arg> =>
  Arg('idempotencyKey', () => String, { nullable: true, description: `${MEANING}.` });

/** The same where something is issued, revoked or granted: doing that twice by mistake would matter, so a key is required. */
export const RequiredIdempotencyKey = (): ReturnType<typeof Arg> =>
  Arg('idempotencyKey', () => String, { description: `${MEANING}.` });
