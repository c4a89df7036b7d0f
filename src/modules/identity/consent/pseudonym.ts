import { createHmac } from 'node:crypto';

/** Names for a person that hold within one organisation only: two employers cannot tell that they see the same one. */
export interface Pseudonyms {
  learner(learnerId: string): string;
  credential(credentialId: string): string;
}

/** HMAC-SHA-256 with a key of the organisation, itself derived from the secret of the configuration; 132 bits, base64url. */
export function pseudonymsFor(secret: Uint8Array, organizationId: string): Pseudonyms {
  const key = createHmac('sha256', secret).update(`credential-graph pseudonyms\n${organizationId}`).digest();
  const named = (kind: string, id: string): string =>
    createHmac('sha256', key).update(`${kind}\n${id}`).digest('base64url').slice(0, 22);
  return {
    learner: (id) => named('learner', id),
    credential: (id) => named('credential', id),
  };
}
