// Write the skills that credentials prove again, each once.
UNWIND $proven AS row
MATCH (learner:Learner)-[:HOLDS]->(credential:Credential {id: row.credentialId})
MATCH (skill:Skill {uri: row.uri})
MERGE (learner)-[proves:HAS_SKILL {credentialId: credential.id}]->(skill)
SET proves.level = row.level, proves.since = row.since, proves.until = row.until
