// How much did a learner ask to have confirmed?
MATCH (:Learner {id: $learnerId})-[:ASKED_TO_CONFIRM]->(validation:Validation)
RETURN count(validation) AS total
