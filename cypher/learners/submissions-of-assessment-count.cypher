// How much work was handed in for an assessment of this organisation?
MATCH (submission:Submission)-[:ANSWERS]->(:Assessment {id: $assessmentId})<-[:OWNS]-(:Organization {id: $organizationId})
WHERE $graded IS NULL OR $graded = EXISTS { (submission)-[:HAS_RESULT]->(:Result) }
RETURN count(submission) AS total
