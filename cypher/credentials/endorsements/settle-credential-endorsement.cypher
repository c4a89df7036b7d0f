// Accept, decline or take back the endorsement of a credential, by its learner or its endorser, where it may follow what was before.
MATCH (endorser:Organization)-[:ENDORSED]->(endorsement:Endorsement {id: $id})-[:ENDORSES]->(credential:Credential)<-[:HOLDS]-(learner:Learner)
WHERE learner.id = $learnerId OR endorser.id = $organizationId
SET endorsement.lockedAt = $now
WITH endorser, endorsement, credential, learner, endorsement.state AS before, endorsement.state IN $from AS changed
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END | SET endorsement.state = $to, endorsement.settledAt = $now)
RETURN learner.id AS learnerId, credential.id AS credentialId, before, changed
