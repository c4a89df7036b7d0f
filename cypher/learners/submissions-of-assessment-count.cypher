// How much work was handed in for an assessment?
MATCH (submission:Submission)-[:ANSWERS]->(:Assessment {id: $assessmentId})
WHERE $graded IS NULL OR $graded = EXISTS { (submission)-[:HAS_RESULT]->(:Result) }
RETURN count(submission) AS total
