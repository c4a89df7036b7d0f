// Note of credentials that each takes the place of another one.
UNWIND $pairs AS pair
MATCH (credential:Credential {id: pair.id}), (earlier:Credential {id: pair.replacesId})
MERGE (credential)-[:REPLACES]->(earlier)
