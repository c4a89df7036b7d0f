// Delete what a learner was enrolled in and how it was made sure who they are.
MATCH (:Learner {id: $learnerId})-[:HAS_ENROLMENT|HAS_PROOFING]->(record:Enrolment|IdentityProofing)
DETACH DELETE record
