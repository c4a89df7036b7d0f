// The person who owns an account with a provider, made with a key of their own when they are new here.
MERGE (person:Person {account: $account})
ON CREATE SET person.id = $id, person.issuer = $issuer, person.createdAt = $now
FOREACH (_ IN CASE WHEN person.id = $id THEN [1] ELSE [] END |
  MERGE (person)-[:PROTECTED_BY]->(:PersonKey {id: $key.id, wrapped: $key.wrapped, kek: $key.kek})
)
WITH person
OPTIONAL MATCH (person)-[:PROTECTED_BY]->(key:PersonKey)
RETURN person.id AS id, key {.id, .wrapped, .kek} AS key
