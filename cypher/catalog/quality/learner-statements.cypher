// What did learners say in these parts of reviews, as far as it was said to this organisation or by this learner?
MATCH (issuer:Organization)-[:ISSUES]->(:Badge)-[:HAS_REVIEW]->(:Review)-[:HAS_PART]->(part:ReviewPart)<-[:TOOK_PART]-(learner:Learner)
WHERE part.id IN $ids AND (issuer.id = $organizationId OR learner.id = $learnerId)
RETURN part.id AS id, learner.id AS learnerId, part.sealedStatement AS sealedStatement
