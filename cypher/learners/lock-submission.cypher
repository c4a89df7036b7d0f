// Hold a submission against a second grading until the transaction ends, and say whether it has a result.
MATCH (submission:Submission {id: $id})
SET submission.id = submission.id
WITH submission
RETURN EXISTS { (submission)-[:HAS_RESULT]->(:Result) } AS graded
