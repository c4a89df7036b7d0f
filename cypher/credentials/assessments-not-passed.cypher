// Which assessments does a badge version ask for that the learner has not passed yet?
UNWIND $pairs AS pair
MATCH (learner:Learner {id: pair.learnerId})
MATCH (version:BadgeVersion {id: pair.badgeVersionId})-[:AWARDED_FOR]->(assessment:Assessment)
WHERE NOT EXISTS {
  MATCH (learner)-[:SUBMITTED]->(submission:Submission)-[:ANSWERS]->(assessment)
  MATCH (submission)-[:HAS_RESULT]->(:Result {passed: true})
}
RETURN learner.id AS learnerId, version.id AS badgeVersionId, collect(assessment.id) AS assessmentIds
