// Leave of a learner's credentials only that their place in the status list is taken.
MATCH (:Learner {id: $learnerId})-[holds:HOLDS]->(credential:Credential)
OPTIONAL MATCH (credential)-[other:INSTANCE_OF|RESTS_ON|USED|RENEWS|REPLACES|REVOKED_FOR]-()
DELETE other
WITH DISTINCT credential, holds
OPTIONAL MATCH (credential)-[:SHARED_BY|OFFERED_BY]->(way:ShareLink|WalletOffer)
DETACH DELETE way
WITH DISTINCT credential, holds
SET credential = {id: credential.id, status: credential.status, statusEntry: credential.statusEntry, erasedAt: $now}
DELETE holds
