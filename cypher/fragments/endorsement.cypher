// An endorsement with who gave it, for which version of a badge or for whom, and who issues that.
MATCH (endorser:Organization)-[:ENDORSED]->(endorsement:Endorsement)-[:ENDORSES]->(subject:BadgeVersion|Organization)
OPTIONAL MATCH (subject)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(owner:Organization)
WITH endorser, endorsement, CASE WHEN subject:BadgeVersion THEN subject END AS version, coalesce(owner, subject) AS issuer
