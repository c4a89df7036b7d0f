// Which credentials took the place of these, and whose are they?
UNWIND $ids AS id
MATCH (credential:Credential)-[:REPLACES]->(old:Credential {id: id})
RETURN old.id AS id, credential.id AS replacedById
