// What do these results prove: whose work, for which assessment, how graded, and which badges are awarded for it?
UNWIND $resultIds AS resultId
MATCH (result:Result {id: resultId})<-[:HAS_RESULT]-(submission:Submission)-[:ANSWERS]->(assessment:Assessment)
MATCH (learner:Learner)-[:SUBMITTED]->(submission)
OPTIONAL MATCH (learner)-[:PROTECTED_BY]->(key:PersonKey)
OPTIONAL MATCH (owner:Organization)-[:OWNS]->(assessment)
RETURN resultId, result.passed AS passed, result.achievedAt AS achievedAt, [result.assessor] + COLLECT {
    MATCH (submission)-[:HAS_MARKING]->(marking:Marking)
    RETURN marking.assessor ORDER BY marking.position
  } AS assessors,
  submission {
    .id, .sealedNarrative,
    evidence: COLLECT {
      MATCH (submission)-[:HAS_EVIDENCE]->(piece:Evidence)
      RETURN piece {.id, .url, .sealedWords} ORDER BY piece.position
    }
  } AS submission,
  assessment {.id, .title, .kind, ownerId: owner.id} AS assessment,
  learner {.id, .sealedProfile, .sealedRecipient} AS learner, key {.id, .wrapped} AS key,
  COLLECT {
    MATCH (result)-[:SCORED]->(level:CriterionLevel)<-[:HAS_LEVEL]-(criterion:Criterion)
    RETURN {criterionId: criterion.id, levelId: level.id} ORDER BY criterion.position, criterion.id
  } AS scores,
  COLLECT {
    MATCH (assessment)<-[:AWARDED_FOR]-(version:BadgeVersion)<-[:HAS_VERSION]-(:Badge)<-[:ISSUES]-(issuer:Organization)
    RETURN {
      versionId: version.id, state: version.state, issuerId: issuer.id,
      reviewers: COLLECT {
        MATCH (version)<-[:HAS_VERSION]-(:Badge)-[:HAS_REVIEW]->(:Review)-[:HAS_PART]->(part:ReviewPart)
        WHERE part.role IN ['EXTERNAL_REVIEWER', 'EMPLOYER']
        RETURN DISTINCT part.by
      }
    } ORDER BY version.id
  } AS badges
