// Who took part in these reviews, in the order they did? Learners are not named.
MATCH (issuer:Organization)-[:ISSUES]->(:Badge)-[:HAS_REVIEW]->(review:Review)-[:HAS_PART]->(part:ReviewPart)
WHERE review.id IN $ids
OPTIONAL MATCH (organization:Organization)-[:TOOK_PART]->(part)
RETURN review.id AS parentId, part {.id, .role, .at, .statement, reviewId: review.id, issuerId: issuer.id, organizationId: organization.id} AS part
ORDER BY part.at, part.id
