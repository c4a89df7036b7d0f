// What do these members of organisations call themselves? Sealed, with the key that opens it.
UNWIND $pairs AS pair
MATCH (person:Person {id: pair.personId})-[:MEMBER_OF]->(organization:Organization {id: pair.organizationId})
WHERE person.sealedName IS NOT NULL
MATCH (person)-[:PROTECTED_BY]->(key:PersonKey)
RETURN
  person.id AS personId,
  organization.id AS organizationId,
  person.sealedName AS sealedName,
  key {.id, .wrapped, .kek} AS key
