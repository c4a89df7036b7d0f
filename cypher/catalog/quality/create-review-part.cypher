// Write that somebody took part in a review, for their organisation or as a learner, and what they found.
MATCH (review:Review {id: $reviewId})
CREATE (review)-[:HAS_PART]->(part:ReviewPart {
  id: $id, role: $role, at: $now, by: $by, statement: $statement, sealedStatement: $sealedStatement
})
WITH part
CALL (part) {
  MATCH (organization:Organization {id: $organizationId})
  CREATE (organization)-[:TOOK_PART]->(part)
}
CALL (part) {
  MATCH (learner:Learner {id: $learnerId})
  CREATE (learner)-[:TOOK_PART]->(part)
}
CALL (part) {
  UNWIND $findings AS row
  CREATE (part)-[:FOUND]->(:ReviewFinding {
    id: row.id, severity: row.severity, aspect: row.aspect, placeKind: row.placeKind, placeId: row.placeId,
    placeField: row.placeField, quote: row.quote, text: row.text, advice: row.advice, dueAt: row.dueAt
  })
}
RETURN part.id AS id
