// In what is a learner enrolled, last first, before a given one?
MATCH (learner:Learner {id: $learnerId})-[:HAS_ENROLMENT]->(enrolment:Enrolment)-[:OF_UNIT]->(unit:LearningUnit)
WHERE enrolment.enrolledAt < $beforeAt OR (enrolment.enrolledAt = $beforeAt AND enrolment.id > $afterId)
MATCH (organization:Organization)-[:ENROLLED]->(enrolment)
WITH learner, enrolment, unit, organization ORDER BY enrolment.enrolledAt DESC, enrolment.id LIMIT $limit
// with fragments/enrolment
