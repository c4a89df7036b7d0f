// Writes what learners have agreed to, unless it is there.
UNWIND $rows AS row
MATCH (learner:Learner {id: row.learnerId})
MATCH (organization:Organization {id: row.organizationId})
MERGE (consent:Consent {id: row.id})
ON CREATE SET
  consent.purpose = row.purpose,
  consent.scopes = row.scopes,
  consent.grantedAt = row.grantedAt,
  consent.expiresAt = row.expiresAt,
  consent.revokedAt = row.revokedAt,
  consent.policyVersion = row.policyVersion,
  consent.text = row.text,
  consent.textHash = row.textHash
MERGE (learner)-[:GAVE]->(consent)
MERGE (consent)-[:TO]->(organization)
