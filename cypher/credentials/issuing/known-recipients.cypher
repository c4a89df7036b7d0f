// Which of these learners may this organisation award something to, because it knows them, and which have been erased?
UNWIND $learnerIds AS learnerId
OPTIONAL MATCH (learner:Learner {id: learnerId})
WHERE EXISTS { (learner)<-[:REGISTERED]-(:Organization {id: $organizationId}) }
    OR EXISTS { (learner)-[:HOLDS]->(:Credential)-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(:Organization {id: $organizationId}) }
    OR EXISTS { (learner)-[:SUBMITTED]->(:Submission)-[:ANSWERS]->(:Assessment)<-[:OWNS]-(:Organization {id: $organizationId}) }
    OR EXISTS { (learner)-[:HAS_ENROLMENT]->(:Enrolment)<-[:ENROLLED]-(:Organization {id: $organizationId}) }
OPTIONAL MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
OPTIONAL MATCH (erased:ErasedPerson {id: learnerId})
RETURN learnerId, learner IS NOT NULL AS known, erased IS NOT NULL AS erased,
  learner.sealedProfile AS sealedProfile, learner.sealedRecipient AS sealedRecipient, key {.id, .wrapped} AS key
