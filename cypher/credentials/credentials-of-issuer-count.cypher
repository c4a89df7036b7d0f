// How many credentials has this organisation issued?
MATCH (:Organization {id: $issuerId})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential)
WHERE $status IS NULL OR credential.status = $status
RETURN count(credential) AS total
