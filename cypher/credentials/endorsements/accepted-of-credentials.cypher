// Which endorsements of these credentials did their learner accept, newest first?
MATCH (key:PersonKey)<-[:PROTECTED_BY]-(:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)<-[:ENDORSES]-(endorsement:Endorsement {state: 'ACCEPTED'})
WHERE credential.id IN $ids
RETURN credential.id AS credentialId, endorsement.id AS id, endorsement.sealedDocument AS sealedDocument, key {.id, .wrapped} AS key
ORDER BY endorsement.at DESC, endorsement.id
