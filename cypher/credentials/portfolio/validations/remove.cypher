// Delete what a learner asked to have confirmed, with the answer.
MATCH (:Learner {id: $learnerId})-[:ASKED_TO_CONFIRM]->(validation:Validation {id: $id})
WITH validation, validation.id AS id
DETACH DELETE validation
RETURN id
