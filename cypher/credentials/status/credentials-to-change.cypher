// Which credentials of this issuer, of one badge version, cohort or key, have a status that is to change and a document that can say it? In order of id.
MATCH (:Organization {id: $issuerId})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(version:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential)
WHERE ($badgeVersionId IS NULL OR version.id = $badgeVersionId)
  AND ($signedWith IS NULL OR credential.signedWith = $signedWith)
  AND credential.status IN $from
  AND ($purpose IS NULL OR EXISTS { (credential)-[:LISTED_IN]->(:StatusList {purpose: $purpose}) })
  AND ($cohortId IS NULL OR EXISTS {
    MATCH (credential)<-[:HOLDS]-(:Learner)-[:HAS_ENROLMENT]->(:Enrolment)-[:IN_COHORT]->(cohort:Cohort {id: $cohortId})
    MATCH (cohort)-[:OF_UNIT]->(:LearningUnit)-[:ASSESSED_BY]->(:Assessment)<-[:AWARDED_FOR]-(version)
    MATCH (:Organization {id: $issuerId})-[:HOLDS_COHORT]->(cohort)
  })
RETURN credential.id AS id
ORDER BY id
LIMIT $limit
