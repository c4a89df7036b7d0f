// Which endorsements of a badge version by an organisation wait for an answer or were accepted?
MATCH (:Organization {id: $organizationId})-[:ENDORSED]->(endorsement:Endorsement)-[:ENDORSES]->(:BadgeVersion {id: $versionId})
WHERE endorsement.state IN ['PROPOSED', 'ACCEPTED']
RETURN endorsement.id AS id
