// Write what a learner asks an organisation to confirm, unless they have asked as much as they may.
MATCH (learner:Learner {id: $learnerId})
SET learner.lockedAt = $now
WITH learner, COUNT { (learner)-[:ASKED_TO_CONFIRM]->(:Validation) } AS asked
MATCH (organization:Organization {id: $organizationId})
FOREACH (_ IN CASE WHEN asked < $most THEN [1] ELSE [] END |
  CREATE (learner)-[:ASKED_TO_CONFIRM]->(:Validation {id: $id, askedAt: $now, sealedClaim: $sealedClaim})-[:ADDRESSED_TO]->(organization)
)
RETURN asked
