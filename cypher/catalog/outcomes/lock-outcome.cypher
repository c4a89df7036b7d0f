// Hold an outcome against other writers until the transaction ends; whose is it, and which badges certified it in a version that was published?
MATCH (owner:Organization)-[:OWNS]->(outcome:Outcome {id: $id})
SET outcome.statement = outcome.statement
WITH owner, outcome
RETURN outcome.id AS id, owner.id AS ownerId,
  COLLECT {
    MATCH (outcome)<-[:CERTIFIES]-(version:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)
    WHERE version.state <> 'DRAFT'
    WITH DISTINCT badge.id AS badgeId ORDER BY badgeId LIMIT 20
    RETURN badgeId
  } AS badgeIds
