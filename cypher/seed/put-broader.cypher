// Writes which concept lies below which, where that is not known yet.
UNWIND $rows AS row
MATCH (narrow:Concept {uri: row.from})
MATCH (broad:Concept {uri: row.to})
WHERE NOT EXISTS { (narrow)-[:BROADER]->(broad) }
CREATE (narrow)-[:BROADER {since: row.since, until: 2147483647}]->(broad)
