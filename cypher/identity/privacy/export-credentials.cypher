// Every credential this learner holds, with its signed bytes, sealed.
MATCH (:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)-[:INSTANCE_OF]->(version:BadgeVersion)
MATCH (version)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
RETURN credential.sealedDocument AS sealedDocument, COLLECT {
  MATCH (credential)<-[:ENDORSES]-(endorsement:Endorsement)<-[:ENDORSED]-(endorser:Organization)
  RETURN endorsement {.id, .at, .state, .settledAt, .capacity, .sealedStatement, .sealedDocument, endorserId: endorser.id, endorserName: endorser.name}
  ORDER BY endorsement.id
} AS endorsements, credential {
  .id, .awardedAt, .issuedAt, .validFrom, .validUntil, .status, .statusChangedAt, .statusReason,
  .statusAudience, .signedWith, .via, .digest, .statusEntry, .publicSince,
  badgeVersionId: version.id, badgeName: version.name, issuerId: issuer.id, issuerName: issuer.name,
  restsOn: COLLECT { MATCH (credential)-[:RESTS_ON]->(result:Result) RETURN result.id ORDER BY result.id },
  used: COLLECT { MATCH (credential)-[:USED]->(part:Credential) RETURN part.id ORDER BY part.id },
  renews: head(COLLECT { MATCH (credential)-[:RENEWS]->(earlier:Credential) RETURN earlier.id }),
  shares: COLLECT { MATCH (credential)-[:SHARED_BY]->(share:ShareLink) RETURN share {.id, .createdAt, .expiresAt} ORDER BY share.id },
  walletOffers: COLLECT {
    MATCH (credential)-[:OFFERED_BY]->(offer:WalletOffer)
    RETURN offer {.id, .protocol, .createdAt, .expiresAt, .redeemedAt, .claimedAt, .notification} ORDER BY offer.id
  }
} AS credential
ORDER BY credential.awardedAt, credential.id
