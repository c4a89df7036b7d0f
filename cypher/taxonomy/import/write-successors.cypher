// Writes which concepts came after others, as a release says; answers how many were not known.
UNWIND $rows AS row
MATCH (from:Concept {uri: row.from})
MATCH (to:Concept {uri: row.to})
WHERE NOT EXISTS { (from)-[:REPLACED_BY]->(to) }
CREATE (from)-[:REPLACED_BY {since: $version}]->(to)
RETURN count(*) AS written
