// Delete what a learner handed in and how it was marked and graded.
MATCH (:Learner {id: $learnerId})-[:SUBMITTED]->(submission:Submission)
OPTIONAL MATCH (submission)-[:HAS_RESULT|HAS_MARKING|HAS_EVIDENCE]->(part:Result|Marking|Evidence)
DETACH DELETE submission, part
