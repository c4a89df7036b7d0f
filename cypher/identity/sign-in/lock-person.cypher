// Takes the lock of a person, and answers the learner they are and their roles in an organisation.
MATCH (person:Person {id: $id})
SET person.lockedAt = datetime()
RETURN
  head([(person)-[:IS]->(learner:Learner) | learner.id]) AS learnerId,
  head([(person)-[membership:MEMBER_OF]->(:Organization {id: $organizationId}) | membership.roles]) AS roles
