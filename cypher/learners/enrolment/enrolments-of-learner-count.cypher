// How often was a learner enrolled?
MATCH (:Learner {id: $learnerId})-[:HAS_ENROLMENT]->(enrolment:Enrolment)
RETURN count(enrolment) AS total
