// Is there a learner with this id?
MATCH (learner:Learner {id: $learnerId})
RETURN learner.id AS id
