// The work that an open review samples, for somebody whom it invited, as far as the learners let them look at this very moment.
// with fragments/disclosed-learners
MATCH (review:Review {id: $reviewId, state: 'OPEN'})-[sampled:SAMPLES]->(submission:Submission)<-[:SUBMITTED]-(learner)
WHERE EXISTS { (review)-[:INVITES]->(:Organization {id: $disclosure.organizationId}) }
  AND (consent.credentialIds IS NULL OR EXISTS {
    MATCH (submission)-[:HAS_RESULT]->(:Result)<-[:RESTS_ON]-(named:Credential)
    WHERE named.id IN consent.credentialIds
  })
  AND (consent.skillUris IS NULL OR EXISTS {
    MATCH (submission)-[:ANSWERS]->(:Assessment)-[:ASSESSES]->(:Outcome)-[:ALIGNED_TO]->(skill:Skill)
    WHERE skill.uri IN consent.skillUris
  })
WITH DISTINCT learner, sampled, submission
MATCH (submission)-[:ANSWERS]->(assessment:Assessment)
OPTIONAL MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN sampled.code AS code, learner.id AS learnerId, submission.id AS submissionId, assessment.id AS assessmentId,
  submission.sealedNarrative AS sealedNarrative,
  COLLECT { MATCH (submission)-[:HAS_EVIDENCE]->(piece:Evidence) RETURN {url: null, digest: piece.digest} ORDER BY piece.position } AS evidence,
  learner.sealedProfile AS sealedProfile, key {.id, .wrapped, .kek} AS key,
  head(COLLECT { MATCH (submission)-[:HAS_RESULT]->(result:Result) RETURN result {.passed, .points} ORDER BY result.achievedAt DESC LIMIT 1 }) AS result
ORDER BY code
