// Which issuer does this badge version belong to?
MATCH (:BadgeVersion {id: $id})<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
RETURN issuer.id AS organizationId, issuer.did AS did
