// Note for which incident of a key credentials were revoked.
MATCH (incident:KeyIncident {id: $incidentId})
UNWIND $ids AS id
MATCH (credential:Credential {id: id})
CREATE (credential)-[:REVOKED_FOR]->(incident)
