// How much work has a learner handed in?
MATCH (:Learner {id: $learnerId})-[:SUBMITTED]->(submission:Submission)-[:ANSWERS]->(:Assessment)
RETURN count(submission) AS total
