// Does an organisation know this learner: did it register them, or award or assess something of theirs?
MATCH (learner:Learner {id: $learnerId})
RETURN EXISTS { (learner)<-[:REGISTERED]-(:Organization {id: $organizationId}) }
    OR EXISTS { (learner)-[:HOLDS]->(:Credential)-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(:Organization {id: $organizationId}) }
    OR EXISTS { (learner)-[:SUBMITTED]->(:Submission)-[:ANSWERS]->(:Assessment)<-[:OWNS]-(:Organization {id: $organizationId}) } AS known
