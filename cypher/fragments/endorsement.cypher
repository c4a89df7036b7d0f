// An endorsement with who gave it, for which version, and who issues that.
MATCH (endorser:Organization)-[:ENDORSED]->(endorsement:Endorsement)-[:ENDORSES]->(version:BadgeVersion)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
