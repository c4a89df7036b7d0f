type Json = Readonly<Record<string, unknown>>;

/**
 * The claims of a credential as a JWT (Open Badges 3.0, section 8.2): the credential itself without its embedded proof, and what JWT has words
 * of its own for: `iss`, `jti`, `sub` (where the subject has an id), `nbf` and `exp` in seconds. Members keep their order.
 */
export function jwtClaims(document: Json): Json {
  const { proof: _, ...credential } = document;
  const { issuer, id, validFrom, validUntil } = credential;
  const subject = ([credential['credentialSubject']].flat()[0] ?? {}) as Json;
  const claims = {
    iss: idOf(issuer),
    jti: id,
    sub: subject['id'],
    nbf: seconds(validFrom),
    exp: seconds(validUntil),
  };
  const known = Object.entries(claims).filter(([, value]) => value !== undefined);
  return { ...credential, ...Object.fromEntries(known) };
}

/** Who issued a document, by id. */
export const idOf = (issuer: unknown): string | undefined =>
  typeof issuer === 'string' ? issuer : ((issuer as { id?: string } | undefined)?.id ?? undefined);

const seconds = (instant: unknown): number | undefined =>
  typeof instant === 'string' ? Math.floor(Date.parse(instant) / 1000) : undefined;
