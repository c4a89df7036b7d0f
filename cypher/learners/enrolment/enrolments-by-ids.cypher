// Which enrolments have these ids, whose are they, and who enrolled them?
MATCH (learner:Learner)-[:HAS_ENROLMENT]->(enrolment:Enrolment)-[:OF_UNIT]->(unit:LearningUnit)
WHERE enrolment.id IN $ids
MATCH (organization:Organization)-[:ENROLLED]->(enrolment)
// with fragments/enrolment
