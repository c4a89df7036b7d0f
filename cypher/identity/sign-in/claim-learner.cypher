// Makes a person the one whose record a learner is.
MATCH (person:Person {id: $personId})
MATCH (learner:Learner {id: $learnerId})
MERGE (person)-[:IS]->(learner)
