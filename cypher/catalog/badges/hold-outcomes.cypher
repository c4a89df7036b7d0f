// Hold the outcomes that a draft certifies against other writers until the transaction ends.
MATCH (:BadgeVersion {id: $id})-[:CERTIFIES]->(outcome:Outcome)
WITH outcome ORDER BY outcome.id
SET outcome.statement = outcome.statement
