// Delete what a learner handed in and how it was graded.
MATCH (:Learner {id: $learnerId})-[:SUBMITTED]->(submission:Submission)
OPTIONAL MATCH (submission)-[:HAS_RESULT]->(result:Result)
DETACH DELETE submission, result
