// How many credentials of a badge are in force, how many people hold them, and what rests on them?
MATCH (badge:Badge {id: $badgeId})
RETURN
  COUNT { MATCH (badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential {status: 'ACTIVE'}) RETURN credential } AS credentials,
  COUNT { MATCH (badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(:Credential {status: 'ACTIVE'})<-[:HOLDS]-(holder:Learner) RETURN DISTINCT holder } AS holders,
  COUNT {
    MATCH (badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(:Credential {status: 'ACTIVE'})<-[:USED]-(stacked:Credential {status: 'ACTIVE'})
    RETURN DISTINCT stacked
  } AS stackedCredentials,
  COUNT {
    MATCH (badge)-[:HAS_VERSION]->(:BadgeVersion)<-[:INSTANCE_OF]-(:Credential {status: 'ACTIVE'})<-[:USED]-(:Credential {status: 'ACTIVE'})<-[:HOLDS]-(owner:Learner)
    RETURN DISTINCT owner
  } AS stackedHolders,
  COLLECT {
    MATCH (stack:Badge)-[:HAS_VERSION]->(:BadgeVersion {state: 'PUBLISHED'})-[:STACKS]->(badge)
    RETURN DISTINCT stack.id ORDER BY stack.id
  } AS stackIds
