// How many members has an organisation?
MATCH (person:Person)-[:MEMBER_OF]->(:Organization {id: $organizationId})
RETURN count(person) AS total
