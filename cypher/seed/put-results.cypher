// Writes how work was graded, criterion by criterion, unless that is there.
UNWIND $rows AS row
MATCH (submission:Submission {id: row.submissionId})
MERGE (result:Result {id: row.id})
ON CREATE SET
  result.achievedAt = row.achievedAt,
  result.passed = row.passed,
  result.points = row.points,
  result.assessor = row.assessor,
  result.moderated = row.moderated,
  result.sealedReason = row.sealedReason
MERGE (submission)-[:HAS_RESULT]->(result)
WITH row, result
UNWIND row.levelIds AS levelId
MATCH (level:CriterionLevel {id: levelId})
MERGE (result)-[:SCORED]->(level)
