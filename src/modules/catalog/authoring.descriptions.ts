/** Who may write the catalogue, and what every such mutation may answer instead. */
export const BY =
  'For ISSUER_ADMIN and ISSUER_STAFF. Errors: UNAUTHENTICATED, FORBIDDEN (role, or something of another organisation), INVALID_INPUT naming the place, NOT_FOUND (unknown id)';
