/** Something signed that was taken back. */
export interface Revoked {
  /** Its id as it stands in the signed document. */
  readonly url: string;
  /** Why, where everybody may know. */
  readonly reason: string | null;
}

/** What an organisation signed and took back, in the form that `1EdTechRevocationList` leads to (1EdTech Verifiable Credential Revocation List 1.0). It is not signed. */
export const revocationListOf = (list: {
  readonly url: string;
  readonly issuerDid: string;
  readonly revoked: readonly Revoked[];
}): object => ({
  id: list.url,
  issuer: list.issuerDid,
  revokedCredential: list.revoked.map(({ url, reason }) => ({
    id: url,
    revoked: true,
    ...(reason !== null && { revocationReason: reason }),
  })),
});
