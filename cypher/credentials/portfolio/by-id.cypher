// What does this portfolio of a learner hold?
MATCH (:Learner {id: $learnerId})-[:KEEPS]->(portfolio:Portfolio {id: $id})
RETURN portfolio {.id, .createdAt, .updatedAt, .sealedContent} AS portfolio
