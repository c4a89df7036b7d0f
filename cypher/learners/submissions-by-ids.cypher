// Which submissions have these ids, whose are they and who owns the assessment?
MATCH (learner:Learner)-[:SUBMITTED]->(submission:Submission)-[:ANSWERS]->(assessment:Assessment)<-[:OWNS]-(owner:Organization)
WHERE submission.id IN $ids
// with fragments/submission
