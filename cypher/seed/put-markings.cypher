// Writes what each assessor gave work, criterion by criterion, unless that is there.
UNWIND $rows AS row
MATCH (submission:Submission {id: row.submissionId})
MERGE (marking:Marking {id: row.id})
ON CREATE SET
  marking.position = row.position,
  marking.at = row.at,
  marking.assessor = row.assessor,
  marking.passed = row.passed,
  marking.points = row.points
MERGE (submission)-[:HAS_MARKING]->(marking)
WITH row, marking
UNWIND row.levelIds AS levelId
MATCH (level:CriterionLevel {id: levelId})
MERGE (marking)-[:SCORED]->(level)
