// Does this version of a badge of an organisation count now, and what does it say of renewal?
MATCH (:Organization {id: $issuerId})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(version:BadgeVersion {id: $badgeVersionId})
RETURN version.state AS state, version.renewal AS renewal, version.number AS number, version.validMonths AS validMonths
