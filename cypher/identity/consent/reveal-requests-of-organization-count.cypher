// How many of its candidates did an organisation ask to say who they are?
// with fragments/disclosed-learners
WITH DISTINCT learner
MATCH (learner)<-[:ABOUT]-(request:RevealRequest)<-[:ASKED]-(:Organization {id: $disclosure.organizationId})
WHERE $roleProfileId IS NULL OR EXISTS { (request)-[:CONCERNS]->(:RoleProfile {id: $roleProfileId}) }
RETURN count(request) AS total
