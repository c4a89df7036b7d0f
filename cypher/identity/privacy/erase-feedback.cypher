// Delete the feedback a learner gave by name, and what they said in reviews; that a learner took part stays.
MATCH (learner:Learner {id: $learnerId})
OPTIONAL MATCH (learner)-[:GAVE_FEEDBACK]->(feedback:Feedback)
DETACH DELETE feedback
WITH DISTINCT learner
OPTIONAL MATCH (learner)-[:TOOK_PART]->(part:ReviewPart)
REMOVE part.sealedStatement
