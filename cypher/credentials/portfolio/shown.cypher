// What a portfolio holds, sealed, and whose it is, if this is the secret of a link to it.
MATCH (share:ShareLink {digest: $digest})<-[:SHARED_BY]-(portfolio:Portfolio {id: $id})<-[:KEEPS]-(learner:Learner)
WHERE share.expiresAt > $now
RETURN learner.id AS learnerId, portfolio {.id, .createdAt, .updatedAt, .sealedContent} AS portfolio,
  share.id AS shareId, share.expiresAt AS expiresAt, share.sealedAudience AS sealedAudience
