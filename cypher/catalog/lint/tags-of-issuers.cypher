// Which tags do the published badges of these issuers bear, and how many each?
MATCH (issuer:Organization)-[:ISSUES]->(badge:Badge)-[:HAS_VERSION]->(version:BadgeVersion {state: 'PUBLISHED'})
WHERE issuer.id IN $ids
UNWIND version.tags AS tag
RETURN issuer.id AS issuerId, tag, count(DISTINCT badge) AS badges
ORDER BY issuerId, tag
