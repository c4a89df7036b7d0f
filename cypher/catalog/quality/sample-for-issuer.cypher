// The work that an open review of this organisation’s badge samples, for its own people.
MATCH (issuer:Organization {id: $organizationId})-[:ISSUES]->(:Badge)-[:HAS_REVIEW]->(review:Review {id: $reviewId, state: 'OPEN'})-[sampled:SAMPLES]->(submission:Submission)
MATCH (submission)<-[:SUBMITTED]-(learner:Learner)
MATCH (submission)-[:ANSWERS]->(assessment:Assessment)
OPTIONAL MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
RETURN sampled.code AS code, learner.id AS learnerId, submission.id AS submissionId, assessment.id AS assessmentId,
  submission.sealedNarrative AS sealedNarrative,
  COLLECT { MATCH (submission)-[:HAS_EVIDENCE]->(piece:Evidence) RETURN {url: piece.url, digest: piece.digest} ORDER BY piece.position } AS evidence,
  learner.sealedProfile AS sealedProfile, key {.id, .wrapped, .kek} AS key,
  head(COLLECT { MATCH (submission)-[:HAS_RESULT]->(result:Result) RETURN result {.passed, .points} ORDER BY result.achievedAt DESC LIMIT 1 }) AS result
ORDER BY code
