// How many credentials of this issuer, of one badge version, cohort or key, have this status, and how many of them have a document that cannot say another for a time?
MATCH (:Organization {id: $issuerId})-[:ISSUES]->(:Badge)-[:HAS_VERSION]->(version:BadgeVersion)<-[:INSTANCE_OF]-(credential:Credential)
WHERE ($badgeVersionId IS NULL OR version.id = $badgeVersionId)
  AND ($signedWith IS NULL OR credential.signedWith = $signedWith)
  AND credential.status IN $from
  AND ($cohortId IS NULL OR EXISTS {
    MATCH (credential)<-[:HOLDS]-(:Learner)-[:HAS_ENROLMENT]->(:Enrolment)-[:IN_COHORT]->(cohort:Cohort {id: $cohortId})
    MATCH (cohort)-[:OF_UNIT]->(:LearningUnit)-[:ASSESSED_BY]->(:Assessment)<-[:AWARDED_FOR]-(version)
    MATCH (:Organization {id: $issuerId})-[:HOLDS_COHORT]->(cohort)
  })
RETURN count(credential) AS total,
  count(CASE WHEN $purpose IS NOT NULL AND NOT EXISTS { (credential)-[:LISTED_IN]->(:StatusList {purpose: $purpose}) } THEN 1 END) AS unable
