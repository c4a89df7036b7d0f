// Leave of a learner's credentials only that their place in the status list is taken, and of what was said of them only what was taken back.
MATCH (:Learner {id: $learnerId})-[holds:HOLDS]->(credential:Credential)
OPTIONAL MATCH (credential)-[other:INSTANCE_OF|RESTS_ON|USED|RENEWS|REPLACES|REVOKED_FOR]-()
DELETE other
WITH DISTINCT credential, holds
OPTIONAL MATCH (credential)-[:SHARED_BY|OFFERED_BY]->(way:ShareLink|WalletOffer)
DETACH DELETE way
WITH DISTINCT credential, holds
OPTIONAL MATCH (credential)<-[says:ENDORSES]-(endorsement:Endorsement)
FOREACH (_ IN CASE WHEN endorsement.state = 'WITHDRAWN' THEN [1] ELSE [] END |
  SET endorsement = {id: endorsement.id, state: endorsement.state}
  DELETE says
)
FOREACH (_ IN CASE WHEN endorsement.state <> 'WITHDRAWN' THEN [1] ELSE [] END | DETACH DELETE endorsement)
WITH DISTINCT credential, holds
SET credential = {id: credential.id, status: credential.status, statusEntry: credential.statusEntry, erasedAt: $now}
DELETE holds
