// The credentials from elsewhere that this learner brought.
MATCH (learner:Learner {id: $learnerId})
RETURN
  COLLECT {
    MATCH (learner)-[:BROUGHT]->(foreign:ForeignCredential)
    RETURN foreign {
      .id, .format, .digest, .standing, .broughtAt, .checkedAt, .validUntil, .sealedDocument, .sealedReport,
      skillUris: COLLECT { MATCH (foreign)-[:CLAIMS]->(skill:Skill) RETURN skill.uri ORDER BY skill.uri }
    } ORDER BY foreign.broughtAt, foreign.id
  } AS foreignCredentials
