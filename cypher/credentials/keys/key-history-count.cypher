// With how many keys has an organisation ever signed?
MATCH (:Organization {id: $organizationId})-[:SIGNS_WITH]->(key:SigningKey)
RETURN count(key) AS total
